// Makes the files on disk the content that every node serves, and ends older versions of a dialog when the law changed.
import { parseArgs } from 'node:util'
import { BundleShelf, shapesOf } from '../bot/content/bundle-shelf'
import { readSettings } from '../adapters/settings'
import { checkOn } from '../bot/content/content'
import { readContentFiles } from '../bot/content/content-files'
import { systemClock } from '../bot/contracts/basics/clock'
import { DygnetError } from '../bot/contracts/basics/errors'
import { explainOptions } from './command/explain-options'
import { openStore } from './command/open-store'
import { projectRoot } from '../main/project-root'
import { renderFinding } from './command/render-findings'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'

const language = reportLanguage()

const said = {
  sv: {
    usage: `Så här: npm run publish -- [--withdraw <dialog>]... [--lang en]

Kontrollerar dialogs/ och knowledge/ och gör dem till det som boten använder, inom några sekunder. Kör det där boten körs. En bot
som är igång publicerar själv när en fil sparas; det här är för filer som boten har använt förut och som har bytts ut sedan dess,
och för:

  --withdraw <dialog>   samtal som pågår i dialogen flyttas till den nya versionen med en gång, vad som än står under "pin:"
  --lang                språket i det som skrivs här: sv eller en`,
    errors: (count: number) => `${count} fel. Inget är publicerat.`,
    unknown: (id: string, known: string) =>
      `--withdraw: det finns ingen dialog "${id}". Dialogerna är ${known}.`,
    published: (hash: string, count: number) =>
      `Publicerat (${hash}): ${count} dialoger. Boten använder det inom några sekunder.`,
    withdrawn: (names: string) => `Äldre versioner gäller inte längre: ${names}.`,
  },
  en: {
    usage: `Usage: npm run publish -- [--withdraw <dialog>]... [--lang en]

Checks dialogs/ and knowledge/ and makes them the content that every running node serves, within a few seconds. A running
server publishes by itself when a file is saved; this is for files that were served before and replaced since, and for:

  --withdraw <dialog>   open talks in this dialog move to the new version at once, whatever its "pin" says (the law changed)
  --lang                language of what is written here: sv or en`,
    errors: (count: number) => `${count} errors; nothing was published`,
    unknown: (id: string, known: string) =>
      `--withdraw: there is no dialog "${id}". The dialogs are ${known}.`,
    published: (hash: string, count: number) =>
      `Published ${hash}: ${count} dialogs. Running nodes serve it within a few seconds.`,
    withdrawn: (names: string) => `Withdrawn: the older versions of ${names}.`,
  },
}[language]

/** Before the store is open: nothing is left behind. */
function refuse(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

function readWithdrawn(): readonly string[] {
  try {
    const { values } = parseArgs({
      options: {
        withdraw: { type: 'string', multiple: true },
        lang: languageOption,
        help: { type: 'boolean', default: false },
      },
    })
    demandReportLanguage(values.lang)
    if (!values.help) return values.withdraw ?? []
    process.stdout.write(`${said.usage}\n`)
    process.exit(0)
  } catch (error) {
    return refuse(`${explainOptions(error, language)}\n\n${said.usage}`)
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
    const texts = new Map(
      [...files.dialogs, ...files.articles, ...files.places].map(({ path, text }) => [path, text]),
    )
    for (const error of errors)
      console.error(`${renderFinding(error, texts.get(error.place.file), language)}\n`)
    return refuse(said.errors(errors.length))
  }
  const unknown = withdraw.find((id) => !dialogs.has(id))
  if (unknown !== undefined) return refuse(said.unknown(unknown, [...dialogs.keys()].join(', ')))
  const store = openStore(settings)
  try {
    await new BundleShelf(store).publish({ files, shapes: shapesOf(dialogs) }, { now, withdraw })
  } finally {
    await store.close()
  }
  console.log(said.published(files.hash, dialogs.size))
  if (withdraw.length > 0) console.log(said.withdrawn(withdraw.join(', ')))
}

publish().catch((error: unknown) => {
  console.error(error instanceof DygnetError ? error.message : error)
  process.exitCode = 1
})
