// After all that was answered in the talk's language: who wrote in another one is asked, in that one, whether they want it.
import type { Conversation } from '../../contracts/talk/conversation'
import type { Outcome } from '../../contracts/talk/outcome'
import { maskInCity } from '../../privacy/mask-in-city'
import { isSpoken } from '../turn/city-text'
import { languageOf, withConversation, type Turn } from '../turn/turn'
import { mayBeOffered, neverAgain } from './times-offered'
import { unknownLanguage } from './unknown-language'

type Offer = NonNullable<Conversation['languageOffer']>

/** Nothing is said in these turns: what was offered before is still said last. */
const silent: ReadonlySet<Outcome> = new Set(['noted-feedback', 'ignored-feedback'])

/**
 * The ended turn with its offer, if it makes one; an earlier one has had its moment.
 * @param before the conversation as it was when the turn began
 */
export function offerLanguage(turn: Turn, outcome: Outcome, before: Conversation): Turn {
  // Whoever may be in danger is asked about that, and about nothing else.
  if (silent.has(outcome) || turn.askedAboutDanger !== undefined) return turn
  const { seenLanguage: language, conversation } = turn
  const isOffered =
    language !== undefined &&
    language !== languageOf(turn) &&
    mayBeOffered(conversation.languagesOffered, language)
  const lapsed = withConversation(turn, { languageOffer: null })
  // Who is asked to choose among all of them is offered it already.
  const isAsked = turn.utterances.some(({ kind }) => kind === 'language-choice')
  if (!isOffered || isAsked || outcome === 'unanswered-language') return lapsed
  const { languagesOffered } = conversation
  if (!turn.content.city.languages.includes(language)) {
    const told = withConversation(lapsed, { languagesOffered: neverAgain(languagesOffered, [language]) })
    return { ...told, utterances: [...unknownLanguage(turn), ...turn.utterances] }
  }
  const noted = withConversation(lapsed, { languagesOffered: [...languagesOffered, language] })
  return isSpoken(turn, language)
    ? withOffer(noted, {
        language,
        ...(turn.asksForLanguage === true ? { text: null, began: false } : whatToAnswerAnew(turn, before)),
      })
    : lapsed
}

/**
 * Asked before what is answered, so that who reads no Swedish reads it first, and so that a dialog's question stays last. The
 * button goes with what is said last: a client that shows the buttons of one reply shows those. Over SMS the text says what to
 * write, for a number would be an answer to the dialog.
 */
function withOffer(turn: Turn, offer: Offer): Turn {
  const { language } = offer
  const button = turn.message.channel === 'web' ? [{ kind: 'language-button', language } as const] : []
  return {
    ...withConversation(turn, { languageOffer: offer }),
    utterances: [{ kind: 'language-offer', language }, ...turn.utterances, ...button],
  }
}

/**
 * What a dialog made of a message is in its answers, which are codes: it is not told the same again. One that the message
 * began, and that has done nothing yet, begins anew; so does one that was over at once.
 */
function whatToAnswerAnew(turn: Turn, { frames: before }: Conversation): Omit<Offer, 'language'> {
  const { text } = maskInCity(turn.content.city, turn.now)(turn.text)
  const after = turn.conversation.frames
  const walked = turn.events.length > 0
  // What was only looked up may be looked up again.
  const changed = (action: string) => turn.content.actions.get(action)?.effect !== 'read'
  const did = turn.events.some(
    (event) => event.kind === 'handed-off' || (event.kind === 'did' && changed(event.action)),
  )
  const leftAlone = !walked && after.length === before.length
  const wasOverAtOnce = walked && after.length + before.length === 0
  // What is masked now would be missing in the dialog.
  const began = walked && after.length === before.length + 1 && text === turn.text
  return !did && (leftAlone || wasOverAtOnce || began) ? { text, began } : { text: null, began: false }
}
