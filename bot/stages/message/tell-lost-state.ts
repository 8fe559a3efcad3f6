// The stored conversation could not be read: the resident hears it honestly and begins anew; nothing is guessed.
import { endTurn, goOn, type Stage } from '../turn/turn'

export const tellLostState: Stage = (turn) =>
  turn.stateLost ? endTurn(turn, 'failed-state', { kind: 'wording', key: 'state-lost' }) : goOn(turn)
