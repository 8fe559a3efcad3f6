// A question is said again in many places without a walk. A changed file, or a dialog that waited to begin, may have something
// before it that must be looked up or said first, or may have come to an end: then the dialog goes on, so that nobody waits for a
// question that is never said.
import type { Outcome } from '../../contracts/talk/outcome'
import { walk } from '../../dialog/walk/walk'
import { continueDialog, type ContinueDialogParts } from './continue-dialog'
import { openDialog } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

interface EndedTurn {
  readonly turn: Turn
  readonly outcome: Outcome
}

export const walkBeforeAsking =
  (parts: ContinueDialogParts) =>
  async (ended: EndedTurn): Promise<EndedTurn> => {
    const { turn } = ended
    if (!turn.utterances.some(isUnwalked) || isAtQuestion(turn)) return ended
    const utterances = turn.utterances.filter(({ kind }) => kind !== 'open-question')
    const gone = await continueDialog(parts)({ ...turn, utterances, plan: { kind: 'walk' } })
    if (gone.kind !== 'end') return ended
    return { turn: gone.turn, outcome: gone.outcome === 'asked' ? ended.outcome : gone.outcome }
  }

const isUnwalked = (one: Utterance): boolean => one.kind === 'open-question' && one.isReached !== true

/** With all said that stands before it. */
function isAtQuestion(turn: Turn): boolean {
  const open = openDialog(turn)
  if (open === undefined) return true
  const { stop, said } = walk(open.dialog, open.frame, { ...open.environment, keepsOptions: true })
  return said.length === 0 && (stop.kind === 'asks' || stop.kind === 'confirms')
}
