// Which questions are not worth a model's answer, or are meant for the model itself. What gets past stays harmless by the
// checks of its answer; this saves money and keeps the long stories of residents in the house.
import { toFolded } from '../text/compared'

export type GuardedQuestion = 'too-long' | 'nothing-to-search' | 'injection'

/** A question has some ten words; what is longer tells about somebody, and stays here. */
export const mostQuestionCharacters = 400

/** On folded text: lower case, without dots and accents. */
const injectionSigns: readonly RegExp[] = [
  // Away with the rules.
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,50}\b(?:instruction|rule|prompt|guideline|previous|above|prior|polic(?:y|ies)|filter|restriction|earlier|limit)/,
  /\b(?:skip|drop|cancel)\b.{0,50}\b(?:instruction|rule|prompt|guideline|filter|restriction)/,
  /\b(?:ignorera|bortse|glom|strunta i)\b.{0,50}\b(?:instruktion|regl|prompt|tidigare|ovan|riktlinj|begransning|filt|forra)/,
  /\b(?:hoppa over|asidosatt|kringga|upphav)\b.{0,50}\b(?:instruktion|regl|prompt|riktlinj|begransning|filt)/,
  /\bnew (?:instructions?|rules?|task|system)\b|\bnya? (?:instruktion|regler|uppgift)/,
  // Out with them.
  /\bsystem ?-?(?:prompt|message|meddelande)|\b(?:your|initial|original|hidden|secret) (?:\w+ )?(?:instructions?|rules|prompt|guidelines|configuration)|\b(?:dina|dolda|hemliga|ursprungliga) (?:\w+ )?(?:instruktion|regler|prompt|riktlinj)/,
  /\b(?:repeat|print|show|reveal|output|dump|translate|summari[sz]e|encode|recite|quote)\b.{0,50}\b(?:above|everything|instruction|prompt|verbatim|previous|before this|beginning|first line)/,
  /\b(?:upprepa|skriv ut|visa|avsloja|oversatt|sammanfatta|koda|citera|aterge)\b.{0,50}\b(?:ovan|allt du|allt som|instruktion|prompt|ordagrant|regler|fore det har|borjan|forsta raden)/,
  // Somebody else.
  /\b(?:you are now|from now on|act as|acting as|pretend|roleplay|role-play|imagine (?:that )?you|play the role|you will be|behave like)\b/,
  /\b(?:du ar nu|fran och med nu|agera som|latsas (?:att|som)|rollspel|spela rollen|forestall dig|tank dig att du ar|bete dig som|du ska vara)\b/,
  /\b(?:developer|dev|debug|admin|god|root|sudo|maintenance|unrestricted|utvecklar|felsoknings|administrator|underhalls)[- ]?(?:mode|lage|laget)\b|\bjail ?break|\bdo anything now\b|\bsudo\b/,
  /\bi am (?:the|your|an?) (?:developer|admin|creator|owner|engineer|system)|\bjag ar (?:din|en|systemets|kommunens) (?:utvecklare|administrator|skapare|agare|systemagare|it-chef)/,
  // The marks of a conversation with a model.
  /<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|source|instructions?)|\[\/?(?:inst|system|assistant)\b|(?:^|\W)(?:system|assistant|developer|user|instruktion|instruction)\s*:|#{2,}|`{3}|\bend of (?:question|input|sources)/,
  /\b(?:json|base64|rot13|python|javascript|markdown|html|sourcesused|completeness)\b|\b(?:source|link)_\d/,
  // The words put into its mouth.
  /(?:^|[.!?,:;"] ?|\b(?:please|and|then) )(?:respond|reply|answer|say|write|output) (?:only|just|exactly|with|in|as|that)\b/,
  /(?:^|[.!?,:;"] ?|\b(?:snalla|och|sedan) )(?:svara|skriv|sag) (?:bara|endast|exakt|precis|med|som|att|pa)\b/,
  /\b(?:write|compose|tell|make up|invent)\b.{0,12}\b(?:poem|joke|story|song|essay|code|script|program)\b|\b(?:skriv|dikta|beratta|hitta pa)\b.{0,12}\b(?:dikt|skamt|vits|saga|sang|historia|uppsats|kod|program)/,
  /\bobey\b|\blyd(?:er)?\b|\b(?:repeat after me|sag efter mig)\b|\b(?:start|end|begin) (?:your|every) (?:answer|reply)|\b(?:borja|avsluta) (?:ditt|varje) svar/,
  // Addresses, blobs, letters apart.
  /https?:|www\.|[a-z0-9+/=]{40,}|(?:\b\w\b[ .\-_*]){6,}/,
]

/** Undefined: it may be asked. */
export function guardQuestion(question: string): GuardedQuestion | undefined {
  if (question.length > mostQuestionCharacters) return 'too-long'
  const folded = toFolded(question)
  if (!/\p{L}{3}/u.test(folded)) return 'nothing-to-search'
  return injectionSigns.some((sign) => sign.test(folded)) ? 'injection' : undefined
}
