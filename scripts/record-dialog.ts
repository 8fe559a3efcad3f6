// A talk in the terminal that becomes a conversation test: play the resident, then keep what happened.
import { explainOptions } from './command/explain-options'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { channels, type Channel } from '../bot/contracts/talk/message'
import type { Content } from '../bot/content/content'
import type { RunAction } from '../bot/contracts/cases/action'
import type { Suggestion } from '../bot/contracts/talk/reply'
import { trustingShelf } from './conversation-tests/sample-files'
import { onAnyDay, testClock } from './conversation-tests/play'
import { writeTest, type RecordedCall, type RecordedTurn } from './conversation-tests/write-test'
import { contentOfFile } from './talk/terminal-files'
import { printTurn, sentPath, toContent, typedLines } from './talk/terminal-lines'
import { demandLanguage } from './talk/terminal-arguments'
import { projectRoot } from '../main/project-root'
import { loadShippedContent, openTerminalBot } from './talk/terminal-bot'

// `--lang` is the language of the talk, so the command itself has one only.
const usage = `Så här: npm run dialogs:record [-- --name "En soffa hämtas"] [--into grovsopor] [--lang en] [--channel sms]

Skriv som en invånare, med påhittade uppgifter. En siffra trycker på valet med det numret, "bild: lampa.jpg" skickar en bild och en
tom rad avslutar. Det som hände blir ett prov: i terminalen, eller med --into sist under "tests:" i dialogens fil. Dagen är alltid
den 24 november 2026, som i alla prov, så att "i övermorgon" betyder detsamma varje gång. Läs igenom provet innan du behåller det.
Tar du bort raden "channel:" ska det stämma både på webben och på sms.

  --name     vad provet visar
  --into     dialogen som får det
  --lang     språket som invånaren skriver: sv, eller ett annat av språken i dialogs/city.yaml
  --channel  web eller sms`

interface Options {
  readonly name: string
  readonly into: string | undefined
  readonly language: string
  readonly channel: Channel
  readonly help: boolean
}

/** @throws Error that says what is wrong with the options, with the usage. */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      name: { type: 'string', default: 'Ett nytt prov' },
      into: { type: 'string' },
      lang: { type: 'string', default: 'sv' },
      channel: { type: 'string', default: 'web' },
      help: { type: 'boolean', default: false },
    },
  })
  const channel = channels.find((known) => known === values.channel)
  if (channel === undefined)
    throw new Error(`--channel är ${channels.join(' eller ')}, inte "${values.channel}"\n\n${usage}`)
  return { name: values.name, into: values.into, language: values.lang, channel, help: values.help }
}

async function record(): Promise<void> {
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const content = await loadShippedContent()
  demandLanguage(content, options.language)
  const file = options.into === undefined ? undefined : fileOf(content, options.into)
  const calls: RecordedCall[] = []
  const turns = await talk(content, options, (builtIn) => async (call) => {
    const result = await builtIn(call)
    calls.push({ action: call.name, result })
    return result
  })
  if (turns.length === 0) return
  const test = writeTest({ ...options, turns, calls })
  if (file === undefined) console.log(`\n${test}`)
  else {
    writeFileSync(file, appendTest(readFileSync(file, 'utf8'), test))
    console.log(
      `\n"${options.name}" står nu sist i ${file}. Kör npm run dialogs:test -- ${options.into ?? ''}`,
    )
  }
}

function fileOf({ dialogs }: Content, id: string): string {
  const dialog = dialogs.get(id)
  if (dialog !== undefined) return join(process.env['CONTENT_DIR'] || projectRoot, dialog.file)
  throw new Error(
    `--into: det finns ingen dialog "${id}". De som finns är: ${[...dialogs.keys()].join(', ')}.`,
  )
}

/** `tests:` stands last in a dialog's file; a file without it gets it. */
function appendTest(text: string, test: string): string {
  const whole = text.endsWith('\n') ? text : `${text}\n`
  return /^tests:/m.test(whole) ? `${whole}${test}` : `${whole}tests:\n${test}`
}

async function talk(
  content: Content,
  { channel, language }: Options,
  runAction: (builtIn: RunAction) => RunAction,
): Promise<readonly RecordedTurn[]> {
  const bot = await openTerminalBot({
    content: onAnyDay(content),
    clock: testClock,
    runAction,
    shelf: trustingShelf,
  })
  const talking = bot.newTalk({ channel, language })
  const turns: RecordedTurn[] = []
  let suggestions: readonly Suggestion[] = []
  for await (const line of typedLines()) {
    const path = sentPath(line)
    const said = path === undefined ? toContent(line, suggestions) : await contentOfFile(path)
    if (said === undefined) console.log(`\n${path} går inte att läsa som en bild eller pdf.`)
    else {
      const turn = await talking.say(said)
      turns.push({ said, turn })
      suggestions = printTurn(turn, channel)
    }
  }
  await bot.close()
  return turns
}

record().catch((error: unknown) => {
  console.error(explainOptions(error, 'sv'))
  process.exitCode = 2
})
