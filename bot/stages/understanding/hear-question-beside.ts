// "Gatlyktan är trasig, och när har biblioteket öppet?": a question beside an errand is answered at once, as if it had been asked
// amidst it, and the errand begins.
import type { TopicId } from '../../contracts/talk/classifier'
import { startDialog } from '../dialog/start-dialog'
import { articleOf, dialogIdOf } from '../turn/topic'
import { goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { isAmidst } from '../turn/is-amidst'
import { wantsCall } from './call-about'
import { leadsTo } from './plan-of-topic'
import { rememberThought } from './keep-unanswered'
import { isErrand } from './is-errand'
import {
  areTwo,
  asks,
  decideAlone,
  halves,
  leastBesideQuestion,
  topicIn,
  topicOf,
  type Errand,
} from './two-in-one'

interface Told extends Errand {
  /** What its words are most about. */
  readonly topic: TopicId
}

interface Beside {
  readonly errand: Errand
  readonly article: string
}

function questionBeside(turn: Turn): Beside | undefined {
  for (const [before, after] of halves(turn.text))
    for (const [told, asked] of [
      [before, after],
      [after, before],
    ] as const) {
      const errand = asks(asked) ? (toldCall(turn, told) ?? toldErrand(turn, told)) : undefined
      const topic = errand && topicIn(turn, asked)
      const article = articleOf(topic)
      if (errand && topic && article !== undefined && isBeside(turn, errand, topic))
        return { errand, article }
    }
  return undefined
}

/** "Kan ni ringa mig" asks too, and for nothing to read. */
function toldCall(turn: Turn, text: string): Told | undefined {
  const dialog = turn.content.city.callBackDialog
  return wantsCall(turn, text) ? { dialog, text, topic: `dialog:${dialog}` } : undefined
}

/** What is told may be near an article too, one that leads to the errand or one beside it: "gatlampan är sönder". */
function toldErrand(turn: Turn, text: string): Told | undefined {
  if (asks(text)) return undefined
  const decision = decideAlone(turn, text)
  if (decision.kind === 'none' || (decision.kind === 'close' && !leansTo(turn, text))) return undefined
  const topics = decision.kind === 'sure' ? [decision.topic] : decision.topics
  const [dialog, ...others] = new Set(
    topics.flatMap(
      (topic) => dialogIdOf(topic) ?? (decision.kind === 'sure' ? leadOf(turn, topic) : undefined) ?? [],
    ),
  )
  const [topic] = topics
  if (topic === undefined || dialog === undefined || others.length > 0) return undefined
  return isErrand(turn, dialog) ? { dialog, text, topic } : undefined
}

/** "Jag bor på Storgatan 12" is near many things, and tells of none. */
const leansTo = (turn: Turn, text: string): boolean => {
  const [best] = turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn)).best
  return best !== undefined && best.probability >= leastOfTold
}
const leastOfTold = 0.4

const leadOf = ({ content }: Turn, topic: TopicId): string | undefined =>
  content.articles.get(articleOf(topic) ?? '')?.dialog

const isBeside = (turn: Turn, told: Told, question: TopicId): boolean =>
  areTwo(turn, [told.topic, question], leastBesideQuestion) && !leadsTo(turn, question, topicOf(told))

export const hearQuestionBeside: Stage = (turn) => {
  if (turn.plan !== undefined || turn.classification === undefined || isAmidst(turn)) return goOn(turn)
  const beside = questionBeside(turn)
  if (beside === undefined) return goOn(turn)
  const { errand, article } = beside
  const heard = rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true })
  const begun = startDialog(heard, errand.dialog, { said: errand.text })
  if (begun.kind === 'end') return goOn(turn)
  return goOn({
    ...begun.turn,
    utterances: [
      ...turn.utterances,
      { kind: 'dialog-title', key: 'dialog.one-at-a-time', dialog: errand.dialog },
    ],
    plan: { kind: 'article', article },
  })
}
