// The open dialog hears the message first: an answer, a correction, a yes. What it cannot be is left to the next stages.
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { hear } from '../../dialog/hearing/hear'
import type { Heard } from '../../dialog/hearing/heard'
import { interpret } from '../../dialog/hearing/interpret'
import { interpretTap } from '../../dialog/hearing/interpret-tap'
import { takesText } from '../../dialog/model/list-question'
import { asksWhy } from '../../dialog/words/asks-why'
import type { Interpretation } from '../../dialog/answers/interpretation'
import { decideTopic } from '../../understanding/decide-topic'
import { consentRecords } from '../privacy/consent-records'
import { willAsk } from '../emergency/ask-about-danger'
import { whyItIsAsked } from './why-it-is-asked'
import { followHeard } from './follow-heard'
import { planOfUnclearReply } from '../sms/hear-notice-reply'
import { openDialog, openQuestion, type OpenDialog } from '../turn/open-dialog'
import { saysOnlyWhen } from './says-only-when'
import { endTurn, goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { wordsToRecognise } from '../turn/words-to-recognise'

function interpretation(turn: Turn, { dialog, frame, environment }: OpenDialog): Interpretation {
  const { content } = turn.message
  return content.kind === 'choice'
    ? interpretTap(dialog, frame, content.choice, turn.text, environment)
    : interpret(dialog, frame, turn.text, environment)
}

const isFree = (read: Interpretation): boolean =>
  read.kind === 'answers'
    ? read.certainty === 'free' && !read.corrects
    : read.kind === 'ambiguous' && read.isDoubtful === true

/**
 * Words that the open question takes only because it takes nearly any may mean something else: then a sure topic goes
 * first. A question for a text takes statements whatever they are about, and lets only questions pass.
 */
function isAnotherTopic(turn: Turn, open: OpenDialog, read: Interpretation): boolean {
  if (!isFree(read)) return false
  const isText = takesText(open.dialog, open.frame.open)
  if ((isText && !turn.text.endsWith('?')) || saysOnlyWhen(turn)) return false
  const classification = classify(turn)
  const topic = sureTopic(classification)
  if (topic === undefined && planOfUnclearReply({ ...turn, classification }) !== undefined) return true
  return topic !== undefined && topic !== `dialog:${open.dialog.id}`
}

/** "Jag vill också boka grovsopor" is no number of a lamp post: what can be no answer and is surely about something else is that. */
function isRefusedForAnother(turn: Turn, { dialog }: OpenDialog, heard: Heard): boolean {
  if (heard.kind !== 'refused' || turn.message.content.kind !== 'text') return false
  const topic = sureTopic(classify(turn))
  return topic !== undefined && topic !== `dialog:${dialog.id}`
}

const classify = (turn: Turn): Classification =>
  turn.content.classifier.classify(wordsToRecognise(turn, turn.text), languageOf(turn))

function sureTopic(classification: Classification): TopicId | undefined {
  const decision = decideTopic(classification, { interrupting: true })
  return decision.kind === 'sure' ? decision.topic : undefined
}

/** "Det hänger elkablar ur stolpen", where the place was asked for, is no place: what waits is asked beside the question about danger. */
const tellsOfDanger = (turn: Turn, { dialog, frame }: OpenDialog, read: Interpretation): boolean =>
  isFree(read) && !takesText(dialog, frame.open) && willAsk(turn)

/** "Varför behöver ni mitt nummer?" is neither an answer nor a miss, where staff wrote what to say to it. */
const whyAsked = (turn: Turn, open: OpenDialog): readonly Utterance[] =>
  turn.message.content.kind === 'text' && asksWhy(turn.text) ? whyItIsAsked(open) : []

/** The text is the answer and nothing else: an address, a day, one of the choices. */
const isWholly = (read: Interpretation): boolean => read.kind === 'answers' && read.certainty === 'full'

const goesOn: ReadonlySet<Interpretation['kind']> = new Set([
  'answers',
  'skip',
  'confirmed',
  'reopen',
  'which',
])

export const readOpenAnswer: Stage = (turn) => {
  if (turn.plan !== undefined || turn.topDialogGone === true) return goOn(turn)
  const open = openDialog(turn)
  if (open === undefined) return goOn(turn)
  const why = whyAsked(turn, open)
  if (why.length > 0) return endTurn(turn, 'asked', ...why, ...openQuestion(turn))
  const read = interpretation(turn, open)
  if (tellsOfDanger(turn, open, read)) return endTurn(turn, 'asked', ...openQuestion(turn))
  if (isAnotherTopic(turn, open, read)) return goOn(turn)
  const heard = hear(open.dialog, open.frame, read, open.environment)
  if (isRefusedForAnother(turn, open, heard)) return goOn(turn)
  const records = [...turn.records, ...consentRecords(turn, open, read, heard)]
  // What was asked beside the errand is answered: "vad kostar det" is about the errand again.
  const next = goesOn.has(read.kind)
    ? withConversation(turn, { lastTopic: `dialog:${open.dialog.id}` })
    : turn
  return followHeard({ ...(isWholly(read) ? { ...next, danger: null } : next), records }, open, heard)
}
