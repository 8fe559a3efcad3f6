// A personal identity number that nobody asked for: told in one sentence, and read by no stage behind this one.
import type { AskStep } from '../dialog/model'
import { hiddenPersonId, hidePersonIds } from '../dialog/person-id'
import { openDialog, walkEnvironment } from './open-dialog'
import { endTurn, goOn, type Stage, type Turn } from './turn'

export const hidePersonId: Stage = (turn) => {
  if (turn.message.content.kind !== 'text' || expectsOne(turn)) return goOn(turn)
  const besidePhone = openAsk(turn)?.types.includes('phone') === true
  const text = hidePersonIds(turn.text, walkEnvironment(turn).today, besidePhone)
  if (text === turn.text) return goOn(turn)
  const told = { kind: 'wording', key: 'person-id.not-here' } as const
  if (/\p{L}{2}/u.test(text.replaceAll(hiddenPersonId, '')))
    return goOn({ ...turn, text, utterances: [...turn.utterances, told] })
  return openDialog(turn) === undefined
    ? endTurn({ ...turn, text }, 'answered-command', told)
    : endTurn({ ...turn, text }, 'asked', told, { kind: 'open-question' })
}

function openAsk(turn: Turn): AskStep | undefined {
  const open = openDialog(turn)
  return open === undefined || open.frame.open === null ? undefined : open.dialog.asks.get(open.frame.open)
}

/** A dialog that asks for one may be given it, or a correction of it, at any of its questions but those for a text. */
function expectsOne(turn: Turn): boolean {
  const asks = [...(openDialog(turn)?.dialog.asks.values() ?? [])]
  return (
    asks.some(({ types }) => types.includes('person-id')) && openAsk(turn)?.types.includes('text') !== true
  )
}
