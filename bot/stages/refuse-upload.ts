// Pictures and files are not taken: the resident is told so, and a question that waits is asked again.
import { endTurn, goOn, type Stage } from './turn'

export const refuseUpload: Stage = (turn) => {
  if (turn.message.content.kind !== 'upload') return goOn(turn)
  const open = turn.conversation.frames.length > 0 ? ([{ kind: 'open-question' }] as const) : []
  return endTurn(turn, 'guarded-upload', { kind: 'wording', key: 'upload-refused' }, ...open)
}
