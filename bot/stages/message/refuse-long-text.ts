// No endless scrolls: the resident is asked for what matters most, and the rest is taken after it.
import { endTurn, goOn, type Stage } from '../turn/turn'

/** Unicode code points of one message; a longer one gets a kind refusal, for the resident's point is lost in it. */
export const maxTextLength = 1_000

export const refuseLongText: Stage = (turn) =>
  turn.message.content.kind === 'text' && Array.from(turn.text).length > maxTextLength
    ? endTurn(turn, 'guarded-too-long', {
        kind: 'wording',
        key: 'too-long',
        values: { max: String(maxTextLength) },
      })
    : goOn(turn)
