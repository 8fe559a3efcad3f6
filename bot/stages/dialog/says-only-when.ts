// "I går", "det var i fredags": inside an errand that begins no other one.
import type { FoundDate } from '../../dialog/words/find-dates'
import { onlyDaysIn } from '../../dialog/words/only-days'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'

export const saysOnlyWhen = (turn: Turn): boolean => daysOnlySaid(turn).length > 0

/** The days, where the message says nothing else. */
export const daysOnlySaid = (turn: Turn): readonly FoundDate[] =>
  onlyDaysIn(turn.text, walkEnvironment(turn).today, turn.conversation.language === 'en')
