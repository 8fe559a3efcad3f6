// "Hur lång tid tar det?", "när ringer ni?" right after something was sent or booked: what was said of it is said once more, for more
// than that nobody knows here.
import type { Said } from '../../dialog/texts/said'
import { asksWhatComes } from '../../dialog/words/asks-what-comes'
import { textIn } from '../../dialog/showing/show-value'
import { walk } from '../../dialog/walk/walk'
import { findReversible } from '../dialog/offer-reversal'
import { isRightAfter } from '../turn/gone-on-from'
import { walkEnvironment } from '../turn/open-dialog'
import { endTurn, goOn, languageOf, type Stage, type Turn } from '../turn/turn'

export const tellWhatIsKnown: Stage = (turn) => {
  const said = isRightAfterErrand(turn) ? lastSaid(turn) : undefined
  return said === undefined || !asksWhatComes(turn.text, textIn(said.text, languageOf(turn)))
    ? goOn(turn)
    : endTurn(turn, 'answered-case', { kind: 'said', said }, { kind: 'wording', key: 'done.no-more-known' })
}

function isRightAfterErrand(turn: Turn): boolean {
  const { finished, frames } = turn.conversation
  return (
    turn.message.content.kind === 'text' &&
    finished !== null &&
    frames.length === 0 &&
    isRightAfter(turn, finished.frame.dialog, finished.at)
  )
}

/** The dialog's last words, with what came of its actions: walked again, with nothing said. */
function lastSaid(turn: Turn): Said | undefined {
  const found = findReversible(turn)
  if (found === undefined || found.entry.state === 'undone') return undefined
  const environment = { ...walkEnvironment(turn), keepsOptions: true } as const
  const { stop, said } = walk(found.dialog, { ...found.frame, said: {} }, environment)
  return stop.kind === 'ended' ? said.at(-1) : undefined
}
