// No endless scrolls: the resident is asked for what matters most, and the rest is taken after it.
import type { Outcome } from '../../contracts/talk/outcome'
import { endTurn, goOn, type Stage, type Turn } from '../turn/turn'

/** Unicode code points of one message; a longer one gets a kind refusal, for the resident's point is lost in it. */
export const maxTextLength = 1_000

/** As it is compared: one sign may be written for eighteen letters, and everybody would wait for a thousand such. */
const maxComparedLength = 2 * maxTextLength

const isTooLong = (text: string): boolean =>
  Array.from(text).length > maxTextLength || text.normalize('NFKC').length > maxComparedLength

export const refuseLongText: Stage = (turn) =>
  turn.message.content.kind === 'text' && isTooLong(turn.text)
    ? endTurn(turn, 'guarded-too-long', {
        kind: 'wording',
        key: 'too-long',
        values: { max: String(maxTextLength) },
      })
    : goOn(turn)

/** What was not read is not kept either. After the masks, or a number could be cut in its middle and stay. */
export function cutLongText(turn: Turn, outcome: Outcome): Turn {
  const { message } = turn
  if (outcome !== 'guarded-too-long' || message.content.kind !== 'text') return turn
  const text = `${Array.from(message.content.text).slice(0, maxTextLength).join('')}…`
  return { ...turn, message: { ...message, content: { ...message.content, text, cut: true } } }
}
