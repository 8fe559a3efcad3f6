// "Ja" after so much in a row was not understood that the bot no longer asks to say it differently, but whether a person shall.
import type { Conversation, Frame } from '../../contracts/talk/conversation'
import { placeAskedAbout } from '../../dialog/answers/known-address'
import { takesYesNo } from '../../dialog/model/model'
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import { openDialog } from './open-dialog'
import type { Turn } from './turn'

const missesBeforePerson = 3

/** Of what is asked outside dialogs, or of the open question of one. */
export const personIsOffered = ({ misses }: Pick<Conversation, 'misses'> | Pick<Frame, 'misses'>): boolean =>
  misses >= missesBeforePerson

/** Whether the resident wants the person who was offered; undefined when they say neither, or none was offered. */
export const answerToPerson = (turn: Turn): boolean | undefined =>
  turn.message.content.kind === 'text' && isOfferAnswerable(turn)
    ? readPlainYesNo(turn.text, turn.content.city)
    : undefined

/** A question that waits for a yes or a no itself gets it. */
function isOfferAnswerable(turn: Turn): boolean {
  const open = openDialog(turn)
  if (open === undefined) return turn.conversation.frames.length === 0 && personIsOffered(turn.conversation)
  const { dialog, frame, environment } = open
  const step = frame.open === null ? undefined : dialog.asks.get(frame.open)
  if (step === undefined || takesYesNo(step)) return false
  return personIsOffered(frame) && placeAskedAbout(step, frame.offered, environment.places) === undefined
}
