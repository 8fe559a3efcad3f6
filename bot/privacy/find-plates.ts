// Swedish vehicle plates: three letters, two digits, and a digit or a letter (Transportstyrelsen). Plates with words on them
// look like nothing in particular and are not found.
import { contextBefore, matchesOf, type Find } from './hit'

const written =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][-/])([a-hj-pr-uw-z]{3})([ -]?)\d\d(?:\d|[a-hj-npr-uw-z])(?![\p{L}\p{N}]|[-/:.,]\d)/giu

/** Three letters before a figure that no plate begins with, or that mean something else: `SEK 450`, `max 100`. */
const otherWords: ReadonlySet<string> = new Set(
  (
    'sek eur usd dkk nok gbp chf pln huf kap sal rum hus lgh dnr art tel fax fel max min mer ral lss sfs pbl sol hsl osl psa ' +
    'mus bus tre sju sex men ras sos usa hot lat pub rom tok typ ufo fan ben mod'
  ).split(' '),
)
const vehicle =
  /(?:\bbil\p{L}*|\breg\p{L}*|skylt\p{L}*|plåt\p{L}*|nummerplåt|fordon\p{L}*|moped\p{L}*|släp\p{L}*|parkera\p{L}*|\bcar|\bvan|plate|registration)[ .:#]*(?:nr|nummer|number|no)?[ .:#]*(?:är|is|med)?[ :]*$/u
/** What else has letters and figures on it. */
const otherThing =
  /(?:dnr|diarie\p{L}*|ärende\p{L}*|stolp\p{L}*|skåp\p{L}*|lykt\p{L}*|mätar\p{L}*|linje|buss|flyg\p{L}*|kund\p{L}*|modell\p{L}*|artikel\p{L}*|kurs\p{L}*|(?<!\p{L})(?:kod|koden|code|koodi))[ .:#]*(?:nr|nummer|number)?[ .:#]*(?:är|is)?[ :]*$/u

/** Lower-case letters parted from a figure are mostly a word before it: "och 100". In a text all in capitals these are too. */
export const findPlates: Find = (skeleton) => {
  const shouts = !/\p{Ll}/u.test(skeleton) && /\p{L}{4}/u.test(skeleton)
  return matchesOf(skeleton, written, ({ 0: text, 1: letters = '', 2: gap, index: start }) => {
    const before = contextBefore(skeleton, start)
    const isClear = gap === '' || (letters === letters.toUpperCase() && !shouts)
    if (otherWords.has(letters.toLowerCase()) || otherThing.test(before)) return undefined
    return isClear || vehicle.test(before) ? { kind: 'plate', start, end: start + text.length } : undefined
  })
}
