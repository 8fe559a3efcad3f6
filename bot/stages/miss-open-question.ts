// The open question was not understood: said again more plainly, and after the third time a person is offered.
import { skip } from '../dialog/moves'
import { openDialog, withTopFrame } from './open-dialog'
import { endTurn, goOn, type StageResult, type Turn } from './turn'
import type { Utterance } from './utterance'

const missesBeforePerson = 3

/** An optional question is not insisted on: after the third miss it is passed over. */
export function missOpenQuestion(turn: Turn, ...said: readonly Utterance[]): StageResult {
  const open = openDialog(turn)
  if (open === undefined)
    return endTurn(turn, 'unanswered-out-of-scope', { kind: 'wording', key: 'dialog.gone' })
  const misses = open.frame.misses + 1
  const question: Utterance = { kind: 'open-question', isExplained: said.length > 0 }
  const missed = { ...open.frame, misses }
  if (misses < missesBeforePerson) return endTurn(withTopFrame(turn, missed), 'asked', ...said, question)
  const skipped = skip(open.dialog, missed)
  if (skipped.kind === 'moved') return goOn({ ...withTopFrame(turn, skipped.frame), plan: { kind: 'walk' } })
  const offer: Utterance = { kind: 'wording', key: 'person.offer' }
  return endTurn(withTopFrame(turn, missed), 'asked', ...said, offer, question, { kind: 'person-button' })
}
