// MER over SMS: the rest of the text that was too long.
import { keywordOf } from '../../sms/keywords'
import { isFresh } from '../../sms/memory'
import { isReplyWord } from './reply-words'
import { openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, type Stage } from '../turn/turn'

export const sayMore: Stage = (turn) => {
  const { channel, content } = turn.message
  const more = turn.conversation.sms?.more ?? null
  if (channel !== 'sms' || content.kind !== 'text' || more === null) return goOn(turn)
  // Something was told since: more is wanted of that.
  if (turn.notice?.isLast === true) return goOn(turn)
  if (keywordOf(turn.text) !== 'more' && !isReplyWord(turn.text)) return goOn(turn)
  if (!isFresh(more, turn.now)) return goOn(turn)
  const rest = { kind: 'rest', text: more.text, language: more.language } as const
  return endTurn(turn, 'answered-command', rest, ...openQuestion(turn))
}
