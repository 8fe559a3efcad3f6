// Plays the conversations that stand under `tests:` in the dialogs, each against a whole bot with the actions it says.
import { parseArgs } from 'node:util'
import type { ActionResult, RunAction } from '../bot/contracts/action'
import type { Content } from '../bot/content'
import type { Clock } from '../bot/contracts/clock'
import { runChatTest, type ChatTestResult, type ObservedTurn } from '../bot/dialog/chat-test'
import type { Dialog, DialogTest } from '../bot/dialog/model'
import { replaceCalls } from '../bot/dialog/replace-calls'
import { findingLanguages, type FindingLanguage } from './render-findings'
import { loadShippedContent, openTerminalBot, type TerminalTurn } from './terminal-bot'

const usage = `Usage: npm run dialogs:test [-- felanmalan grovsopor] [-- --lang sv|en]

Plays every conversation under "tests:" in dialogs/, or those of the dialogs named. --lang is the language of this report.`

/** A Tuesday morning in November; the same for every run, so that "i övermorgon" means the same. */
const testClock: Clock = { now: () => new Date('2026-11-24T09:00:00.000Z') }

/** Gives what the test says, one result after another; the last one again and again. */
function scriptedActions(given: DialogTest['given']): RunAction {
  const calls = new Map<string, number>()
  return ({ name }): Promise<ActionResult> => {
    const results = given.get(name)
    const call = calls.get(name) ?? 0
    calls.set(name, call + 1)
    const result = results?.[Math.min(call, results.length - 1)]
    if (result === undefined) return Promise.resolve({ kind: 'failed', failure: 'unavailable' })
    return Promise.resolve(
      typeof result['fails'] === 'string'
        ? { kind: 'failed', failure: result['fails'] }
        : { kind: 'done', gives: result },
    )
  }
}

function toObserved({ events, answers, replies }: TerminalTurn): ObservedTurn {
  const asked = events.findLast((event) => event.kind === 'asked')
  const ended = events.findLast((event) => event.kind === 'ended')
  return {
    ...(asked === undefined ? {} : { asked: asked.name }),
    ...(ended === undefined ? {} : { ended: ended.status }),
    said: events.flatMap((event) =>
      event.kind === 'said' || event.kind === 'handed-off' ? [{ id: event.id }] : [],
    ),
    did: events.flatMap((event) => (event.kind === 'did' ? [event.action] : [])),
    answers,
    replies: replies.map(({ text }) => text),
  }
}

async function play(content: Content, tested: Dialog, test: DialogTest): Promise<ChatTestResult> {
  const { dialog, given } = replaceCalls(tested, test.given)
  const dialogs = new Map([...content.dialogs, [dialog.id, dialog]])
  const bot = await openTerminalBot({
    content: { ...content, dialogs },
    clock: testClock,
    runAction: scriptedActions(given),
  })
  const talk = bot.newTalk({ channel: test.channel, language: test.language })
  try {
    return await runChatTest(test, async (text) => toObserved(await talk.say({ kind: 'text', text })))
  } finally {
    await bot.close()
  }
}

function report(dialog: Dialog, result: ChatTestResult, language: FindingLanguage): void {
  if (result.kind === 'passed') {
    console.log(`✓ ${dialog.id}: ${result.test.name}`)
    return
  }
  const { file, line, column } = result.place
  console.log(`✗ ${dialog.id}: ${result.test.name}\n  ${file}:${line}:${column} ${result.message[language]}`)
  for (const { author, text } of result.talk)
    console.log(`    ${author === 'resident' ? '>' : ' '} ${text.replaceAll('\n', '\n      ')}`)
}

function chosenDialogs(dialogs: ReadonlyMap<string, Dialog>, names: readonly string[]): readonly Dialog[] {
  const unknown = names.filter((name) => !dialogs.has(name))
  if (unknown.length > 0)
    throw new Error(
      `There is no dialog ${unknown.join(', ')} without errors. There are: ${[...dialogs.keys()].join(', ')}.`,
    )
  return names.length === 0 ? [...dialogs.values()] : names.flatMap((name) => dialogs.get(name) ?? [])
}

interface Options {
  readonly names: readonly string[]
  readonly language: FindingLanguage
  readonly help: boolean
}

/** @throws Error that says what is wrong with the options, with the usage. */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'sv' }, help: { type: 'boolean', default: false } },
  })
  const language = findingLanguages.find((known) => known === values.lang)
  if (language === undefined) throw new Error(`--lang is sv or en, not "${values.lang}"\n\n${usage}`)
  return { names: positionals, language, help: values.help }
}

async function testDialogs(): Promise<number> {
  const { names, language, help } = readOptions()
  if (help) {
    console.log(usage)
    return 0
  }
  const content = await loadShippedContent(testClock.now())
  let failed = 0
  let passed = 0
  for (const dialog of chosenDialogs(content.dialogs, names))
    for (const test of dialog.tests) {
      const result = await play(content, dialog, test)
      report(dialog, result, language)
      if (result.kind === 'passed') passed += 1
      else failed += 1
    }
  console.log(
    language === 'sv' ? `${passed} gick bra, ${failed} gick fel` : `${passed} passed, ${failed} failed`,
  )
  const leftOut = filesLeftOut(content)
  if (leftOut.length > 0)
    console.error(
      language === 'sv'
        ? `Inte provade, för de har fel: ${leftOut.join(', ')}. Kör npm run dialogs:check.`
        : `Not tested, because they have errors: ${leftOut.join(', ')}. Run npm run dialogs:check.`,
    )
  return failed === 0 && leftOut.length === 0 ? 0 : 1
}

/** Files of dialogs with an error in them; why stands in the lines that loading wrote. */
const filesLeftOut = ({ findings }: Content): readonly string[] => [
  ...new Set(
    findings
      .filter(({ severity, place }) => severity === 'error' && place.file.startsWith('dialogs/'))
      .map(({ place }) => place.file),
  ),
]

testDialogs()
  .then((exitCode) => {
    process.exitCode = exitCode
  })
  .catch((error: unknown) => {
    console.error((error as Error).message)
    process.exitCode = 2
  })
