// Plays one conversation test against a whole bot with the actions it says, as it stands or in another variant.
import type { ActionResult, RunAction } from '../../bot/contracts/cases/action'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { Channel } from '../../bot/contracts/talk/message'
import type { Content } from '../../bot/content/content'
import { runChatTest, type ChatTestResult, type ObservedTurn } from '../../bot/dialog/model/chat-test'
import type { Dialog } from '../../bot/dialog/model/model'
import type { DialogTest, ResidentLine } from '../../bot/dialog/model/dialog-test'
import { replaceCalls } from '../../bot/dialog/model/replace-calls'
import { openTerminalBot, type TerminalTalk, type TerminalTurn } from '../talk/terminal-bot'
import { contentOfLine, trustingShelf } from './sample-files'
import type { Variant } from './variants'

/** A Tuesday morning in November; the same for every run, so that "i övermorgon" means the same. */
export const testClock: Clock = { now: () => new Date('2026-11-24T09:00:00.000Z') }

/** A test is of what a dialog says: that of the summer's dialog is played in November too. */
export const onAnyDay = (content: Content): Content => ({
  ...content,
  dialogs: new Map(
    [...content.dialogs].map(([id, dialog]) => [id, { ...dialog, valid: {}, daysOfCalled: new Map() }]),
  ),
})

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

/** A talk in which the actions give what the test says. Close it when done. */
export async function openTestTalk(
  content: Content,
  tested: Dialog,
  test: DialogTest,
  channel: Channel = test.channel,
): Promise<{ readonly talk: TerminalTalk; readonly close: () => Promise<void> }> {
  const { dialog, given } = replaceCalls(tested, test.given)
  const bot = await openTerminalBot({
    content: onAnyDay({ ...content, dialogs: new Map([...content.dialogs, [dialog.id, dialog]]) }),
    clock: testClock,
    runAction: () => scriptedActions(given),
    shelf: trustingShelf,
  })
  return { talk: bot.newTalk({ channel, language: test.language }), close: () => bot.close() }
}

export interface Played {
  readonly result: ChatTestResult
  readonly turns: readonly TerminalTurn[]
}

export async function playTest(
  content: Content,
  dialog: Dialog,
  test: DialogTest,
  variant: Variant,
): Promise<Played> {
  const { talk, close } = await openTestTalk(content, dialog, test, variant.channel)
  const turns: TerminalTurn[] = []
  const say = async (line: ResidentLine): Promise<ObservedTurn> => {
    const turn = await talk.say(contentOfLine(line))
    turns.push(turn)
    return { ...toObserved(turn), ...(await variant.lookAgain(talk, turn)) }
  }
  try {
    return { result: await runChatTest(variant.of(test), say), turns }
  } finally {
    await close()
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
