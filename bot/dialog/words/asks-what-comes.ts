// "Hur lång tid tar det?", "när ringer ni då", "vad händer nu": what is asked right after something was sent. In the languages that are
// spoken whole.
import { fold, plainLine, wordsOf } from './fold-words'

const lead =
  '(?:(?:och|men|jaha|ja|ok|okej|bra|tack|sa|vet du|ungefar|forresten|and|but|okay|so|great|thanks|thank you)\\s+)*'
const who = '(?:ni|de|dom|nagon|nan|det|den|jag|vi|du|you|they|someone|somebody|it|i|we)'
const does =
  '(?:kommer|ringer|hor|lagar|fixar|hamtar|tommer|svarar|atgardar|gor|borjar|blir|ar|far|kan|ska|tar|skickar|fixa|laga|komma|ringa)'
const will = '(?:will|do|does|can|is|are)'
/** They name nothing: "hur lång tid tar det innan ni ringer". */
const small =
  '(?:att|innan|tills|ni|de|dom|nagon|nan|det|den|nu|da|sen|igen|mig|oss|hit|ut|till|klart|klar|fixat|lagat|gjort|hamta|hamtar|laga|' +
  'lagar|fixa|fixar|ringa|ringer|svara|svarar|tomma|tommer|komma|kommer|gora|av|er|sig|i|dag|morgon|idag|imorgon|ikvall|fa|far|jag|' +
  'kan|tror|du|ungefar|svar|besked|om|take|until|before|you|i|it|me|us|be|done|fixed|come|call|back|get|an|answer|hear|from|today|' +
  'tomorrow|now|then|someone|here)'
const rest = `(?: ${small})*`
const isSmall = new RegExp(
  `^(?:${small}|${does}|${who}|nar|hur|lang|lange|tid|vad|when|how|long|what|will)$`,
  'u',
)
const forms = [
  `hur (?:lang tid|lange|snart|fort|snabbt) ${does}${rest}`,
  `nar ${does} ${who}${rest}`,
  // As who learns the language writes.
  `nar ${who} ${does}${rest}`,
  `(?:far|kan|ska) jag (?:fa )?(?:nagon |nagot |nan |nat |ett |en )?(?:svar|bekraftelse|besked|kvitto|aterkoppling|veta)${rest}`,
  `kommer (?:ni|nagon|nan|de|dom)${rest}`,
  'vad (?:hander|gor ni|gor jag) (?:nu|sen|sedan|harnast)',
  `how (?:long|soon|fast|quickly) ${will} ${who}${rest}`,
  `when ${will} ${who}${rest}`,
  `will (?:i|you|someone|somebody) (?:get|hear|come|call|be)${rest}`,
  'what (?:happens|comes) (?:now|next|then)',
]
const asks = new RegExp(`^${lead}(?:${forms.join('|')})$`, 'u')
/** Who writes more asks about something else. */
const mostWords = 12
const elsewhere = /\b(?:oppnar|stanger|oppet|open|opens?|close[sd]?)\b/u

/** Shorter words of what was said name nothing. */
const shortestThing = 4

/** @param said what was said last of it: of what it names it may be asked by that name, "när kommer blanketten" */
export function asksWhatComes(text: string, said = ''): boolean {
  const things = new Set(
    wordsOf(said)
      .filter((word) => word.length >= shortestThing)
      .map(fold),
  )
  const known = (word: string): boolean => things.has(word) && !isSmall.test(word)
  const line = fold(plainLine(text))
    .split(' ')
    .map((word) => (known(word) ? 'det' : word))
    .join(' ')
  return line.split(' ').length <= mostWords && !elsewhere.test(line) && asks.test(line)
}
