// "Gatlyktan är trasig och så vill jag boka grovsopor": two errands in one message. The first begins, the second waits below it
// as a dialog that was interrupted does, and the resident is told so. So does a call that is wanted beside a report.
import { startDialog } from '../dialog/start-dialog'
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { dialogIdOf } from '../turn/topic'
import { goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { isAmidst } from '../turn/is-amidst'
import { rememberThought } from './keep-unanswered'
import { heard } from './begin-topic'
import { callBeside, type CallBeside } from './call-about'
import { areOfOneThing } from './of-one-thing'
import { isErrand, saysWhere } from './is-errand'
import { reportIn } from './report-in'
import { areTwo, decideAlone, pairIn, topicIn, topicOf, type Errand } from './two-in-one'

interface Half extends Errand {
  /** The dialogs that it may be, of one desk. */
  readonly topics: readonly TopicId[]
  readonly isClear: boolean
}

/** So likely, a half is an errand whatever the message as a whole speaks of most. */
const clear = 0.85
/** What is clear by itself, and that little of the whole, is drowned by the other half and no chance. */
const leastOfClear = 0.0001

function errandIn(turn: Turn, text: string): Half | undefined {
  const decision = decideAlone(turn, text)
  const topics =
    decision.kind === 'sure' ? [decision.topic] : decision.kind === 'close' ? decision.topics : []
  const dialogs = topics.map((topic) => dialogIdOf(topic) ?? '')
  const [dialog] = dialogs
  if (dialog === undefined || !dialogs.every((id) => isErrand(turn, id)) || !haveOneDesk(turn, dialogs))
    return undefined
  const alone = turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
  return { dialog, text, topics, isClear: likelihoodOf(alone, topics) >= clear }
}

/** A broken lamp is one errand, with the number of its pole or without it. */
const haveOneDesk = ({ content }: Turn, dialogs: readonly string[]): boolean =>
  new Set(dialogs.map((id) => content.dialogs.get(id)?.owner)).size === 1

const likelihoodOf = ({ best }: Classification, topics: readonly TopicId[]): number =>
  best.reduce(
    (sum, { label, probability }) => sum + (topics.some((topic) => topic === label) ? probability : 0),
    0,
  )

function areApart(turn: Turn, first: Half, second: Half): boolean {
  const { classification } = turn
  if (areTwo(turn, [topicOf(first), topicOf(second)])) return true
  if (classification === undefined || !first.isClear || !second.isClear) return false
  if (first.topics.some((topic) => second.topics.includes(topic))) return false
  return (
    !areOfOneThing(turn, topicOf(first), topicOf(second)) &&
    [first, second].every(({ topics }) => likelihoodOf(classification, topics) >= leastOfClear)
  )
}

const twoErrands = (turn: Turn): readonly [Errand, Errand] | undefined =>
  pairIn(
    turn.text,
    (text) => errandIn(turn, text),
    (first, second) => areApart(turn, first, second),
  )

/** Who says where it is reports it: a call about it mends nothing, and comes after. */
function reportBeside(turn: Turn, { told }: CallBeside): Errand | undefined {
  const topic = topicIn(turn, told)
  const led = topic && reportIn({ ...turn, text: told }, topic)
  const dialog = errandIn(turn, told)?.dialog ?? dialogIdOf(led)
  return dialog !== undefined && saysWhere(turn, dialog, told) ? { dialog, text: told } : undefined
}

export const hearTwoErrands: Stage = (turn) => {
  if (turn.plan !== undefined || turn.classification === undefined || isAmidst(turn)) return goOn(turn)
  const beside = callBeside(turn)
  const report = beside && reportBeside(turn, beside)
  const dialog = turn.content.city.callBackDialog
  if (beside?.about !== undefined && report === undefined)
    return heard(turn, { kind: 'start', dialog, about: beside.about })
  const errands = beside && report ? ([report, { dialog, text: beside.call }] as const) : twoErrands(turn)
  if (errands === undefined) return goOn(turn)
  const [first, second] = errands
  const told = rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true })
  const waiting = startDialog(told, second.dialog, { said: second.text, about: beside?.about })
  if (waiting.kind === 'end') return goOn(turn)
  return goOn({
    ...waiting.turn,
    // Each errand reads its own words: the address of the lamp is not where the sofa is fetched.
    text: first.text,
    utterances: [
      ...turn.utterances,
      { kind: 'dialog-title', key: 'dialog.one-at-a-time', dialog: second.dialog },
    ],
    plan: { kind: 'start', dialog: first.dialog },
  })
}
