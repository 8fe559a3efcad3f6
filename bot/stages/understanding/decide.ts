// What the turn is about, when no open question took it: a dialog to start, an article or a passage of one, one question back, or
// honest ignorance.
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { pointsBack } from '../../knowledge/follow-up/read-follow-up'
import { maskInCity } from '../../privacy/mask-in-city'
import { withoutMasks } from '../../privacy/mask-personal-data'
import type { TopicDecision } from '../../understanding/decide-topic'
import { saysOnlyWhen } from '../dialog/says-only-when'
import { isAmidst } from '../turn/is-amidst'
import { mayInterrupt, mayTap } from '../turn/may-interrupt'
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
import { wordsToRecognise } from '../turn/words-to-recognise'
import { clarify, notUnderstood, worthListing } from './ask-back'
import { begunBelow, chosenTopic, understood } from './begin-topic'
import { decideOn, decisionOf, mostOffered } from './decision-of'
import { findPassage } from './find-passage'
import { keepDeclined, rememberThought } from './keep-unanswered'
import { withoutAbuse } from './match-made-of'
import { stayCalm } from './obey-command'
import { areOfOneThing } from './of-one-thing'
import { exists, toTopic } from './plan-of-topic'
import { reportIn } from './report-in'
import { staysWithDanger } from './stay-with-danger'
import { takeLater } from './take-later'

/** A tap needs no guessing; a button that means nothing here comes from an older page. */
function decideTapped(turn: Turn): StageResult | undefined {
  const { content } = turn.message
  if (content.kind !== 'choice') return undefined
  const { name, value } = content.choice
  const topic = name === 'topic' ? toTopic(value) : undefined
  if (topic !== undefined && exists(turn, topic) && mayTap(turn, topic)) return chosenTopic(turn, topic)
  if (name === 'topic' && value === 'none')
    return endTurn(
      withConversation(keepDeclined(turn), { clarifying: [], thought: null }),
      'clarified',
      { kind: 'wording', key: 'clarify.none-chosen' },
      { kind: 'person-button' },
    )
  const stale: Utterance = { kind: 'wording', key: 'button.stale' }
  return turn.conversation.frames.length > 0
    ? endTurn(turn, 'asked', stale, { kind: 'open-question' })
    : endTurn(turn, 'answered-command', stale, { kind: 'wording', key: 'what-now' })
}

/** "Vad händer nu" stands in some passage or other, and means none of them. */
const namesNothing = (turn: Turn): boolean =>
  pointsBack(withoutMasks(turn.text), languageOf(turn)) === 'wholly'

/** Quotes a passage that answers, if there is one. */
function quote(turn: Turn, close: readonly TopicId[]): StageResult | undefined {
  const passage =
    isAmidst(turn) || (close.length === 0 && namesNothing(turn)) ? undefined : findPassage(turn, close)
  if (passage === undefined) return undefined
  const others = close.filter((topic) => topic !== `article:${passage.articleId}`)
  return goOn({
    // In the order of the buttons, for "den första".
    ...rememberThought(
      withConversation(turn, { misses: 0, clarifying: [`article:${passage.articleId}`, ...others] }),
      { answered: true },
    ),
    plan: { kind: 'passage', passage, others },
  })
}

/** Who writes a number to words that may ask for a call asks for it: to ask back would mask the number, and then ask for it. */
function beginCall(turn: Turn, close: readonly TopicId[]): StageResult | undefined {
  const { city } = turn.content
  const callBack: TopicId = `dialog:${city.callBackDialog}`
  // Who waits for a person here will be asked by them.
  const mayCall = turn.conversation.person === null && close.includes(callBack) && exists(turn, callBack)
  return mayCall && maskInCity(city, turn.now)(turn.text).kinds.includes('phone')
    ? understood(turn, callBack)
    : undefined
}

function act(turn: Turn, decision: TopicDecision): StageResult {
  switch (decision.kind) {
    case 'sure':
      if (!exists(turn, decision.topic) || (isAmidst(turn) && saysOnlyWhen(turn))) return notUnderstood(turn)
      return mayInterrupt(turn, decision.topic)
        ? begunBelow(turn, (isAmidst(turn) ? undefined : reportIn(turn, decision.topic)) ?? decision.topic)
        : (takeLater(turn, decision.topic) ?? notUnderstood(turn))
    case 'close':
      // In the middle of something a list of other topics would lead away from what the resident is doing.
      return isAmidst(turn)
        ? notUnderstood(turn)
        : (staysWithDanger(turn) ??
            beginCall(turn, decision.topics) ??
            quote(turn, decision.topics) ??
            clarify(turn, worthListing(turn, decision.topics)))
    case 'none':
      return staysWithDanger(turn) ?? quote(turn, []) ?? notUnderstood(turn)
  }
}

/** What a topic may say of the question. */
interface Telling {
  readonly mayTell: (topic: TopicId) => boolean
  /** By its title. */
  readonly promises: (topic: TopicId) => boolean
}

/**
 * What `classification` makes of the turn beside one topic, which was not enough: begun or answered where another is sure,
 * else those are offered that speak of the same thing by their title, and may tell what is asked. Where the title of one alone
 * promises it, that one answers. Undefined when there are none.
 */
export function goElsewhere(
  turn: Turn,
  classification: Classification,
  than: TopicId,
  { mayTell, promises }: Telling,
): StageResult | undefined {
  const decision = decideOn(turn, classification)
  if (decision.kind === 'sure' && decision.topic !== than && exists(turn, decision.topic))
    return understood(turn, decision.topic)
  if (decision.kind === 'none') return undefined
  const others = classification.best
    .filter(({ probability }) => probability >= leastOfSibling)
    .flatMap(({ label }) => toTopic(label) ?? [])
    .filter((topic) => topic !== than && exists(turn, topic) && areOfOneThing(turn, topic, than))
    .filter(mayTell)
  const [promising, ...more] = others.filter(promises)
  if (promising !== undefined && more.length === 0) return understood(turn, promising)
  return others.length === 0 ? undefined : clarify(turn, others.slice(0, mostOffered))
}

/** Beside a topic that takes nearly all, a little is much. */
const leastOfSibling = 0.02

export const decide: Stage = (turn) => {
  if (turn.plan !== undefined) return goOn(turn)
  const tapped = decideTapped(turn)
  if (tapped !== undefined) return tapped
  if (turn.classification === undefined) return notUnderstood(turn)
  const decision = decisionOf(turn, turn.classification)
  if (decision.kind === 'sure') return act(turn, decision)
  const calmer = withoutAbuse(turn)
  if (calmer === undefined) return act(turn, decision)
  // A list of guesses is the coldest answer to who is angry; of what they are sure to mean they are told all the same.
  const meant = decideOn(
    turn,
    turn.content.classifier.classify(wordsToRecognise(turn, calmer), languageOf(turn)),
  )
  return meant.kind === 'sure' ? act(turn, meant) : stayCalm(turn)
}
