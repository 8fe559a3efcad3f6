// What the turn is about, when no open question took it: a dialog to start, an article or a passage of one, one question back, or
// honest ignorance.
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { readsAsQuestion } from '../../dialog/words/reads-as-question'
import { pointsBack } from '../../knowledge/follow-up/read-follow-up'
import { maskInCity } from '../../privacy/mask-in-city'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { decideTopic, type TopicDecision } from '../../understanding/decide-topic'
import { personIsOffered } from '../turn/answer-to-person'
import { findPassage } from './find-passage'
import { planOfReply, planOfUnclearReply } from '../sms/hear-notice-reply'
import { keepDeclined, keepUnanswered, rememberThought } from './keep-unanswered'
import { withoutAbuse } from './match-made-of'
import { mayInterrupt, mayTap } from '../turn/may-interrupt'
import { missOpenQuestion } from '../dialog/miss-open-question'
import { stayCalm } from './obey-command'
import { staysWithDanger } from './stay-with-danger'
import { takeLater } from './take-later'
import { areOfOneThing } from './of-one-thing'
import { exists, leadsTo, planFor, toTopic } from './plan-of-topic'
import { backToOpenDialog } from '../turn/open-dialog'
import { reportIn } from './report-in'
import { saysOnlyWhen } from '../dialog/says-only-when'
import {
  endTurn,
  goOn,
  languageOf,
  languageOfText,
  modelFailed,
  withConversation,
  type Plan,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { classifyWholeThought } from './whole-thought'
import { isWordForWord } from './word-for-word'
import { wordsToRecognise } from '../turn/words-to-recognise'

const heard = (turn: Turn, plan: Plan): StageResult =>
  goOn({
    ...rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true }),
    plan,
  })

const understood = (turn: Turn, topic: TopicId): StageResult =>
  heard(turn, (isOfNotice(turn, topic) ? planOfReply(turn) : undefined) ?? planFor(topic))

/** What was written before the question "Menar du …?", or before the article above, tells of the errand that is chosen, its place too. */
function chosenTopic(turn: Turn, topic: TopicId): StageResult {
  const { thought, clarifying } = turn.conversation
  const result = understood(turn, topic)
  const isAboutIt = isBelow(turn, topic) || clarifying.includes(topic)
  return thought === null || !isAboutIt ? result : beginWith(thought.text, result)
}

/**
 * "Vi vill gifta oss den 12 juni", an article, and then "i rådhuset": what was written before the article tells of its errand too.
 * So does what it was asked back about: "tappat min plånbok", and then "plånboken först".
 */
function begunBelow(turn: Turn, topic: TopicId): StageResult {
  const { thought, clarifying } = turn.conversation
  const result = understood(turn, topic)
  const goesOn = isBelow(turn, topic) || clarifying.includes(topic)
  if (thought === null || !goesOn || isAmidst(turn)) return result
  return beginWith(`${thought.text}\n${turn.text}`, result)
}

/** Whether the article that answered last leads to this dialog. */
function isBelow(turn: Turn, topic: TopicId): boolean {
  const { answered } = turn.conversation
  return answered !== null && leadsTo(turn, `article:${answered.article}`, topic)
}

/** An errand that begins is told what was said; anything else stays as it is. */
function beginWith(said: string, result: StageResult): StageResult {
  if (result.kind === 'end' || result.turn.plan?.kind !== 'start') return result
  return goOn({ ...result.turn, plan: { ...result.turn.plan, said } })
}

/** The dialog of a notice that may be replied to; open already, it goes on unless the notice is what was said last. */
const isOfNotice = ({ notice, conversation: { frames } }: Turn, topic: TopicId): boolean =>
  topic === `dialog:${notice?.dialog}` &&
  (notice?.isLast === true || !frames.some(({ dialog }) => dialog === notice?.dialog))

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

/** "I did not understand the answer" would be no reply to who asked something. */
const toldOfQuestion = ({ message, text }: Turn): readonly Utterance[] =>
  message.content.kind === 'text' && readsAsQuestion(text)
    ? [{ kind: 'wording', key: 'question.asked-instead' }]
    : []

function notUnderstood(turn: Turn): StageResult {
  const reply = turn.topDialogGone === true ? undefined : planOfUnclearReply(turn)
  if (reply !== undefined) return heard(turn, reply)
  // It was meant for a dialog that is gone, and the resident has been told so.
  if (turn.topDialogGone === true)
    return endTurn(turn, 'unanswered-no-source', ...backToOpenDialog(turn), { kind: 'person-button' })
  if (turn.conversation.frames.length > 0) return missOpenQuestion(turn, ...toldOfQuestion(turn))
  const misses = turn.conversation.misses + 1
  const next = rememberThought(keepUnanswered(withConversation(turn, { misses, clarifying: [] })))
  const key = personIsOffered({ misses }) ? 'person.offer' : 'dont-know'
  const outcome = modelFailed(turn) ? 'failed-model' : 'unanswered-out-of-scope'
  return endTurn(next, outcome, { kind: 'wording', key }, { kind: 'person-button' })
}

/** Less likely than this share of the best, a topic is no help to choose between. */
const leastShareToList = 1 / 5

/** Those that were added from what was said before have no likelihood here, and stay. */
function worthListing({ classification }: Turn, topics: readonly TopicId[]): readonly TopicId[] {
  const likelihoods = new Map(
    (classification?.best ?? []).map(({ label, probability }) => [label, probability]),
  )
  const of = (topic: TopicId): number => likelihoods.get(topic) ?? 1
  const best = Math.max(...topics.map(of))
  return topics.filter((topic, index) => index === 0 || of(topic) >= leastShareToList * best)
}

/** @param first said before the question */
export function clarify(turn: Turn, topics: readonly TopicId[], ...first: readonly Utterance[]): StageResult {
  if (wereAsked(turn, topics)) return askAgain(turn, topics)
  const next = rememberThought(withConversation(turn, { clarifying: [...topics], misses: 0 }))
  return endTurn(next, 'clarified', ...first, { kind: 'topics', topics })
}

/** Whether the question that would be asked is the one that was asked last. */
const wereAsked = ({ conversation: { thought, clarifying } }: Turn, topics: readonly TopicId[]): boolean =>
  thought?.answered === false &&
  clarifying.length === topics.length &&
  topics.every((topic) => clarifying.includes(topic))

/** The same words again would look as if nobody had read the answer: it is said, and a person is at hand; in the end, only that. */
function askAgain(turn: Turn, topics: readonly TopicId[]): StageResult {
  const misses = turn.conversation.misses + 1
  if (personIsOffered({ misses })) return notUnderstood(turn)
  const next = rememberThought(withConversation(turn, { misses }))
  return endTurn(
    next,
    'clarified',
    { kind: 'wording', key: topics.length > 1 ? 'clarify.which' : 'question.not-understood' },
    { kind: 'topics', topics },
    { kind: 'person-button' },
  )
}

/** A dialog waits, or a notice was said last: what may be about that is not led away from it. */
export const isAmidst = ({ conversation, notice }: Turn): boolean =>
  conversation.frames.length > 0 || notice?.isLast === true

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

const decideOn = (turn: Turn, classification: Classification): TopicDecision =>
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
  const dialog = content.dialogs.get(decision.topic.slice('dialog:'.length))
  return dialog !== undefined && [...dialog.asks.values()].some((ask) => ask.default === undefined)
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
  if (together.kind === 'close') return alone.kind === 'sure' ? askedBack(together, alone) : alone
  const mayBeOther = points === 'thing' && alone.kind === 'sure' && alone.topic !== together.topic
  return mayBeOther ? askedBack(together, alone) : together
}

const topicsOf = (decision: TopicDecision): readonly TopicId[] => {
  if (decision.kind === 'none') return []
  return decision.kind === 'sure' ? [decision.topic] : decision.topics
}

const askedBack = (...decisions: readonly TopicDecision[]): TopicDecision => ({
  kind: 'close',
  topics: [...new Set(decisions.flatMap(topicsOf))].slice(0, mostOffered),
})

/**
 * What `classification` makes of the turn beside one topic, which was not enough: begun or answered where another is sure,
 * else those are offered that speak of the same thing by their title. Undefined when there are none.
 */
export function goElsewhere(
  turn: Turn,
  classification: Classification,
  than: TopicId,
): StageResult | undefined {
  const decision = decideOn(turn, classification)
  if (decision.kind === 'sure' && decision.topic !== than && exists(turn, decision.topic))
    return understood(turn, decision.topic)
  if (decision.kind === 'none') return undefined
  const others = classification.best
    .filter(({ probability }) => probability >= leastOfSibling)
    .flatMap(({ label }) => toTopic(label) ?? [])
    .filter((topic) => topic !== than && exists(turn, topic) && areOfOneThing(turn, topic, than))
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
