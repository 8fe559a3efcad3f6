// One question back where several topics are close, and honest ignorance where none is.
import type { TopicId } from '../../contracts/talk/classifier'
import { readsAsQuestion } from '../../dialog/words/reads-as-question'
import { missOpenQuestion } from '../dialog/miss-open-question'
import { planOfUnclearReply } from '../sms/hear-notice-reply'
import { personIsOffered } from '../turn/answer-to-person'
import { backToOpenDialog } from '../turn/open-dialog'
import { endTurn, modelFailed, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { heard } from './begin-topic'
import { keepUnanswered, rememberThought } from './keep-unanswered'

/** "I did not understand the answer" would be no reply to who asked something. */
const toldOfQuestion = ({ message, text }: Turn): readonly Utterance[] =>
  message.content.kind === 'text' && readsAsQuestion(text)
    ? [{ kind: 'wording', key: 'question.asked-instead' }]
    : []

export function notUnderstood(turn: Turn): StageResult {
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
export function worthListing({ classification }: Turn, topics: readonly TopicId[]): readonly TopicId[] {
  const likelihoods = new Map(
    (classification?.best ?? []).map(({ label, probability }) => [label, probability]),
  )
  const of = (topic: TopicId): number => likelihoods.get(topic) ?? 1
  const best = Math.max(...topics.map(of))
  return topics.filter((topic, index) => index === 0 || of(topic) >= leastShareToList * best)
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

/** @param first said before the question */
export function clarify(turn: Turn, topics: readonly TopicId[], ...first: readonly Utterance[]): StageResult {
  if (wereAsked(turn, topics)) return askAgain(turn, topics)
  const next = rememberThought(withConversation(turn, { clarifying: [...topics], misses: 0 }))
  return endTurn(next, 'clarified', ...first, { kind: 'topics', topics })
}
