// A dialog begins on one of its days, or comes to the top again when it was open already; what the sentence said is not asked again.
import type { Frame } from '../../contracts/talk/conversation'
import { applyAnswers } from '../../dialog/walk/apply-answers'
import { extractAnswers } from '../../dialog/answers/extract-answers'
import { keepFirstSentence } from '../../dialog/hearing/first-sentence'
import { placeAlong } from '../../dialog/hearing/place-along'
import { toldAlong } from '../../dialog/hearing/told-along'
import type { ReadValue } from '../../dialog/model/read-value'
import { readAnswerIn } from '../../dialog/walk/options-now'
import { openFrame } from '../../dialog/walk/walk'
import { isWithinDays } from '../../dialog/model/within-days'
import { withNumberOfChannel } from '../sms/known-by-channel'
import {
  backToOpenDialog,
  mostOpenDialogs,
  openDialog,
  walkEnvironment,
  withTopFrame,
  type OpenDialog,
} from '../turn/open-dialog'
import { endTurn, goOn, withConversation, type StageResult, type Turn } from '../turn/turn'

interface Beginning {
  /** Begins with it; one that is open already makes way, for it may be about somebody else. */
  readonly known?: Frame | undefined
  /** What tells of it already; else the text that begins it. */
  readonly said?: string | undefined
  /** Where it is: only who asked knows that "Nicolaiskolan" is a place here. */
  readonly place?: string | undefined
  /** What it is about, where the text says that beside something else. */
  readonly about?: string | undefined
}

export function startDialog(
  turn: Turn,
  id: string,
  { known, said, place, about }: Beginning = {},
): StageResult {
  const dialog = turn.content.dialogs.get(id)
  if (dialog === undefined)
    return endTurn(turn, 'unanswered-no-source', { kind: 'wording', key: 'dialog.gone' })
  const { frames } = turn.conversation
  const open = frames.find((frame) => frame.dialog === id)
  const already = known === undefined ? open : undefined
  if (open === undefined && !isWithinDays(dialog, walkEnvironment(turn).today)) return notNow(turn, id)
  if (open === undefined && frames.length >= mostOpenDialogs)
    return endTurn(turn, 'asked', { kind: 'wording', key: 'dialog.too-many-open' }, { kind: 'open-question' })
  const { channel, from } = turn.message
  const sender = channel === 'sms' ? from : undefined
  const frame =
    known ??
    already ??
    withNumberOfChannel(dialog, openFrame(dialog, walkEnvironment(turn)), sender, turn.now)
  const others = frames.filter((other) => other !== open)
  const opened = withConversation(turn, { frames: [...others, frame], lastTopic: `dialog:${id}` })
  const begun: Turn =
    already === undefined
      ? { ...opened, events: [...opened.events, { kind: 'started', dialog: id }] }
      : {
          ...opened,
          utterances: [
            ...opened.utterances,
            { kind: 'dialog-title', key: 'dialog.already-open', dialog: id },
          ],
        }
  const words = said ?? (turn.message.content.kind === 'text' ? turn.text : undefined)
  return goOn(words === undefined ? begun : withExtracted(begun, words, { place, about }))
}

/** Told as a withdrawn article is; what was open already goes on. */
export const notNow = (turn: Turn, id: string): StageResult =>
  endTurn(
    turn,
    'unanswered-no-source',
    { kind: 'dialog-title', key: 'dialog.not-now', dialog: id },
    { kind: 'person-button' },
    ...backToOpenDialog(turn),
  )

function withExtracted(turn: Turn, words: string, { place, about }: Beginning): Turn {
  const open = openDialog(turn)
  if (open === undefined) return turn
  const found = extractAnswers(open.dialog, words, open.environment)
  const along = [
    ...toldAlong(open.dialog, words, open.environment, about),
    ...placeAlong(open.dialog, open.frame, words, open.environment),
  ].filter(
    ({ name }) => open.frame.answers[name] === undefined && found.every((answer) => answer.name !== name),
  )
  const there = place === undefined ? [] : placeAnswer(open, place)
  const answers = [...found, ...along, ...there.filter(({ name }) => found.every((one) => one.name !== name))]
  const { frame, refused } = applyAnswers(open.dialog, open.frame, answers, open.environment)
  const said = refused.map((refusal) => ({ kind: 'said', said: refusal.said }) as const)
  const begun = keepFirstSentence(open.dialog, frame, words, open.environment)
  return { ...withTopFrame(turn, begun), utterances: [...turn.utterances, ...said] }
}

/** What is doubtful, or one of several, is asked for as it would be without. */
function placeAnswer({ dialog, frame, environment }: OpenDialog, place: string): readonly ReadValue[] {
  const [ask, ...others] = [...dialog.asks.values()].filter(({ types }) => types.includes('address'))
  if (ask === undefined || others.length > 0) return []
  const reading = readAnswerIn(dialog, frame, ask, place, environment)
  return reading.kind === 'value' && reading.isDoubtful !== true
    ? [{ name: ask.name, value: reading.value, raw: place, source: 'typed' }]
    : []
}
