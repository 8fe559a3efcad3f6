// "Gatlyktan är trasig och så vill jag boka grovsopor": two errands in one message. The first begins, the second waits below it
// as a dialog that was interrupted does, and the resident is told so. So does a call that is wanted beside a report.
import { startDialog } from '../dialog/start-dialog'
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { wholeWords } from '../../text/whole-words'
import { dialogIdOf } from '../turn/topic'
import { goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { isAmidst } from '../turn/is-amidst'
import { rememberThought } from './keep-unanswered'
import { heard } from './begin-topic'
import { callBeside, type CallBeside } from './call-about'
import { areOfOneThing } from './of-one-thing'
import { isErrand, saysWhere } from './is-errand'
import { reportIn, reportLedTo } from './report-in'
import { areTwo, asks, decideAlone, pairIn, topicIn, type Errand } from './two-in-one'

interface Half extends Errand {
  /** What it may be by its words: dialogs of one desk, or an article that leads to one. */
  readonly topics: readonly [TopicId, ...TopicId[]]
  readonly isLed: boolean
  readonly isClear: boolean
}

/** So likely, a half is an errand whatever the message as a whole speaks of most. */
const clear = 0.85
/** What is clear by itself, and that little of the whole, is drowned by the other half and no chance. */
const leastOfClear = 0.0001

/** "Jag ska slänga en soffa på återvinningscentralen": what one is about to do is no report. */
const isAboutTo = wholeWords('(?:jag|vi) (?:ska|tänker|tänkte)|(?:i|we) (?:will|am going to|are going to)')

/** "Gatlampan är trasig" is nearest to an article, and tells what its dialog is for; who asks shall read it. */
const errandLedTo = (turn: Turn, topic: TopicId, text: string): string | undefined =>
  asks(text) || isAboutTo.test(text.toLowerCase()) ? undefined : reportLedTo(turn, topic, text)

function errandIn(turn: Turn, text: string): Half | undefined {
  const decision = decideAlone(turn, text)
  const [topic, ...others] =
    decision.kind === 'sure' ? [decision.topic] : decision.kind === 'close' ? decision.topics : []
  if (topic === undefined) return undefined
  const topics = [topic, ...others] as const
  const dialogs = topics.map((one) => dialogIdOf(one) ?? errandLedTo(turn, one, text) ?? '')
  if (!dialogs.every((id) => isErrand(turn, id)) || !haveOneDesk(turn, dialogs)) return undefined
  // What its words mean themselves goes before where an article would lead.
  const dialog = topics.flatMap((one) => dialogIdOf(one) ?? []).concat(dialogs)[0] ?? ''
  const alone = turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
  return {
    dialog,
    text,
    topics,
    isLed: dialogIdOf(topic) === undefined,
    isClear: likelihoodOf(alone, topics) >= clear,
  }
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
  const dialogs = [first.dialog, second.dialog]
  // "Gatlampan är sönder. Jag vill anmäla det" tells and asks for one thing.
  if (first.isLed && second.isLed) return false
  if ((first.isLed || second.isLed) && haveOneDesk(turn, dialogs)) return false
  if (areTwo(turn, [first.topics[0], second.topics[0]])) return true
  if (classification === undefined || !first.isClear || !second.isClear) return false
  if (first.topics.some((topic) => second.topics.includes(topic))) return false
  return (
    !areOfOneThing(turn, first.topics[0], second.topics[0]) &&
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
