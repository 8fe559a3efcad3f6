// Registers and looks after grants for relatives, for staff.
import { readSettings } from '../adapters/settings'
import { manageGrants } from './home-care/manage-grants'

manageGrants(process.argv.slice(2), { settings: readSettings, print: console.log }).catch(
  (error: unknown) => {
    console.error((error as Error).message)
    process.exitCode = 2
  },
)
