// What a resident gives beside every question is offered to a case of theirs that is not closed: which one, and the question.
import { casesSeenBy, type CaseReading } from '../../cases/read-case'
import { isClosed, type Case } from '../../contracts/cases/case'
import type { Conversation } from '../../contracts/talk/conversation'
import { maskInCity } from '../../privacy/mask-in-city'
import { contactsOf } from '../privacy/contacts-of'
import { endTurn, withConversation, type StageResult, type Turn } from '../turn/turn'

export type Completion = NonNullable<NonNullable<Conversation['completing']>['given']>

/** What a resident may want of a case that is sent already. */
export type CaseWish = 'add-to-case' | 'withdraw-case'

/** Like any answer in the resident's own words: what they are told is hidden goes to no case either. */
export const asItIsKept = (turn: Turn): string =>
  maskInCity(turn.content.city, turn.now)(turn.text, { known: contactsOf(turn) }).text

const isWaiting = ({ status }: Case): boolean => status === 'Väntar på komplettering'
export const isOpen = ({ status }: Case): boolean => !isClosed(status)

/** The one that was spoken of last, or else the newest. */
export const spokenOf = (turn: Turn, cases: readonly Case[]): Case | undefined =>
  cases.find(({ number }) => number === turn.conversation.completing?.case) ?? cases.at(-1)

export const waitingCase = async (turn: Turn, store: CaseReading): Promise<Case | undefined> =>
  spokenOf(turn, (await casesSeenBy(store, turn.message.conversationId)).filter(isWaiting))

/** One that waits for more goes before one that does not. */
export async function caseForMore(turn: Turn, store: CaseReading): Promise<Case | undefined> {
  const open = (await casesSeenBy(store, turn.message.conversationId)).filter(isOpen)
  return spokenOf(turn, open.filter(isWaiting)) ?? spokenOf(turn, open)
}

export function offerToCase(
  turn: Turn,
  { number, department }: Case,
  given: Completion,
  wish: CaseWish = 'add-to-case',
): StageResult {
  const completing = { case: number, at: turn.now.toISOString(), given }
  return endTurn(
    // A yes is for this now.
    withConversation(turn, { completing, caseAsked: null }),
    'answered-case',
    wish === 'withdraw-case'
      ? { kind: 'department', key: 'case.ask-withdraw', department, values: { number } }
      : { kind: 'wording', key: 'case.ask-complete', values: { number } },
    {
      kind: 'buttons',
      buttons: [
        { key: 'answer.yes', choice: { name: 'case-complete', value: number } },
        { key: 'answer.no', choice: { name: 'case-not-complete', value: number } },
      ],
    },
  )
}
