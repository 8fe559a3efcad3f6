// "Jag glömde säga att …", "jag vill ta tillbaka min anmälan": what a resident wants to tell of a case that is sent already is
// offered to it, and goes to its department after a yes. Nothing is taken back without a person who reads it.
import { caseNumbersIn } from '../../cases/case-number'
import { casesSeenBy, type CaseReading } from '../../cases/read-case'
import type { Case } from '../../contracts/cases/case'
import { beginsWithCommand } from '../../understanding/match-command'
import { commandIn } from '../turn/command-in'
import { mayGoOnFrom } from '../turn/gone-on-from'
import { dialogIdOf } from '../turn/topic'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'
import { asItIsKept, isOpen, offerToCase, spokenOf, type CaseWish } from './offer-to-case'

export interface AddToCaseParts {
  readonly store: CaseReading
}

interface Wished {
  readonly wish: CaseWish
  /** Said in the same breath: "jag glömde säga att den blinkar". */
  readonly isSaid: boolean
}

function wishIn(turn: Turn): Wished | undefined {
  if (turn.message.content.kind !== 'text' || turn.conversation.frames.length > 0) return undefined
  const command = commandIn(turn)
  if (command === 'add-to-case') return { wish: command, isSaid: false }
  // That it is taken back is all there is to say.
  if (command === 'withdraw-case') return { wish: command, isSaid: true }
  if (corrects(turn)) return { wish: 'add-to-case', isSaid: command !== 'correct-case' }
  const begun = (['withdraw-case', 'add-to-case'] as const).find((wish) =>
    beginsWithCommand(turn.text, wish, turn.content.city),
  )
  return begun && { wish: begun, isSaid: true }
}

/** "Oj fel adress, det är Storgatan 21": about the errand only while that is what was talked about last. */
function corrects(turn: Turn): boolean {
  const { text, lastTurnAt, conversation, content } = turn
  if (!mayGoOnFrom(turn, lastTurnAt) || text.includes('?')) return false
  if (dialogIdOf(conversation.lastTopic) === undefined) return false
  return commandIn(turn) === 'correct-case' || beginsWithCommand(text, 'correct-case', content.city)
}

/** "Jag vill lägga till något", "jag glömde säga att …", "jag vill ta tillbaka min anmälan". */
export const addToCase =
  ({ store }: AddToCaseParts): Stage =>
  async (turn) => {
    const wished = wishIn(turn)
    if (wished === undefined) return goOn(turn)
    const seen = await casesSeenBy(store, turn.message.conversationId)
    const named = seen.filter(({ number }) => caseNumbersIn(turn.text).includes(number))
    const found = spokenOf(turn, (named.length > 0 ? named : seen).filter(isOpen))
    if (found !== undefined)
      return wished.isSaid
        ? offerToCase(turn, found, { text: asItIsKept(turn), files: [] }, wished.wish)
        : askWhat(turn, found)
    // Without a case "lägg till mitt barn i kön" is about something else.
    const closed = (named.length > 0 ? named : seen).at(-1)
    if (closed === undefined && !isWholeWish(turn)) return goOn(turn)
    return endTurn(
      turn,
      'answered-case',
      closed === undefined
        ? { kind: 'wording', key: 'case.unknown' }
        : { kind: 'wording', key: 'case.closed', values: { number: closed.number } },
    )
  }

const isWholeWish = (turn: Turn): boolean => {
  const command = commandIn(turn)
  return command === 'add-to-case' || command === 'withdraw-case'
}

const askWhat = (turn: Turn, { number }: Case): StageResult =>
  endTurn(
    withConversation(turn, {
      completing: { case: number, at: turn.now.toISOString(), wanted: true, given: null },
      caseAsked: null,
    }),
    'answered-case',
    { kind: 'wording', key: 'case.what-to-add', values: { number } },
  )
