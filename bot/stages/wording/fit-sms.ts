// Over SMS all that a turn says is one text: who answers, the words, the options as numbered lines, cut where it is too long.
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import type { SmsMemory } from '../../contracts/talk/conversation'
import { hourMs } from '../../contracts/basics/durations'
import type { Outcome } from '../../contracts/talk/outcome'
import type { Reply } from '../../contracts/talk/reply'
import type { OutboxEntry } from '../../contracts/store/store'
import { inConversation, replyEntryId, textMessageEntry, toldEntryId } from '../../contracts/sms/text-message'
import { cutText, join } from '../../sms/cut-text'
import { newMemory } from '../../sms/memory'
import { toSmsCharacters } from '../../text/sms-characters'
import { cityTextIn } from '../turn/city-text'
import { asksForDigits, asksToConfirm } from '../turn/open-dialog'
import { withConversation, type Turn } from '../turn/turn'
import { wordOpenQuestion } from './word-open-question'

/** What waits has the first numbers, whatever was offered before it: "1" to "Stämmer uppgifterna?" is its yes. */
function ownFirst(turn: Turn): Reply['suggestions'] {
  const all = turn.replies.flatMap(({ suggestions }) => suggestions)
  if (!turn.utterances.some(({ kind }) => kind === 'open-question')) return all
  const own = wordOpenQuestion(turn).suggestions.map(({ choice }) => `${choice.name}=${choice.value}`)
  const isOwn = ({ choice }: (typeof all)[number]): boolean => own.includes(`${choice.name}=${choice.value}`)
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]
}

/** The welcome has said who answers; STOPP is answered with one sentence. */
const greetsItself = (outcome: Outcome): boolean => outcome === 'guarded-opted-out' || outcome === 'welcomed'

/** The turn with one reply, and what the next text may mean by a number or by MER. A web turn stays as it is. */
export function fitSms(turn: Turn, outcome: Outcome): Turn {
  if (turn.message.channel !== 'sms') return turn
  const memory = turn.conversation.sms ?? newMemory
  const [first] = turn.replies
  // Of what the house had to say and did not, the resident has seen nothing: MER still means what it did.
  if (first === undefined)
    return turn.message.content.kind === 'house' ? turn : remember(turn, { ...memory, more: null })
  const suggestions = ownFirst(turn)
  const isEmergency = outcome === 'guarded-emergency'
  const urgent = turn.replies.some((reply) => reply.urgent)
  // What is urgent goes without a word of who answers, which is said with the next one.
  const mayWait = isEmergency || turn.askedAboutDanger !== undefined
  const hello = memory.isGreeted || mayWait || greetsItself(outcome) ? '' : textIn(turn, 'sms.first', first)
  const words = turn.replies.map(({ text }) => toSmsCharacters(text))
  const options = optionLines(turn, suggestions)
  const more = textIn(turn, 'sms.more', first)
  const { text, rest } =
    isEmergency || asksToConfirm(turn)
      ? { text: join(isEmergency ? '' : hello, ...words, options) }
      : cutText(join(hello, ...words), options, more)
  const reply: Reply = {
    ...last(turn.replies, first),
    id: first.id,
    text,
    suggestions,
    ...(urgent && { urgent }),
  }
  const at = turn.now.toISOString()
  return remember(
    { ...turn, replies: [reply], outbox: [...turn.outbox, ...replyEntry(turn, reply)] },
    {
      ...memory,
      menu: menuAfter(turn, memory.menu, suggestions),
      more:
        rest === undefined
          ? null
          : { at, text: rest, language: first.language, ...(isTold(turn) && { told: true }) },
      isGreeted: memory.isGreeted || !mayWait,
    },
  )
}

/** The gateway's request is answered well before it is due; it is sent when nobody was there any more to be answered. */
const replyDueMs = 10_000
/** Later than this nobody remembers what they asked. */
const replyUsefulMs = 12 * hourMs

/** What the house says by itself has an entry of its own, which asks for STOPP and quiet time. */
function replyEntry({ message, now }: Turn, { text, urgent }: Reply): readonly OutboxEntry[] {
  const { id, conversationId, from: theirs, to: ours, content } = message
  if (theirs === undefined || ours === undefined || text === '' || content.kind === 'house') return []
  const after = (ms: number) => new Date(now.getTime() + ms)
  const notAfter = after(replyUsefulMs).toISOString()
  const reply = { to: theirs, from: ours, text, notAfter, asked: true, ...(urgent && { urgent }) }
  const entry = textMessageEntry(replyEntryId(conversationId, id), after(replyDueMs), reply)
  return [inConversation(entry, conversationId, urgent)]
}

/** Sources, feedback and topic are those of the answer, which is said last. */
const last = (replies: readonly Reply[], first: Reply): Reply =>
  replies.findLast(({ sources }) => sources.length > 0) ?? replies.at(-1) ?? first

/** A person's words go at once. */
const isTold = ({ message: { content } }: Turn): boolean =>
  content.kind === 'house' && content.news.kind !== 'person'

const remember = (turn: Turn, sms: SmsMemory): Turn => withConversation(turn, { sms })

const textIn = (turn: Turn, key: 'sms.first' | 'sms.more', { language }: Reply): string =>
  toSmsCharacters(cityTextIn(turn, key, language))

function optionLines(turn: Turn, suggestions: Reply['suggestions']): string {
  const isNumbered = !asksForDigits(turn)
  return suggestions
    .map(({ label }, index) => `${isNumbered ? `${index + 1} ` : '- '}${toSmsCharacters(label)}`)
    .join('\n')
}

/**
 * The numbers sent last stay good until others are sent, or a dialog asks something. A yes or a no is for what was asked last: after
 * "Ska jag avboka?" and "nej", a "ja" is for nothing. What the house asks by itself may be read, and answered, later.
 */
function menuAfter(
  turn: Turn,
  before: SmsMemory['menu'],
  suggestions: Reply['suggestions'],
): SmsMemory['menu'] {
  if (suggestions.length > 0)
    return {
      at: turn.now.toISOString(),
      ...(isTold(turn) && { told: true, text: toldEntryId(turn.message.conversationId, turn.message.id) }),
      options: suggestions.map(({ label, choice }) => ({ label, ...choice })),
    }
  return turn.conversation.frames.length > 0 || isYesOrNo(turn, before) ? null : before
}

const isYesOrNo = ({ content: { city } }: Turn, menu: SmsMemory['menu']): boolean =>
  menu !== null &&
  menu.told !== true &&
  menu.options.some(({ label }) => readPlainYesNo(label, city) !== undefined)
