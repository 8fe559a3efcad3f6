// MER over SMS: the rest of the text that was too long, or that there is none.
import { listOfQuestion, questionOf } from '../../dialog/model/list-question'
import { keywordOf } from '../../sms/keywords'
import { isFresh } from '../../sms/memory'
import { isReplyWord } from './reply-words'
import { openDialog, openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, type Stage, type StageResult, type Turn } from '../turn/turn'

export const sayMore: Stage = (turn) => {
  const { channel, content } = turn.message
  const more = turn.conversation.sms?.more ?? null
  if (channel !== 'sms' || content.kind !== 'text') return goOn(turn)
  // Something was told since: more is wanted of that.
  if (turn.notice?.isLast === true) return goOn(turn)
  if (keywordOf(turn.text) !== 'more' && !isReplyWord(turn.text)) return goOn(turn)
  if (more === null || !isFresh(more, turn.now)) return nothingMore(turn)
  const rest = { kind: 'rest', text: more.text, language: more.language } as const
  return endTurn(turn, 'answered-command', rest, ...openQuestion(turn))
}

/** The word that we gave; more of what was told is looked for elsewhere. */
const nothingMore = (turn: Turn): StageResult =>
  keywordOf(turn.text) !== 'more' || turn.plan !== undefined || isAnswer(turn)
    ? goOn(turn)
    : endTurn(turn, 'answered-command', { kind: 'wording', key: 'sms.nothing-more' }, ...openQuestion(turn))

/** A list asks whether there is more, and of many options only the first are shown. */
function isAnswer(turn: Turn): boolean {
  const open = openDialog(turn)
  if (open === undefined) return false
  const { dialog, frame } = open
  return (
    listOfQuestion(dialog, frame.open) !== undefined || questionOf(dialog, frame.open)?.pick !== undefined
  )
}
