// "Är det åtgärdat?": a yes is thanked for, a no opens the case again and tells its department once.
import { eventRecord } from '../../cases/case-records'
import { deskEntries } from '../../cases/desk-entries'
import { timeAfter } from '../../cases/fold-case'
import { numbersSeenBy, readCase, type CaseReading } from '../../cases/read-case'
import type { Case, CaseEvent } from '../../contracts/cases/case'
import { weekMs } from '../../contracts/basics/durations'
import { wasTaken } from '../../sms/send-text'
import { matchCommand } from '../../understanding/match-command'
import { openQuestion } from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

export interface HearCaseAnswerParts {
  readonly store: CaseReading
}

/** A text may wait for the end of quiet time, and its reader for the end of a weekend. */
const answeredWithinMs = weekMs

interface CaseAnswer {
  readonly case: string
  readonly isFixed: boolean
  /** The entry of the outbox that asks for it over SMS. A button was seen. */
  readonly text?: string | undefined
}

/** A "nej" that comes while the question waits for a gateway is meant for something else. */
const isGiven = async ({ text }: CaseAnswer, store: CaseReading): Promise<boolean> =>
  text === undefined || wasTaken(store, text)

export const hearCaseAnswer =
  ({ store }: HearCaseAnswerParts): Stage =>
  async (turn) => {
    const answer = answerOf(turn)
    if (answer === undefined) return goOn(await withGivenNoted(turn, store))
    if (!(await isGiven(answer, store))) return goOn(turn)
    // A tapped value comes from outside and may name anything.
    const isTheirs = (await numbersSeenBy(store, turn.message.conversationId)).includes(answer.case)
    const told = isTheirs ? await readCase(store, answer.case) : undefined
    const heard = withConversation(turn, { caseAsked: null })
    if (told === undefined) return endTurn(heard, 'answered-case', { kind: 'wording', key: 'case.unknown' })
    return answer.isFixed
      ? endTurn(heard, 'answered-case', { kind: 'wording', key: 'case.thanks' }, ...openQuestion(turn))
      : reopen(heard, told)
  }

/** From what is said now on it counts as read: whoever talks of something else has left it (`leave-case-questions`). */
async function withGivenNoted(turn: Turn, store: CaseReading): Promise<Turn> {
  const { caseAsked } = turn.conversation
  if (caseAsked?.text === undefined || !(await wasTaken(store, caseAsked.text))) return turn
  return withConversation(turn, { caseAsked: { case: caseAsked.case, at: caseAsked.at } })
}

function answerOf(turn: Turn): CaseAnswer | undefined {
  const { content } = turn.message
  if (content.kind === 'choice') {
    const { name, value } = content.choice
    const isOurs = name === 'case-fixed' || name === 'case-not-fixed'
    return isOurs ? { case: value, isFixed: name === 'case-fixed' } : undefined
  }
  const { caseAsked } = turn.conversation
  if (content.kind !== 'text' || caseAsked === null || waitsForOther(turn, caseAsked.at)) return undefined
  const command = matchCommand(turn.text, turn.content.city, languageOf(turn))
  return command === 'yes' || command === 'no'
    ? { case: caseAsked.case, isFixed: command === 'yes', text: caseAsked.text }
    : undefined
}

/** A dialog's question, or a choice between topics, is what a bare yes answers. */
const waitsForOther = ({ conversation, now }: Turn, askedAt: string): boolean =>
  conversation.frames.length > 0 ||
  conversation.clarifying.length > 0 ||
  now.getTime() - Date.parse(askedAt) > answeredWithinMs

function reopen(turn: Turn, told: Case): StageResult {
  const { number, status } = told
  const say = (key: 'case.reopened' | 'case.archived', reopened = turn): StageResult =>
    endTurn(reopened, 'answered-case', { kind: 'wording', key, values: { number } }, ...openQuestion(turn))
  if (status === 'Arkiverat') return say('case.archived')
  if (status !== 'Klart') return say('case.reopened')
  const event: CaseEvent = {
    id: `reopened-${turn.message.id}`,
    at: timeAfter(told, turn.now),
    kind: 'reopened',
    by: 'resident',
  }
  return say('case.reopened', {
    ...turn,
    records: [...turn.records, eventRecord(told, event)],
    outbox: [
      ...turn.outbox,
      ...deskEntries(turn.content.city, told.department, { case: number, event: event.id }, turn.now),
    ],
  })
}
