// Before a message is kept: what no dialog can need is masked in it, so that no store ever holds it. What some dialog may ask
// for goes in, and is masked in the transcript by the turn that found it was not needed (`stages/privacy/tell-masked.ts`).
import type { Content } from '../../content/content'
import type { Clock } from '../../contracts/basics/clock'
import type { InboundMessage, MessageContent } from '../../contracts/talk/message'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { Store } from '../../contracts/store/store'
import { dataAskedIn } from '../../dialog/model/asked-data'
import { maskInCity } from '../../privacy/mask-in-city'
import { readConversation } from '../../read-conversation'

export interface MaskAtDoorParts {
  readonly store: Pick<Store, 'load' | 'lastSequence' | 'linesAfter'>
  readonly content: () => Content
  readonly clock: Clock
}

export type MaskAtDoor = (message: InboundMessage) => Promise<InboundMessage>

export const maskAtDoor =
  (parts: MaskAtDoorParts): MaskAtDoor =>
  async (message) => {
    const { content } = message
    const mask = maskInCity(parts.content().city, parts.clock.now())
    switch (content.kind) {
      case 'text': {
        const found = mask(content.text).kinds
        const readable = found.length === 0 ? [] : await mayBeNeeded(parts, message)
        const before = await begunBefore(parts, message, content.text)
        const { text, kinds } = mask(content.text, { readable, before })
        return kinds.length === 0 ? message : withContent(message, { ...content, text, masked: kinds })
      }
      case 'feedback':
        return content.reason === undefined
          ? message
          : withContent(message, { ...content, reason: mask(content.reason).text })
      // The words on our own buttons; a client may send others.
      case 'choice':
        return withContent(message, {
          ...content,
          label: mask(content.label, { readable: ['phone', 'email'] }).text,
        })
      default:
        return message
    }
  }

const withContent = (message: InboundMessage, content: MessageContent): InboundMessage => ({
  ...message,
  content,
})

/**
 * A first sentence may hold a phone number or an e-mail address that the dialog it begins asks for. A personal identity
 * number is read only by a dialog that is open and may ask for one.
 */
async function mayBeNeeded(
  { store, content, clock }: MaskAtDoorParts,
  message: InboundMessage,
): Promise<readonly PersonalDataKind[]> {
  const { city, dialogs } = content()
  const asking = [...dialogs.values()].map((dialog) => ({ id: dialog.id, kinds: dataAskedIn(dialog) }))
  // A person who has the talk may be given one, when the resident says so.
  const hasPeople = [...city.departments.values()].some(({ queue }) => queue !== undefined)
  const contacts = (['phone', 'email'] as const).filter(
    (kind) => hasPeople || asking.some(({ kinds }) => kinds.has(kind)),
  )
  const forPersonId = asking.filter(({ kinds }) => kinds.has('person-id')).map(({ id }) => id)
  if (forPersonId.length === 0) return contacts
  const { state } = await store.load(message.conversationId)
  const { frames } = readConversation(state, message, city, clock.now()).conversation
  return frames.some(({ dialog }) => forPersonId.includes(dialog)) ? [...contacts, 'person-id'] : contacts
}

/** Between two messages of a resident stand the replies to the first one. */
const linesLookedAt = 16
/** "900101", "hej", "1239": one without figures may stand between. */
const messagesLookedAt = 2
/** Only a message that begins with figures can end a number; one alone is mostly the number of a button. */
const beginsWithDigits = /^[^\p{L}\p{N}]*\p{N}[^\p{L}]*\p{N}/u

async function begunBefore(
  { store }: MaskAtDoorParts,
  { id, conversationId }: InboundMessage,
  text: string,
): Promise<string> {
  if (!beginsWithDigits.test(text.slice(0, 100))) return ''
  const last = await store.lastSequence(conversationId)
  const lines = await store.linesAfter(conversationId, Math.max(0, last - linesLookedAt), linesLookedAt)
  const texts = lines.flatMap((line) =>
    line.author === 'resident' && line.message.id !== id
      ? [line.message.content.kind === 'text' ? line.message.content.text : '']
      : [],
  )
  return texts.slice(-messagesLookedAt).findLast((each) => /\p{N}/u.test(each)) ?? ''
}
