// Draws a dialog: Mermaid text, or a picture of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent } from '../bot/content/content'
import { toLocalTime } from '../bot/hours/local-time'
import { findContent } from './content/content-files'
import { explainFileError, explainOptions } from './command/explain-options'
import { dialogGraph } from './graph/dialog-graph'
import { toMermaid } from './graph/mermaid'
import { toSvg } from './graph/svg'
import { projectRoot } from '../main/project-root'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'

const language = reportLanguage()

const said = {
  sv: {
    usage: `Så här: npm run dialogs:graph -- <dialog> [--svg fil] [--mermaid] [--lang en]

Ritar en dialog ur dialogs/, med sina fel om den har några.

  --mermaid  som Mermaid-text i terminalen; det blir det också utan val
  --svg      som en bild i filen; - skriver den i terminalen
  --lang     språket i det som skrivs här: sv eller en`,
    one: 'Skriv namnet på en dialog.',
    cannotWrite: (file: string, why: string) => `Bilden går inte att skriva till ${file}: ${why}`,
    unknown: (id: string, known: string) =>
      `Det finns ingen dialog "${id}" som går att läsa. De som finns är: ${known}`,
    written: (file: string) => `Bilden ligger i ${file}. Öppna den i en webbläsare.`,
  },
  en: {
    usage: `Usage: npm run dialogs:graph -- <dialog> [--svg file] [--mermaid] [--lang en]

Draws a dialog of dialogs/, with its faults if it has any.

  --mermaid  as Mermaid text on standard output; also what comes without options
  --svg      as a picture into the file; - for standard output
  --lang     language of what is written here: sv or en`,
    one: 'Name one dialog.',
    cannotWrite: (file: string, why: string) => `Cannot write the picture to ${file}: ${why}`,
    unknown: (id: string, known: string) =>
      `There is no dialog "${id}" that can be read. There are: ${known}`,
    written: (file: string) => `The picture is in ${file}. Open it in a browser.`,
  },
}[language]

function leave(text: string, exitCode: number): never {
  ;(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(exitCode)
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        svg: { type: 'string' },
        mermaid: { type: 'boolean' },
        lang: languageOption,
        help: { type: 'boolean' },
      },
    })
    demandReportLanguage(values.lang)
    if (values.help === true) return leave(said.usage, 0)
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0) return leave(`${said.one}\n\n${said.usage}`, 2)
    return { id, svg: values.svg, mermaid: values.mermaid ?? values.svg === undefined }
  } catch (error) {
    return leave(`${explainOptions(error, language)}\n\n${said.usage}`, 2)
  }
}

function writePicture(file: string, picture: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  } catch (error) {
    leave(said.cannotWrite(file, explainFileError(error, language)), 2)
  }
}

async function main(): Promise<void> {
  const { id, svg, mermaid } = readOptions()
  const files = await findContent(process.env['CONTENT_DIR'] || projectRoot, undefined)
  const { drafts } = checkContent(
    { dialogs: files.dialogs, articles: [] },
    toLocalTime(new Date(), 'Europe/Stockholm').date,
  )
  const dialog = drafts.get(id)
  if (dialog === undefined) return leave(said.unknown(id, [...drafts.keys()].join(', ')), 2)
  const graph = dialogGraph(dialog)
  if (mermaid) process.stdout.write(toMermaid(graph))
  if (svg === '-') process.stdout.write(toSvg(graph))
  else if (svg !== undefined) {
    writePicture(svg, toSvg(graph))
    console.log(said.written(resolve(svg)))
  }
}

void main()
