// What `npm run dialogs:format` does, told its words: brings the files of staff into their usual form, and remembers which Swedish text each translation was made from.
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { compileDialogs } from '../../bot/dialog/reading/compile-dialogs'
import { toLocalTime } from '../../bot/hours/local-time'
import { findContent, type ContentFile, type ContentFiles } from './content-files'
import { formatText } from '../format/format-text'
import { stampTranslations } from '../format/stamp-translations'
import { pathOptions, readPathArguments, type Usage } from '../command/path-arguments'
import { sentencesOf, type FindingLanguage } from '../command/render-findings'
import { cannotRead, nothingThere } from './tell-no-content'
import { leave, leavingEarly, type Terminal } from '../command/terminal'
import { projectRoot } from '../../main/project-root'

const usage = {
  sv: `Så här: npm run dialogs:format -- [namn, fil eller mapp] [--check] [--translated fil] [--lang en]

Ställer dialogs/ och knowledge/, eller den dialog, artikel, fil eller mapp som anges, i sin vanliga form: indrag, blanksteg, ordens
ordning, citattecken. Inget ord ändras. Slutar med 1 när en fil inte går att läsa; npm run dialogs:check säger varför.

  --check        ändrar inget, räknar upp det som skulle ändras och slutar med 1 när det finns något
  --translated   säger att varje text i den här översättningen har jämförts med den svenska och stämmer
  --lang         språket i meddelandena: sv (om inget sägs) eller en`,
  en: `Usage: npm run dialogs:format -- [name, file or folder] [--check] [--translated file] [--lang en]

Brings dialogs/ and knowledge/, or the dialog, article, file or folder given, into their usual form: indents, blanks, order of words, quotes.
No word is changed. Ends with 1 when a file cannot be read; npm run dialogs:check tells why.

  --check        changes nothing, lists what would be changed, and ends with 1 when there is something
  --translated   says that every text of this translation was compared with the Swedish one and is right
  --lang         language of the messages: sv (default) or en`,
} as const satisfies Usage

const stampFile = 'dialogs/translated.yaml'

interface Options {
  readonly path: string | undefined
  readonly check: boolean
  readonly translated: string | undefined
  readonly language: FindingLanguage
}

function readOptions(words: readonly string[]): Options {
  const { values, path, language } = readPathArguments(words, usage, () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...pathOptions,
        check: { type: 'boolean', default: false },
        translated: { type: 'string' },
      },
    }),
  )
  return { path, check: values.check, translated: values.translated, language }
}

const said = {
  sv: {
    changed: 'formaterad',
    wouldChange: 'behöver formateras med npm run dialogs:format',
    unusual: 'är skriven på ett ovanligt sätt och lämnas som den är',
    well: 'Allt är redan i ordning.',
    noTranslation: (file: string) => `${file} är ingen översättning bland filerna här`,
  },
  en: {
    changed: 'formatted',
    wouldChange: 'needs npm run dialogs:format',
    unusual: 'is written in an unusual way and is left as it is',
    well: 'Everything is in order already.',
    noTranslation: (file: string) => `${file} is no translation that is formatted here`,
  },
} as const

interface Formatted {
  readonly files: readonly ContentFile[]
  /** Whether one of them cannot be read. */
  readonly faulty: boolean
}

/** The texts of the shown files as they shall be; what cannot be formatted is told and stays. */
function formatAll(files: ContentFiles, { language }: Options, { say }: Terminal): Formatted {
  const shown = [...files.dialogs, ...files.articles].filter(({ path }) => files.shown.has(path))
  let faulty = false
  const formattedFiles = shown.map((file) => {
    const formatted = formatText(file.path, file.text)
    if (formatted.kind === 'formatted') return { ...file, text: formatted.text }
    if (formatted.kind === 'unusual') say(`${file.path} ${said[language].unusual}`)
    else {
      const { place, code } = formatted.finding
      say(`${place.file}:${place.line}:${place.column} ${code} ${sentencesOf(formatted.finding, language)}`)
      faulty = true
    }
    return file
  })
  return { files: formattedFiles, faulty }
}

/** With all dialogs at hand, and all readable, the stamps of their translations too. */
function withStamps(
  { files: formatted, faulty }: Formatted,
  files: ContentFiles,
  { translated }: Options,
): readonly ContentFile[] {
  if (!files.shown.has('dialogs/city.yaml') || faulty) return formatted
  const old = formatted.find(({ path }) => path === stampFile)
  const dialogs = formatted.filter(({ path }) => path.startsWith('dialogs/'))
  const compiled = compileDialogs({
    files: dialogs,
    today: toLocalTime(new Date(), 'Europe/Stockholm').date,
  })
  const compared = translated === undefined ? undefined : basename(translated)
  const text = stampTranslations(compiled, old?.text ?? '', (file) => basename(file) === compared)
  return [...formatted.filter((file) => file !== old), { path: stampFile, text }]
}

const isTranslation = ({ dialogs, shown }: ContentFiles, name: string): boolean =>
  dialogs.some(
    ({ path, text }) => shown.has(path) && basename(path) === basename(name) && /^translates:/m.test(text),
  )

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(words)
  const files = await findContent(projectRoot, options.path).catch((error: unknown) =>
    leave(cannotRead(options.path, error, options.language), 2),
  )
  if (options.path !== undefined && files.shown.size === 0)
    leave(nothingThere(options.path, files, options.language), 2)
  const { translated } = options
  if (translated !== undefined && !isTranslation(files, translated))
    leave(`${said[options.language].noTranslation(translated)}\n\n${usage[options.language]}`, 2)
  const formatted = formatAll(files, options, terminal)
  const changes = await write(withStamps(formatted, files, options), files, options, terminal)
  if (formatted.faulty || (changes > 0 && options.check)) return 1
  if (changes === 0) terminal.say(said[options.language].well)
  return 0
}

/** Writes what is not so already, or only tells of it; gives how many files that were. */
async function write(
  all: readonly ContentFile[],
  files: ContentFiles,
  { check, language }: Options,
  { say }: Terminal,
): Promise<number> {
  let changes = 0
  for (const { path, text } of all) {
    const place = files.locate(path)
    const now = await readFile(place, 'utf8').catch(() => undefined)
    if (text === now) continue
    changes += 1
    say(`${path} ${said[language][check ? 'wouldChange' : 'changed']}`)
    if (!check) await writeFile(place, text)
  }
  return changes
}

export const formatAsTold = leavingEarly(run)
