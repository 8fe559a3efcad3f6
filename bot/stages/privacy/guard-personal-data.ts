// Personal data that nobody asked for is read by no stage behind this one. A message that is nothing else ends here.
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import { dataAskedBy, dataAskedIn } from '../../dialog/model/asked-data'
import { contactQuestionsBeside } from '../../dialog/hearing/contacts-beside'
import { questionOf } from '../../dialog/model/list-question'
import { maskInCity } from '../../privacy/mask-in-city'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { contactsOf } from './contacts-of'
import { openDialog } from '../turn/open-dialog'
import { endTurn, goOn, type Stage, type Turn } from '../turn/turn'

/** Phone numbers and e-mail addresses stay for the stages behind: any of them may begin the dialog that asks for one. */
export const guardPersonalData: Stage = (turn) => {
  const { content } = turn.message
  if (content.kind !== 'text') return goOn(turn)
  const mask = maskInCity(turn.content.city, turn.now)
  const readable: readonly PersonalDataKind[] = expectsPersonId(turn)
    ? ['phone', 'email', 'person-id']
    : ['phone', 'email']
  const { text, kinds } = mask(turn.text, { readable })
  const guarded: Turn = { ...turn, text, guarded: [...new Set([...(content.masked ?? []), ...kinds])] }
  const asked = askedNow(turn)
  // What this talk has been given already is nothing to be told of again.
  const known = contactsOf(turn)
  const rest = mask(text, { readable: readable.filter((kind) => asked.has(kind)), known }).text
  const own = withoutMasks(rest)
  if (own === rest || /\p{L}{2}/u.test(own) || hasAsked(own, asked, mask)) return goOn(guarded)
  const alone = { ...guarded, text: rest }
  return openDialog(turn) === undefined
    ? endTurn(alone, 'guarded-personal-data')
    : endTurn(alone, 'guarded-personal-data', { kind: 'open-question' })
}

const hasAsked = (
  text: string,
  asked: ReadonlySet<PersonalDataKind>,
  mask: ReturnType<typeof maskInCity>,
): boolean => mask(text).kinds.some((kind) => asked.has(kind))

/** A question for a text takes the text, and how to reach the resident; at any other one the dialog hears all that it asks for. */
function askedNow(turn: Turn): ReadonlySet<PersonalDataKind> {
  const open = openDialog(turn)
  if (open === undefined) return new Set()
  const ask = questionOf(open.dialog, open.frame.open)
  return ask?.types.includes('text') === true
    ? new Set([ask, ...contactQuestionsBeside(open.dialog, open.frame, ask)].flatMap(dataAskedBy))
    : dataAskedIn(open.dialog)
}

/** A dialog that asks for one may be given it, or a correction of it, at any of its questions but those for a text. */
function expectsPersonId(turn: Turn): boolean {
  const open = openDialog(turn)
  if (open === undefined || !dataAskedIn(open.dialog).has('person-id')) return false
  return questionOf(open.dialog, open.frame.open)?.types.includes('text') !== true
}
