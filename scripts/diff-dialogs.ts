// What would a resident see differently? Replays all conversation tests, and questions of your own, on an older version too.
import { explainOptions } from './command/explain-options'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compileContent, type Content } from '../bot/content/content'
import { bundleByPath, isContentPath, type ContentFile } from '../bot/content/content-files'
import { silentLogger } from '../bot/contracts/basics/logger'
import { residentText } from '../bot/dialog/model/chat-test'
import { checkUnlessKnown } from '../bot/content/checked-before'
import { contentOfLine } from './conversation-tests/sample-files'
import { openTestTalk, testClock } from './conversation-tests/play'
import { projectRoot } from '../main/project-root'
import { checkOptions, loadShippedContent, openTerminalBot, type TerminalTurn } from './talk/terminal-bot'

const words = {
  sv: {
    usage: `Så här: npm run dialogs:diff -- <version i git> [--questions FIL] [--lang en]

Kör varje prov i dagens dialoger mot filerna som de är nu och mot dem i den äldre versionen (HEAD, main, v1.2, en commit), och visar
varje meddelande där svaret, knapparna eller frågan blir en annan.

  --questions   frågor från invånare, en {"text": "…", "lang": "sv"} på varje rad, med personuppgifter dolda; ställs till båda
  --lang        språket i rapporten: sv (om inget sägs) eller en

Slutar med 0 när inget skiljer och med 1 när något gör det.`,
    which: 'Skriv vilken version du vill jämföra med, till exempel HEAD.',
    noVersion: (ref: string) =>
      `Git har ingen version "${ref}". Skriv HEAD för den som senast sparades, eller namnet på en gren, en tagg eller en commit.`,
    gone: (ids: string) => `Finns inte längre: ${ids}`,
    counted: (same: number, different: number, ref: string) =>
      `${same} samtal lika, ${different} annorlunda, jämfört med ${ref}`,
  },
  en: {
    usage: `Usage: npm run dialogs:diff -- <version in git> [--questions FILE] [--lang en]

Plays every test of today's dialogs on the files as they are now and on those of the older version (HEAD, main, v1.2, a commit), and
shows each message where the answer, the buttons or the question is another.

  --questions   questions of residents, one {"text": "…", "lang": "sv"} a line, with personal data hidden; asked of both
  --lang        language of this report: sv (when not given) or en

Ends with 0 when nothing differs and with 1 when something does.`,
    which: 'Say which version to compare with, for example HEAD.',
    noVersion: (ref: string) =>
      `Git has no version "${ref}". Write HEAD for the one saved last, or the name of a branch, a tag or a commit.`,
    gone: (ids: string) => `No longer there: ${ids}`,
    counted: (same: number, different: number, ref: string) =>
      `${same} conversations alike, ${different} different, compared with ${ref}`,
  },
} as const

const said = words[reportLanguage()]

interface Options {
  readonly ref: string
  readonly questions: string | undefined
}

function readOptions(): Options | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      questions: { type: 'string' },
      lang: languageOption,
      help: { type: 'boolean', default: false },
    },
  })
  demandReportLanguage(values.lang)
  if (values.help) return undefined
  const [ref, ...more] = positionals
  if (ref === undefined || more.length > 0 || ref.startsWith('-'))
    throw new Error(`${said.which}\n\n${said.usage}`)
  return { ref, questions: values.questions }
}

const git = (...words: readonly string[]): string =>
  execFileSync('git', words, {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** All of them by one process: there are hundreds. */
function textsAt(ref: string, paths: readonly string[]): readonly ContentFile[] {
  const answer = execFileSync('git', ['cat-file', '--batch'], {
    cwd: projectRoot,
    input: paths.map((path) => `${ref}:${path}\n`).join(''),
    maxBuffer: 1 << 28,
  })
  let at = 0
  return paths.map((path) => {
    // `<id> blob <bytes>`, a line's end, the bytes, a line's end.
    const start = answer.indexOf('\n', at) + 1
    const end = start + Number(answer.toString('utf8', at, start).split(' ')[2])
    at = end + 1
    return { path, text: answer.toString('utf8', start, end) }
  })
}

function filesAt(ref: string): readonly ContentFile[] {
  try {
    // By null bytes, for git puts names with å, ä and ö in quotes otherwise.
    const paths = git('ls-tree', '-r', '-z', '--name-only', ref, 'dialogs/', 'knowledge/').split('\0')
    return textsAt(ref, paths.filter(isContentPath))
  } catch {
    throw new Error(said.noVersion(ref))
  }
}

function contentAt(ref: string): Content {
  const bundle = bundleByPath(filesAt(ref))
  const options = checkOptions()
  return compileContent(bundle, options, checkUnlessKnown(bundle, options, silentLogger))
}

/** What a resident sees of a turn, one thing a line. */
const seen = ({ replies }: TerminalTurn): string =>
  replies
    .flatMap(({ text, suggestions, sources }) => [
      text,
      ...suggestions.map(({ label }) => `[${label}]`),
      ...sources.map(({ title, url }) => `${title} ${url}`),
    ])
    .join('\n')

interface Exchange {
  readonly text: string
  readonly seen: string
}

interface Talk {
  readonly title: string
  readonly play: (content: Content) => Promise<readonly Exchange[]>
}

/** The tests of `now`; a dialog that the other version does not have is played on what that version has instead. */
function testTalks(now: Content): readonly Talk[] {
  return [...now.dialogs.values()].flatMap((dialog) =>
    dialog.tests.map((test) => ({
      title: `${dialog.id}: ${test.name}`,
      play: async (content: Content) => {
        const { talk, close } = await openTestTalk(content, content.dialogs.get(dialog.id) ?? dialog, test)
        const exchanges: Exchange[] = []
        for (const line of test.chat)
          if (line.kind === 'user' || line.kind === 'sends')
            exchanges.push({ text: residentText(line), seen: seen(await talk.say(contentOfLine(line))) })
        await close()
        return exchanges
      },
    })),
  )
}

function questionTalks(file: string): readonly Talk[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const { text, lang: language = 'sv' } = JSON.parse(line) as { text: string; lang?: string }
    return {
      title: `${file}:${index + 1}`,
      play: async (content: Content) => {
        const bot = await openTerminalBot({ content, clock: testClock })
        const turn = await bot.newTalk({ channel: 'web', language }).say({ kind: 'text', text })
        await bot.close()
        return [{ text, seen: seen(turn) }]
      },
    }
  })
}

const indented = (text: string, mark: string): string =>
  text
    .split('\n')
    .map((line) => `    ${mark} ${line}`)
    .join('\n')

/** The first message of the talk that is answered differently; what follows from it would only repeat it. */
async function compare({ title, play }: Talk, before: Content, now: Content): Promise<string | undefined> {
  const [old, fresh] = [await play(before), await play(now)]
  const at = fresh.findIndex((exchange, index) => exchange.seen !== old[index]?.seen)
  const [was, is] = [old[at], fresh[at]]
  if (is === undefined) return undefined
  return `≠ ${title}\n  > ${is.text}\n${indented(was?.seen ?? '', '-')}\n${indented(is.seen, '+')}`
}

async function diff({ ref, questions }: Options): Promise<number> {
  const before = contentAt(ref)
  const now = await loadShippedContent()
  const talks = [...testTalks(now), ...(questions === undefined ? [] : questionTalks(questions))]
  let different = 0
  for (const talk of talks) {
    const difference = await compare(talk, before, now)
    if (difference === undefined) continue
    different += 1
    console.log(difference)
  }
  const gone = [...before.dialogs.keys()].filter((id) => !now.dialogs.has(id))
  if (gone.length > 0) console.log(said.gone(gone.join(', ')))
  console.log(said.counted(talks.length - different, different, ref))
  return different + gone.length === 0 ? 0 : 1
}

async function main(): Promise<number> {
  const options = readOptions()
  if (options !== undefined) return diff(options)
  console.log(said.usage)
  return 0
}

main()
  .then((exitCode) => {
    process.exitCode = exitCode
  })
  .catch((error: unknown) => {
    console.error(explainOptions(error, reportLanguage()))
    process.exitCode = 2
  })
