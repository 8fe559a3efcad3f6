// "Gatlyktan är trasig och så vill jag boka grovsopor": two errands in one message. The first begins, the second waits below it
// as a dialog that was interrupted does, and the resident is told so.
import { startDialog } from '../dialog/start-dialog'
import { goOn, withConversation, type Stage, type Turn } from '../turn/turn'
import { isAmidst } from './decide'
import { rememberThought } from './keep-unanswered'
import { areTwo, dialogOf, halves, isErrand, topicIn, topicOf, type Errand } from './two-in-one'

function errandIn(turn: Turn, text: string): Errand | undefined {
  const topic = topicIn(turn, text)
  const dialog = topic && dialogOf(topic)
  return dialog !== undefined && isErrand(turn, dialog) ? { dialog, text } : undefined
}

function twoErrands(turn: Turn): readonly [Errand, Errand] | undefined {
  for (const [before, after] of halves(turn.text)) {
    const first = errandIn(turn, before)
    const second = first && errandIn(turn, after)
    if (first && second && areTwo(turn, [topicOf(first), topicOf(second)])) return [first, second]
  }
  return undefined
}

export const hearTwoErrands: Stage = (turn) => {
  if (turn.plan !== undefined || turn.classification === undefined || isAmidst(turn)) return goOn(turn)
  const errands = twoErrands(turn)
  if (errands === undefined) return goOn(turn)
  const [first, second] = errands
  const heard = rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true })
  const waiting = startDialog(heard, second.dialog, { said: second.text })
  if (waiting.kind === 'end') return goOn(turn)
  return goOn({
    ...waiting.turn,
    // Each errand reads its own words: the address of the lamp is not where the sofa is fetched.
    text: first.text,
    utterances: [
      ...turn.utterances,
      { kind: 'dialog-title', key: 'dialog.one-at-a-time', dialog: second.dialog },
    ],
    plan: { kind: 'start', dialog: first.dialog },
  })
}
