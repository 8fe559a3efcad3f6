// "Ja" right after "är någon i fara just nu?", and "nej".
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import { dangerYes } from '../../emergency/danger-question'
import type { Turn } from '../turn/turn'

/** Whether somebody is in danger; undefined when the resident says neither, or was not asked with the last replies. */
export const answerToDanger = (turn: Turn): boolean | undefined =>
  turn.message.content.kind === 'text' && wasAskedLast(turn)
    ? readPlainYesNo(turn.text, turn.content.city, { yes: dangerYes })
    : undefined

/** With anything in between it is an answer to that. */
const wasAskedLast = ({ conversation: { danger }, lastTurnAt }: Turn): boolean =>
  danger !== null && danger.at === lastTurnAt
