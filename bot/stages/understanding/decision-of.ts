// What a message decides by itself, or together with the thought that it goes on with.
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { pointsBack } from '../../knowledge/follow-up/read-follow-up'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { decideTopic, type TopicDecision } from '../../understanding/decide-topic'
import { isAmidst } from '../turn/is-amidst'
import { dialogIdOf } from '../turn/topic'
import { languageOf, languageOfText, type Turn } from '../turn/turn'
import { leadsTo } from './plan-of-topic'
import { classifyWholeThought } from './whole-thought'
import { isWordForWord } from './word-for-word'

export const decideOn = (turn: Turn, classification: Classification): TopicDecision =>
  decideTopic(classification, {
    interrupting: isAmidst(turn),
    spokenInPart: !turn.content.city.wholeLanguages.includes(languageOfText(turn)),
    areOne: (a, b) => leadsTo(turn, a, b) || leadsTo(turn, b, a),
  })

/** Likelier than this, words with something of their own in them are not read together with what was written before. */
const sureByItself = 0.8
export const mostOffered = 3

const isSurer = (a: Classification, b: Classification): boolean =>
  (a.best[0]?.probability ?? 0) > (b.best[0]?.probability ?? 0)

function isOver({ conversation, content }: Turn, decision: TopicDecision | undefined): boolean {
  if (decision?.kind !== 'sure' || decision.topic !== conversation.lastTopic) return false
  const dialog = content.dialogs.get(dialogIdOf(decision.topic) ?? '')
  return dialog !== undefined && [...dialog.asks.values()].some((ask) => ask.default === undefined)
}

const topicsOf = (decision: TopicDecision): readonly TopicId[] => {
  if (decision.kind === 'none') return []
  return decision.kind === 'sure' ? [decision.topic] : decision.topics
}

const askedBack = (...decisions: readonly TopicDecision[]): TopicDecision => ({
  kind: 'close',
  topics: [...new Set(decisions.flatMap(topicsOf))].slice(0, mostOffered),
})

interface Pointing {
  readonly points: 'wholly' | 'thing'
  readonly alone: TopicDecision
  readonly together: TopicDecision | undefined
}

/**
 * What "den är trasig" or "where is it" mean stands in what was said before: by themselves they are never sure. Where nothing was,
 * those that staff wrote so are.
 */
function decidePointing(turn: Turn, { points, alone, together }: Pointing): TopicDecision {
  if (together === undefined || together.kind === 'none') {
    if (alone.kind !== 'sure') return alone
    const isFirst = together === undefined && turn.conversation.answered === null
    return isFirst && isWordForWord(turn, alone.topic) ? alone : askedBack(alone)
  }
  if (alone.kind === 'none') return together
  if (together.kind === 'close') {
    // Of a question that still waits "vad kostar det" is no better known by itself.
    const isAskedOn = points === 'wholly' && turn.conversation.thought?.answered === false
    if (alone.kind === 'sure') return askedBack(together, alone)
    return isAskedOn ? together : alone
  }
  const mayBeOther = points === 'thing' && alone.kind === 'sure' && alone.topic !== together.topic
  return mayBeOther ? askedBack(together, alone) : together
}

/** Of the message alone, or of the whole thought where that is surer. */
export function decisionOf(turn: Turn, classification: Classification): TopicDecision {
  const alone = decideOn(turn, classification)
  if (isAmidst(turn)) return alone
  const points = pointsBack(withoutMasks(turn.text), languageOf(turn))
  const thought = classifyWholeThought(turn, points !== undefined)
  const thoughtOf = thought && decideOn(turn, thought)
  // Begun again, an errand that has just ended would ask all its questions anew of who only asks further.
  const [whole, together] = isOver(turn, thoughtOf) ? [] : [thought, thoughtOf]
  if (points !== undefined) {
    if (together === undefined && thoughtOf !== undefined && points === 'wholly') return { kind: 'none' }
    return decidePointing(turn, { points, alone, together })
  }
  if (whole === undefined || together === undefined) return alone
  if (alone.kind === 'none') return together
  if (together.kind !== 'sure') return alone
  const isWeak = (classification.best[0]?.probability ?? 0) < sureByItself
  return alone.kind === 'close' || (isWeak && isSurer(whole, classification)) ? together : alone
}
