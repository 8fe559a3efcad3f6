// Before everything else: a cry for help is answered at once, whatever the text is otherwise about. Needs no content, no
// classifier and no store, and nothing of the message reaches a stage behind it.
import type { ReadSigns } from '../../contracts/talk/danger'
import { minuteMs } from '../../contracts/basics/durations'
import { emergencyKinds, type EmergencyKind } from '../../contracts/talk/emergency-kind'
import { takesText } from '../../dialog/model/list-question'
import { saysAllIsWell } from '../../emergency/all-clear'
import { quotesAdvice } from '../../emergency/advice'
import { spotEmergency, type Emergency } from '../../emergency/spot-emergency'
import { saysCannotCall } from '../../emergency/without-a-call'
import { hearQuote, newMemory } from '../../sms/memory'
import { openDialog, openQuestion } from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface AnswerEmergencyParts {
  /** Where it knows nothing yet, phrases alone decide. */
  readonly readSigns: ReadSigns | undefined
}

export const answerEmergency =
  ({ readSigns }: AnswerEmergencyParts): Stage =>
  (turn) => {
    const { kind } = turn.message.content
    if (kind !== 'text' && kind !== 'feedback') return goOn(turn)
    const emergency = spotEmergency(turn.text, readSigns, languageOf(turn))
    const silent = cannotCall(turn, emergency)
    if (emergency === undefined)
      return silent === undefined
        ? hearAllClear(turn)
        : endTurn(turn, 'guarded-emergency', silent, ...afterwards(turn))
    const quoting = hearQuotedAdvice(turn)
    if (quoting.isLoop) return endTurn(turn, 'guarded-rate')
    const marked = markEmergency(quoting.turn, emergency.kind)
    // The same words again help nobody who has just said why they are of no use.
    const advice = silent ?? ({ kind: 'emergency', emergency } as const)
    // What is confided to the city beside an answer is a judgement too, and is kept: `note-feedback` ends that turn.
    return kind === 'feedback' || tellsTheCity(turn)
      ? goOn({ ...marked, utterances: [...marked.utterances, advice] })
      : endTurn(marked, 'guarded-emergency', advice, ...afterwards(turn))
  }

/** "Nej hon vaknade nu": who was advised a moment ago is not told again that nobody understood. Of who wants to die it says too little. */
function hearAllClear(turn: Turn): StageResult {
  const { emergency } = turn.conversation
  if (turn.message.content.kind !== 'text' || emergency === null || !isRecent(emergency.at, turn.now))
    return goOn(turn)
  const language = emergency.kind === 'self-harm' || tellsTheCity(turn) ? undefined : saysAllIsWell(turn.text)
  return language === undefined
    ? goOn(turn)
    : endTurn(turn, 'answered-command', { kind: 'all-clear', language }, ...openQuestion(turn))
}

/** To who was told to call a moment ago, and says that they cannot: what they can do without. */
function cannotCall({ text, conversation, now }: Turn, told: Emergency | undefined): Utterance | undefined {
  const before = conversation.emergency
  if (before === null || !isRecent(before.at, now)) return undefined
  const language = saysCannotCall(text)
  const kind = told?.kind ?? emergencyKinds.find((one) => one === before.kind)
  if (language === undefined || kind === undefined) return undefined
  return { kind: 'emergency', emergency: { kind, language: told?.language ?? language }, cannotCall: true }
}

/**
 * Asked for words of their own, residents write what happened to them too: a complaint, a report. Who was advised a moment ago and
 * writes on is heard, and advised beside it; otherwise the same words would be stopped each time, and could not be sent at all.
 */
function tellsTheCity(turn: Turn): boolean {
  const { emergency, frames } = turn.conversation
  if (emergency === null || frames.length === 0 || !isRecent(emergency.at, turn.now)) return false
  const open = openDialog(turn)
  return open !== undefined && takesText(open.dialog, open.frame.open)
}

const recentMs = 30 * minuteMs

/** Whether an emergency is so short ago that what is written now may be about it. */
export const isRecent = (at: string, now: Date): boolean => now.getTime() - Date.parse(at) <= recentMs

/** The turn of a conversation of which nothing reaches a language model from now on. */
export const markEmergency = (turn: Turn, kind: EmergencyKind): Turn =>
  withConversation(turn, { emergency: { kind, at: turn.now.toISOString() } })

/**
 * A machine that answers by itself may quote our advice, which is an alarm again: once in these words is enough, for a while.
 * A person who writes in other words, or without ours, is answered each time.
 */
function hearQuotedAdvice(turn: Turn): { readonly turn: Turn; readonly isLoop: boolean } {
  if (turn.message.channel !== 'sms' || !quotesAdvice(turn.text)) return { turn, isLoop: false }
  const { memory, isLoop } = hearQuote(turn.conversation.sms ?? newMemory, turn.text, turn.now)
  return { turn: withConversation(turn, { sms: memory }), isLoop }
}

/** What was talked about stays open, unsaid, until the resident wants to go on with it. */
export const afterwards = (turn: Turn): readonly Utterance[] => [
  ...(turn.stateLost ? [{ kind: 'wording', key: 'state-lost' } as const] : []),
  ...(turn.conversation.frames.length === 0
    ? []
    : [
        {
          kind: 'buttons',
          buttons: [{ key: 'emergency.go-on', choice: { name: 'command', value: 'repeat' } }],
        } as const,
      ]),
]
