// Whether what a resident wrote may be sent, masked, to a model of another company.
import type { Classification } from '../../contracts/talk/classifier'
import { leastProbabilityToOffer } from '../../understanding/decide-topic'
import { decisionOf } from '../understanding/decision-of'
import { isAmidst } from '../turn/is-amidst'
import { articleOf, isSensitiveTopic } from '../turn/topic'
import { languageOf, withConversation, type Turn } from '../turn/turn'

/** Only what stands alone: nothing of a dialog, an errand, a sensitive matter, a cry for help or signs of one leaves the house. */
export function mayLeaveTheHouse(turn: Turn): boolean {
  const { conversation, classification, content, plan } = turn
  return (
    plan === undefined &&
    classification !== undefined &&
    turn.topDialogGone !== true &&
    turn.seenLanguage === undefined &&
    !isAmidst(turn) &&
    conversation.reversal === null &&
    conversation.emergency === null &&
    conversation.danger === null &&
    turn.danger === null &&
    content.city.wholeLanguages.includes(languageOf(turn)) &&
    !isNearSensitive(turn, classification) &&
    isUnsure(turn, classification)
  )
}

/** With an errand among what may be meant, the resident is asked: no text does it for them. */
function isUnsure(turn: Turn, classification: Classification): boolean {
  const decision = decisionOf(turn, classification)
  switch (decision.kind) {
    case 'sure':
      return false
    case 'close':
      return decision.topics.every((topic) => articleOf(topic) !== undefined)
    case 'none':
      return true
  }
}

/** A sensitive dialog was talked about, sent a notice, or may be meant now. */
function isNearSensitive(turn: Turn, { best }: Classification): boolean {
  const { conversation, notice } = turn
  const likely = best.filter(({ probability }) => probability >= leastProbabilityToOffer)
  const topics = [
    ...topicsOf(conversation),
    notice && `dialog:${notice.dialog}`,
    ...likely.map(({ label }) => label),
  ]
  return conversation.sensitiveAt !== null || topics.some((topic) => isSensitiveTopic(turn, topic))
}

const topicsOf = ({ lastTopic, finished, frames }: Turn['conversation']): readonly (string | null)[] => [
  lastTopic,
  ...[...frames, ...(finished === null ? [] : [finished.frame])].map(({ dialog }) => `dialog:${dialog}`),
]

/** At the end of a turn: marked for as long as the conversation is kept, whatever is talked about after it. */
export function markSensitive(turn: Turn): Turn {
  const isNow = topicsOf(turn.conversation).some((topic) => isSensitiveTopic(turn, topic))
  return isNow ? withConversation(turn, { sensitiveAt: turn.now.toISOString() }) : turn
}
