// Asks the bot one question, or a file of them, each in a conversation of its own, and prints what a resident would get.
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { toPlainText } from '../bot/text/plain-text'
import { withoutByteOrderMark } from './eval/command'
import { leaveWithReader } from './command/terminal'
import { demandLanguage, readTerminalArguments, type TerminalArguments } from './talk/terminal-arguments'
import { openTerminalBot, type TerminalBot, type TerminalTurn } from './talk/terminal-bot'

const usage = `Så här: npm run ask -- "Var lämnar jag batterier?" [--json] [--lang en] [--channel sms]
        npm run ask -- --file questions.jsonl --json

  --json     { outcome, intent: { id, score, runnerUp }, replies: [{ text, suggestions, sources }] }
  --file     en {"text": "…", "lang": "sv"} på varje rad (UTF-8); skriver ett svar i JSON på varje rad, { "error" } för en rad som
             inte går att fråga, och slutar då med 2 när alla andra är frågade
  --lang     sv (om inget sägs) eller ett annat språk i dialogs/city.yaml
  --channel  web (om inget sägs) eller sms`

/** What one turn was, in the form that evaluations read. */
function toResult({ outcome, classification, replies }: TerminalTurn) {
  const [best, second] = classification?.best ?? []
  return {
    outcome,
    intent:
      best === undefined
        ? null
        : {
            id: best.label,
            score: round(best.probability),
            runnerUp: second === undefined ? null : { id: second.label, score: round(second.probability) },
          },
    replies: replies.map(({ text, suggestions, sources }) => ({
      text,
      suggestions: suggestions.map(({ label }) => label),
      sources: sources.map(({ title, url }) => ({ title, url })),
    })),
  }
}

const round = (probability: number): number => Math.round(probability * 10_000) / 10_000

const askOne = (
  bot: TerminalBot,
  text: string,
  language: string,
  { channel }: TerminalArguments,
): Promise<TerminalTurn> => bot.newTalk({ channel, language }).say({ kind: 'text', text })

function printForPeople({ outcome, replies }: TerminalTurn): void {
  for (const { text, suggestions, sources } of replies) {
    console.log(toPlainText(text))
    for (const { title, url } of sources) console.log(`  Källa: ${title} ${url}`)
    for (const { label } of suggestions) console.log(`  [${label}]`)
  }
  console.log(`\n(${outcome})`)
}

function readQuestion(line: string, where: string): { readonly text: string; readonly lang?: string } {
  try {
    const question = JSON.parse(line) as { text?: unknown; lang?: unknown }
    if (typeof question.text === 'string')
      return { text: question.text, ...(typeof question.lang === 'string' ? { lang: question.lang } : {}) }
  } catch {
    // Told below together with the other way to be wrong.
  }
  throw new Error(`${where}: skriv en rad som {"text": "Var lämnar jag batterier?", "lang": "sv"}`)
}

async function openToRead(file: string): Promise<NodeJS.ReadableStream> {
  const opened = await open(file).catch((error: unknown) => {
    throw new Error(
      `--file ${file} går inte att läsa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}).`,
    )
  })
  if (!(await opened.stat()).isFile())
    throw new Error(`--file ${file} är ingen fil; ange en textfil med en fråga på varje rad.`)
  return opened.createReadStream()
}

/** `sv-SE` and `EN` are the languages that residents' browsers write so. */
const baseLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

async function askLine(
  bot: TerminalBot,
  { line, where }: { readonly line: string; readonly where: string },
  options: TerminalArguments,
): Promise<object> {
  try {
    const { text, lang = options.language } = readQuestion(line, where)
    const language = baseLanguage(lang)
    demandLanguage(bot.content, language, `${where}: "lang"`)
    return toResult(await askOne(bot, text, language, options))
  } catch (error) {
    const { message } = error as Error
    console.error(message)
    process.exitCode = 2
    return { error: message }
  }
}

/** A line that cannot be asked stops none of the others, so that a long file is asked once. */
async function askFile(bot: TerminalBot, file: string, options: TerminalArguments): Promise<void> {
  let lineNumber = 0
  for await (const written of createInterface({ input: await openToRead(file), crlfDelay: Infinity })) {
    lineNumber += 1
    const line = withoutByteOrderMark(written)
    if (line.trim() === '') continue
    console.log(JSON.stringify(await askLine(bot, { line, where: `${file}:${lineNumber}` }, options)))
  }
}

async function ask(): Promise<void> {
  leaveWithReader()
  const options = readTerminalArguments(usage)
  if (options.text === '' && options.file === undefined) throw new Error(`Skriv en fråga.\n\n${usage}`)
  const bot = await openTerminalBot({ listens: true })
  demandLanguage(bot.content, options.language)
  if (options.file !== undefined) await askFile(bot, options.file, options)
  else {
    const turn = await askOne(bot, options.text, options.language, options)
    if (options.json) console.log(JSON.stringify(toResult(turn), undefined, 2))
    else printForPeople(turn)
  }
  await bot.close()
}

ask().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
