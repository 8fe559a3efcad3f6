// What is added to a case: to one that waits for more, or that the resident wants to tell more of, text that is about nothing
// else; to any that is open a picture. It is offered, and goes to the department after a yes.
import { eventRecord } from '../../cases/case-records'
import { deskEntries } from '../../cases/desk-entries'
import { timeAfter } from '../../cases/fold-case'
import { readCase, seenBy, type CaseReading } from '../../cases/read-case'
import type { Case, CaseEvent } from '../../contracts/cases/case'
import type { Classification } from '../../contracts/talk/classifier'
import type { Conversation } from '../../contracts/talk/conversation'
import { weekMs } from '../../contracts/basics/durations'
import type { FileShelf } from '../../contracts/store/file-shelf'
import { decisionOf } from '../understanding/decision-of'
import { articleOf } from '../turn/topic'
import { commandIn } from '../turn/command-in'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'
import { asItIsKept, caseForMore, offerToCase, waitingCase, type Completion } from './offer-to-case'

export interface CompleteCaseParts {
  readonly store: CaseReading
  readonly shelf: Pick<FileShelf, 'keep'>
}

type Completing = NonNullable<Conversation['completing']>

/** As long as an answer to "är det åtgärdat?" is waited for. */
const waitedForMs = weekMs

/** A picture that no question takes. */
export const offerFiles =
  ({ store, shelf }: CompleteCaseParts): Stage =>
  async (turn) => {
    const { content, conversationId } = turn.message
    if (content.kind !== 'upload' || content.files.length === 0) return goOn(turn)
    if (turn.conversation.frames.length > 0) return goOn(turn)
    const found = await caseForMore(turn, store)
    if (found === undefined || !(await shelf.keep(conversationId, content.files))) return goOn(turn)
    return offerToCase(turn, found, { text: '', files: [...content.files] })
  }

/** The answer to what was asked. */
export const hearCompletion =
  ({ store }: Pick<CompleteCaseParts, 'store'>): Stage =>
  (turn) => {
    const answer = answerOf(turn)
    return answer === undefined ? goOn(turn) : hear(turn, answer, store)
  }

/** Words that are no command and surely about no topic, in a talk in which it was told that a case waits. */
export const offerCompletion =
  ({ store }: Pick<CompleteCaseParts, 'store'>): Stage =>
  async (turn) => {
    const { conversation, message, classification, plan } = turn
    const { completing, frames } = conversation
    if (completing === null || frames.length > 0 || plan !== undefined || isLate(turn, completing))
      return goOn(turn)
    if (message.content.kind !== 'text' || (classification !== undefined && isAbout(turn, classification)))
      return goOn(turn)
    const found = await (completing.wanted === true ? caseForMore : waitingCase)(turn, store)
    return found === undefined ? goOn(turn) : offerToCase(turn, found, { text: asItIsKept(turn), files: [] })
  }

/** Who wants to tell more of a fault speaks of it, and "lampan blinkar" would be a new report; a question is none of that. */
function isAbout(turn: Turn, classification: Classification): boolean {
  const decision = decisionOf(turn, classification)
  if (decision.kind !== 'sure') return false
  return turn.conversation.completing?.wanted !== true || articleOf(decision.topic) !== undefined
}

const isLate = ({ now }: Turn, { at }: Completing): boolean => now.getTime() - Date.parse(at) > waitedForMs

/** A button of an earlier question is about what was sent then, and no more than its case is known of it. */
function answerOf(turn: Turn): 'yes' | 'no' | undefined {
  const { content } = turn.message
  const { completing, frames } = turn.conversation
  if (content.kind === 'choice') {
    if (content.choice.name === 'case-complete') return 'yes'
    return content.choice.name === 'case-not-complete' ? 'no' : undefined
  }
  if (completing?.given == null || frames.length > 0 || isLate(turn, completing)) return undefined
  const command = commandIn(turn)
  return command === 'yes' || command === 'no' ? command : undefined
}

async function hear(turn: Turn, answer: 'yes' | 'no', store: CaseReading): Promise<StageResult> {
  const { completing } = turn.conversation
  const { content, conversationId } = turn.message
  // It still waits: what was meant for something else may be followed by what it waits for.
  const heard = withConversation(turn, { completing: completing && { ...completing, given: null } })
  if (answer === 'no') return endTurn(heard, 'answered-command', { kind: 'wording', key: 'what-now' })
  const isOther = content.kind === 'choice' && content.choice.value !== completing?.case
  const isTheirs =
    completing !== null &&
    (await seenBy(store, conversationId)).some(({ number }) => number === completing.case)
  const found = isTheirs && !isOther ? await readCase(store, completing.case) : undefined
  if (found === undefined || completing?.given == null)
    return endTurn(heard, 'answered-case', { kind: 'wording', key: 'case.unknown' })
  return attach(withConversation(turn, { completing: null }), found, completing.given)
}

function attach(turn: Turn, found: Case, { text, files }: Completion): StageResult {
  const { number, department } = found
  const event: CaseEvent = {
    id: `attachment-${turn.message.id}`,
    at: timeAfter(found, turn.now),
    kind: 'attachment',
    by: 'resident',
    ...(text !== '' && { text }),
    ...(files.length > 0 && { files }),
  }
  const told = deskEntries(turn.content.city, department, { case: number, event: event.id }, turn.now)
  return endTurn(
    { ...turn, records: [...turn.records, eventRecord(found, event)], outbox: [...turn.outbox, ...told] },
    'answered-case',
    { kind: 'department', key: 'case.completed', department, values: { number } },
  )
}
