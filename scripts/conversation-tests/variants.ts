// The ways in which each test is played: as it stands, on the other channel, and with the language switched at every turn.
import type { City } from '../../bot/contracts/city/city'
import { channels, type Channel } from '../../bot/contracts/talk/message'
import type { Language } from '../../bot/contracts/talk/language'
import type { ObservedTurn } from '../../bot/dialog/model/chat-test'
import type { Dialog, Step } from '../../bot/dialog/model/model'
import type { DialogTest } from '../../bot/dialog/model/dialog-test'
import { flatten } from '../../bot/dialog/model/step-tree'
import type { TerminalTalk, TerminalTurn } from '../talk/terminal-bot'

export interface Variant {
  /** Shown behind the test's name: `sms`, `en`; empty for the test as it stands. */
  readonly name: string
  readonly channel: Channel
  /** The test as it is held against this variant. */
  readonly of: (test: DialogTest) => DialogTest
  /** What is looked at after each turn beside the turn itself; its findings stand in place of the turn's. */
  readonly lookAgain: (talk: TerminalTalk, turn: TerminalTurn) => Promise<Partial<ObservedTurn>>
}

const nothingMore = () => Promise.resolve({})

/** The city's languages that a dialog is translated to; in the others it is spoken in Swedish, and says so. */
export const spokenBy = ({ title }: Dialog, { languages }: City): readonly Language[] =>
  languages.filter((language) => title.byKey.has(language))

/**
 * A test that names its channel is played on that one only; one that names its language in that one only.
 * @param languages those in which the dialog is spoken
 */
export function variantsOf(
  dialog: Dialog,
  test: DialogTest,
  languages: readonly Language[],
): readonly Variant[] {
  const asItStands: Variant = { name: '', channel: test.channel, of: (one) => one, lookAgain: nothingMore }
  const otherChannels = test.namesChannel
    ? []
    : channels
        .filter((channel) => channel !== test.channel)
        .map((channel): Variant => ({
          name: channel,
          channel,
          of: (one) => withoutCopy(dialog, one),
          lookAgain: nothingMore,
        }))
  const others = languages.filter((language) => language !== test.language)
  return [asItStands, ...otherChannels, ...others.map((language) => inLanguage(language, test))]
}

/** On another channel the same may be said in other words: only texts named by their id are expected. */
function withoutCopy(dialog: Dialog, test: DialogTest): DialogTest {
  const ids = new Set(flatten(dialog.steps).flatMap(textIds))
  return { ...test, chat: test.chat.filter((line) => line.kind !== 'says' || ids.has(line.text)) }
}

function textIds(step: Step): readonly string[] {
  if (step.kind === 'say' || step.kind === 'handoff') return [step.id]
  return step.kind === 'ask' ? [`${step.name}.must`] : []
}

/**
 * After each turn the resident switches to the language and back: the same must be asked in that language. That every text is
 * translated is for `dialogs:check` to see.
 */
const inLanguage = (language: Language, test: DialogTest): Variant => ({
  name: language,
  channel: test.channel,
  of: (one) => one,
  lookAgain: async (talk, turn) => {
    const asked = turn.events.findLast((event) => event.kind === 'asked')?.name
    if (asked === undefined) return {}
    const there = await talk.say({ kind: 'language', language })
    await talk.say({ kind: 'language', language: test.language })
    const askedThere = there.events.findLast((event) => event.kind === 'asked')?.name
    const isSpoken = there.replies.every((reply) => reply.language === language)
    return { asked: isSpoken && askedThere !== undefined ? askedThere : `${asked} (${language})` }
  },
})
