// The shapes in which people say what is not so, without saying what is: "det var inte i går", "jag vill inte ha frysen".
import { form, lead, please } from './correction-words'
import { oneLine } from './fold-words'

const not = '(?:inte|ej|icke|not)'
const itIs =
  "(?:(?:det|den|de)\\s+(?:är|var|gäller|gällde|ska\\s+vara|skulle\\s+vara)\\s+|(?:it|that)\\s*(?:is|was|'s)\\s+)?"
const want =
  "(?:(?:jag|vi)\\s+(?:vill|ska|skall|skulle|behöver|tänkte)\\s+(?:ju\\s+)?(?:inte|ej)|(?:i|we)\\s+(?:do\\s+not|don['’]?t)\\s+(?:want|need))"
const todo =
  '(?:\\s+(?:ha|boka|beställa|hämta|få|bli\\s+av\\s+med|slänga|lämna|skicka|ta\\s+med|to\\s+(?:have|book|order|give|send)))*'
const done = '(?:\\s+(?:med|hämta[dt]s?|hämtade|längre|heller|tack|included|collected|any\\s*more))*'

const denials = [
  form(`${lead}${itIs}${not}\\s+(?!.*(?<!\\p{L})(?:utan|but)(?!\\p{L}))(?<denied>.+?)${done}[.!]*`),
  form(`${lead}${want}${todo}\\s+(?<denied>.+?)${done}[.!]*`),
  form(
    `${lead}${please}(?<denied>.+?)\\s+(?:ska|skall|skulle|behöver|should)\\s+${not}(?:\\s+(?:vara\\s+)?(?:med|hämtas|be\\s+(?:included|collected)))?[.!]*`,
  ),
  form(`${lead}(?:utan|without)\\s+(?<denied>.+?)${done}[.!]*`),
]

const swap = form(`${lead}${itIs}(?<text>.+?)[\\s,]+(?:och\\s+|and\\s+)?${not}\\s+(?<denied>.+?)[.!]*`)

/** "Biblioteket, inte badhuset"; whether anything of the kind was answered is for the reader to see. */
export function findSwap(written: string): { readonly text: string; readonly denied: string } | undefined {
  const groups = swap.exec(oneLine(written))?.groups
  const [text, denied] = [groups?.['text'], groups?.['denied']]
  return text === undefined || denied === undefined ? undefined : { text, denied }
}

/** What is said not to be so; undefined for a text of another shape, also where the right thing comes behind it ("utan …"). */
export function findDenial(written: string): string | undefined {
  const text = oneLine(written)
  return denials
    .map((denial) => denial.exec(text)?.groups?.['denied'])
    .find((denied) => denied !== undefined && denied !== '')
}
