// Tries a notice by hand, for developers.
import { readSettings } from '../adapters/settings'
import { tryNotice } from './notices/try-notice'

tryNotice(process.argv.slice(2), { settings: readSettings, print: console.log }).catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
