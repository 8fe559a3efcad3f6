// At the end of a turn it is known what was needed of what the resident wrote. The rest of its personal data is masked in the
// transcript too, and the resident is told: once for each kind in a talk, of a personal identity number each time.
import type { Outcome } from '../../contracts/talk/outcome'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import { maskInCity } from '../../privacy/mask-in-city'
import { askForContact, isContact } from '../hand-off/contact-for-person'
import { contactsOf } from './contacts-of'
import { withConversation, type Turn } from '../turn/turn'

interface Kept {
  readonly turn: Turn
  readonly kinds: readonly PersonalDataKind[]
}

/**
 * The turn with its message as it is to be kept. What became an answer stays, save a personal identity number: that is kept
 * as the answer and nowhere else.
 */
export function keepMasked(turn: Turn): Kept {
  const { message, content, now } = turn
  if (message.content.kind !== 'text') return { turn, kinds: [] }
  const { text, kinds } = maskInCity(content.city, now)(message.content.text, { known: contactsOf(turn) })
  if (kinds.length === 0) return { turn, kinds }
  const masked = [...new Set([...(message.content.masked ?? []), ...kinds])]
  return { turn: { ...turn, message: { ...message, content: { ...message.content, text, masked } } }, kinds }
}

/** While somebody may be in danger, and where nothing is said, this is not the time. */
const silent: ReadonlySet<Outcome> = new Set(['guarded-emergency', 'noted-feedback', 'ignored-feedback'])

export function tellMasked(turn: Turn, outcome: Outcome): Turn {
  const kept = keepMasked(turn)
  const hidden = hiddenIn(turn, kept)
  const { person } = turn.conversation
  const contacts = person !== null && outcome === 'passed-on' ? hidden.filter(isContact) : []
  const others = hidden.filter((kind) => !contacts.includes(kind))
  const told = tellOf(kept.turn, others, outcome)
  const isAsked = contacts.length > 0 && turn.isContactGiven !== true
  return person !== null && isAsked ? askForContact(told, person, contacts) : told
}

/** A turn may have ended before anybody looked at what was masked at the door. */
function hiddenIn({ message: { content }, guarded = [] }: Turn, kept: Kept): readonly PersonalDataKind[] {
  const atDoor = content.kind === 'text' ? (content.masked ?? []) : []
  return [...new Set([...atDoor, ...guarded, ...kept.kinds.filter((kind) => kind !== 'person-id')])]
}

function tellOf(turn: Turn, hidden: readonly PersonalDataKind[], outcome: Outcome): Turn {
  const { maskedTold } = turn.conversation
  const isAlone = outcome === 'guarded-personal-data'
  const kinds = isAlone ? hidden : hidden.filter((kind) => kind === 'person-id' || !maskedTold.includes(kind))
  if (kinds.length === 0 || silent.has(outcome)) return turn
  const told = withConversation(turn, { maskedTold: [...new Set([...maskedTold, ...kinds])] })
  return { ...told, utterances: [{ kind: 'masked', kinds }, ...told.utterances] }
}
