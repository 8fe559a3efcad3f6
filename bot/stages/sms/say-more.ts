// MER over SMS: the rest of the text that was too long, or that there is none.
import { keywordOf } from '../../sms/keywords'
import { isFresh } from '../../sms/memory'
import { isReplyWord } from './reply-words'
import { openQuestion } from '../turn/open-dialog'
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

/** The word that we gave; more of what was told is looked for elsewhere, and a dialog that is open may ask whether there is more. */
const nothingMore = (turn: Turn): StageResult =>
  keywordOf(turn.text) !== 'more' || turn.plan !== undefined || turn.conversation.frames.length > 0
    ? goOn(turn)
    : endTurn(turn, 'answered-command', { kind: 'wording', key: 'sms.nothing-more' })
