// Makes the files on disk the content that every node serves, and ends older versions of a dialog when the law changed.
import { parseArgs } from 'node:util'
import { BundleShelf, shapesOf } from '../bot/live-content/bundle-shelf'
import { readSettings } from '../adapters/settings'
import { checkOn } from '../bot/content'
import { readContentFiles } from '../bot/content-files'
import { systemClock } from '../bot/contracts/clock'
import { DygnetError } from '../bot/contracts/errors'
import { openStore } from './open-store'
import { projectRoot } from './project-root'
import { renderFinding } from './render-findings'

const usage = `Usage: npm run publish -- [--withdraw <dialog>]...

Checks dialogs/ and knowledge/ and makes them the content that every running node serves, within a few seconds. A running
server publishes by itself when a file is saved; this is for files that were served before and replaced since, and for:

  --withdraw <dialog>   open talks in this dialog move to the new version at once, whatever its "pin" says (the law changed)`

function readWithdrawn(): readonly string[] {
  try {
    const { values } = parseArgs({
      options: { withdraw: { type: 'string', multiple: true }, help: { type: 'boolean', default: false } },
    })
    if (!values.help) return values.withdraw ?? []
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  } catch (error) {
    throw new DygnetError('setting-invalid', `${(error as Error).message}\n\n${usage}`)
  }
}

async function publish(): Promise<void> {
  const withdraw = readWithdrawn()
  const settings = readSettings()
  const files = await readContentFiles(settings.CONTENT_DIR ?? projectRoot)
  const now = systemClock.now()
  const { dialogs, findings } = checkOn(files, now)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const texts = new Map([...files.dialogs, ...files.articles].map(({ path, text }) => [path, text]))
    for (const error of errors) console.error(`${renderFinding(error, texts.get(error.place.file), 'sv')}\n`)
    throw new DygnetError('content-invalid', `${errors.length} errors; nothing was published`)
  }
  const unknown = withdraw.find((id) => !dialogs.has(id))
  if (unknown !== undefined)
    throw new DygnetError(
      'setting-invalid',
      `--withdraw: there is no dialog "${unknown}". The dialogs are ${[...dialogs.keys()].join(', ')}.`,
    )
  const store = openStore(settings)
  try {
    await new BundleShelf(store).publish({ files, shapes: shapesOf(dialogs) }, { now, withdraw })
  } finally {
    await store.close()
  }
  console.log(
    `Published ${files.hash}: ${dialogs.size} dialogs. Running nodes serve it within a few seconds.`,
  )
  if (withdraw.length > 0) console.log(`Withdrawn: the older versions of ${withdraw.join(', ')}.`)
}

publish().catch((error: unknown) => {
  console.error(error instanceof DygnetError ? error.message : error)
  process.exitCode = 1
})
