// Asks the bot one question, or a file of them, each in a conversation of its own, and prints what a resident would get.
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { demandLanguage, readTerminalArguments, type TerminalArguments } from './terminal-arguments'
import { openTerminalBot, type TerminalBot, type TerminalTurn } from './terminal-bot'

const usage = `Usage: npm run ask -- "Var lämnar jag batterier?" [--json] [--lang en] [--channel sms]
       npm run ask -- --file questions.jsonl --json

  --json     { outcome, intent: { id, score, runnerUp }, replies: [{ text, suggestions, sources }] }
  --file     one {"text": "…", "lang": "sv"} a line; prints one JSON result a line
  --lang     sv (default) or another language of dialogs/city.yaml
  --channel  web (default) or sms`

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
    console.log(text)
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
  throw new Error(`${where}: expected a line such as {"text": "Var lämnar jag batterier?", "lang": "sv"}`)
}

async function openToRead(file: string): Promise<NodeJS.ReadableStream> {
  const opened = await open(file).catch((error: unknown) => {
    throw new Error(
      `--file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
    )
  })
  if (!(await opened.stat()).isFile())
    throw new Error(`--file ${file} is no file; give a text file with one question a line.`)
  return opened.createReadStream()
}

async function askFile(bot: TerminalBot, file: string, options: TerminalArguments): Promise<void> {
  let lineNumber = 0
  for await (const line of createInterface({ input: await openToRead(file), crlfDelay: Infinity })) {
    lineNumber += 1
    if (line.trim() === '') continue
    const where = `${file}:${lineNumber}`
    const { text, lang = options.language } = readQuestion(line, where)
    demandLanguage(bot.content, lang, `${where}: "lang"`)
    console.log(JSON.stringify(toResult(await askOne(bot, text, lang, options))))
  }
}

async function ask(): Promise<void> {
  const options = readTerminalArguments(usage)
  if (options.text === '' && options.file === undefined) throw new Error(`Nothing to ask.\n\n${usage}`)
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
