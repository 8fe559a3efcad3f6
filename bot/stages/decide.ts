// What the turn is about, when no open question took it: a dialog to start, an article or a passage of one, one question back, or
// honest ignorance.
import type { Classification, TopicId } from '../contracts/classifier'
import { decideTopic, type TopicDecision } from '../understanding/decide-topic'
import { findPassage } from './find-passage'
import { planOfReply, planOfUnclearReply } from './hear-notice-reply'
import { keepUnanswered, rememberThought } from './keep-unanswered'
import { mayInterrupt } from './may-interrupt'
import { missOpenQuestion } from './miss-open-question'
import { backToOpenDialog } from './open-dialog'
import {
  endTurn,
  goOn,
  languageOfText,
  modelFailed,
  withConversation,
  type Plan,
  type Stage,
  type StageResult,
  type Turn,
} from './turn'
import type { Utterance } from './utterance'
import { classifyWholeThought } from './whole-thought'

/** After so many in a row the bot does not ask once more to say it differently: it offers a person first. */
export const missesBeforePerson = 2

const toTopic = (id: string): TopicId | undefined =>
  id.startsWith('dialog:') || id.startsWith('article:') ? (id as TopicId) : undefined

const planFor = (topic: TopicId): Plan =>
  topic.startsWith('dialog:')
    ? { kind: 'start', dialog: topic.slice('dialog:'.length) }
    : { kind: 'article', article: topic.slice('article:'.length) }

const exists = (turn: Turn, topic: TopicId): boolean => {
  const plan = planFor(topic)
  return plan.kind === 'start'
    ? turn.content.dialogs.has(plan.dialog)
    : plan.kind === 'article' && turn.content.articles.has(plan.article)
}

/** Whether the first is an article that leads to the second, a dialog. */
function leadsTo({ content }: Turn, from: TopicId, to: TopicId): boolean {
  const plan = planFor(from)
  const dialog = plan.kind === 'article' ? content.articles.get(plan.article)?.dialog : undefined
  return dialog !== undefined && to === `dialog:${dialog}`
}

const heard = (turn: Turn, plan: Plan): StageResult =>
  goOn({ ...withConversation(turn, { misses: 0, clarifying: [], thought: null }), plan })

const understood = (turn: Turn, topic: TopicId): StageResult =>
  heard(turn, (isOfNotice(turn, topic) ? planOfReply(turn) : undefined) ?? planFor(topic))

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
  if (topic !== undefined && exists(turn, topic)) return understood(turn, topic)
  if (name === 'topic' && value === 'none')
    return endTurn(
      withConversation(turn, { clarifying: [] }),
      'clarified',
      { kind: 'wording', key: 'clarify.none-chosen' },
      { kind: 'person-button' },
    )
  const stale: Utterance = { kind: 'wording', key: 'button.stale' }
  return turn.conversation.frames.length > 0
    ? endTurn(turn, 'asked', stale, { kind: 'open-question' })
    : endTurn(turn, 'answered-command', stale, { kind: 'wording', key: 'what-now' })
}

function notUnderstood(turn: Turn): StageResult {
  const reply = turn.topDialogGone === true ? undefined : planOfUnclearReply(turn)
  if (reply !== undefined) return heard(turn, reply)
  // It was meant for a dialog that is gone, and the resident has been told so.
  if (turn.topDialogGone === true)
    return endTurn(turn, 'unanswered-no-source', ...backToOpenDialog(turn), { kind: 'person-button' })
  if (turn.conversation.frames.length > 0) return missOpenQuestion(turn)
  const misses = turn.conversation.misses + 1
  const next = rememberThought(keepUnanswered(withConversation(turn, { misses, clarifying: [] })))
  const key = misses > missesBeforePerson ? 'person.offer' : 'dont-know'
  const outcome = modelFailed(turn) ? 'failed-model' : 'unanswered-out-of-scope'
  return endTurn(next, outcome, { kind: 'wording', key }, { kind: 'person-button' })
}

function clarify(turn: Turn, topics: readonly TopicId[]): StageResult {
  const next = rememberThought(withConversation(turn, { clarifying: [...topics], misses: 0 }))
  return endTurn(next, 'clarified', { kind: 'topics', topics })
}

/** A dialog waits, or a notice was said last: what may be about that is not led away from it. */
export const isAmidst = ({ conversation, notice }: Turn): boolean =>
  conversation.frames.length > 0 || notice?.isLast === true

/** Quotes a passage that answers, if there is one. */
function quote(turn: Turn, close: readonly TopicId[]): StageResult | undefined {
  const passage = isAmidst(turn) ? undefined : findPassage(turn, close)
  if (passage === undefined) return undefined
  const others = close.filter((topic) => topic !== `article:${passage.articleId}`)
  return goOn({
    // In the order of the buttons, for "den första".
    ...withConversation(turn, {
      misses: 0,
      clarifying: [`article:${passage.articleId}`, ...others],
      thought: null,
    }),
    plan: { kind: 'passage', passage, others },
  })
}

function act(turn: Turn, decision: TopicDecision): StageResult {
  switch (decision.kind) {
    case 'sure':
      return mayInterrupt(turn, decision.topic) ? understood(turn, decision.topic) : notUnderstood(turn)
    case 'close':
      // In the middle of something a list of other topics would lead away from what the resident is doing.
      return isAmidst(turn)
        ? notUnderstood(turn)
        : (quote(turn, decision.topics) ?? clarify(turn, decision.topics))
    case 'none':
      return quote(turn, []) ?? notUnderstood(turn)
  }
}

const decideOn = (turn: Turn, classification: Classification): TopicDecision =>
  decideTopic(classification, {
    interrupting: isAmidst(turn),
    spokenInPart: !turn.content.city.wholeLanguages.includes(languageOfText(turn)),
    areOne: (a, b) => leadsTo(turn, a, b) || leadsTo(turn, b, a),
  })

/** A message that says too little by itself is read once more together with the one before it. */
function decideOnWhole(turn: Turn, alone: TopicDecision): TopicDecision | undefined {
  const whole = isAmidst(turn) ? undefined : classifyWholeThought(turn)
  const together = whole === undefined ? undefined : decideOn(turn, whole)
  return together?.kind === 'sure' || alone.kind === 'none' ? together : undefined
}

/** Of the message alone, or of the whole thought where that is surer. */
export function decisionOf(turn: Turn, classification: Classification): TopicDecision {
  const alone = decideOn(turn, classification)
  return alone.kind === 'sure' ? alone : (decideOnWhole(turn, alone) ?? alone)
}

export const decide: Stage = (turn) => {
  if (turn.plan !== undefined) return goOn(turn)
  const tapped = decideTapped(turn)
  if (tapped !== undefined) return tapped
  if (turn.classification === undefined) return notUnderstood(turn)
  return act(turn, decisionOf(turn, turn.classification))
}
