// "Den har kommit nu, ta bort ärendet", "det löste sig": amidst an errand, what was to be reported or booked is needed no more.
import { callsOff, lineOf, whole } from './reversal-words'

const now = 'nu|idag|i dag|i morse|redan|precis|anda|till slut|now|today|already|after all|this morning'
const subject = '(?:\\S+\\s+){0,2}?'
/** By themselves no end of an errand: "den har kommit nu" may answer a question. */
const hasCome = whole(
  `${subject}(?:(?:har|hade|ar|blev|s|is|was|has|have|been|just|${now})\\s+)*` +
    '(?:kom|kommit|dok upp|dykt upp|lagat|lagad|lagade|fixat|fixad|hamtat|hamtad|hamtade|hamtats|tomt|tomd|tomde|tomts|hittat|hittad|hittade|' +
    `came|come|arrived|fixed|mended|collected|emptied|found|solved)(?:\\s+(?:den|det|dem|it|them|${now}))*`,
)
/** Not "det är löst", which may be a railing that is loose. */
const solvedItself = whole(
  `${subject}(?:(?:har|has|${now})\\s+)*(?:lost sig|loste sig|ordnat sig|ordnade sig|(?:solved|sorted) itself(?: out)?)(?:\\s+(?:${now}))*`,
)
const onlyPolite =
  /^(?:nej|oj|hej|tack|forlat|forresten|no|oh|hi|thanks|sorry|wait|vanta)(?: (?:tack|hej|vanta|forresten))?$/u

const joints = /[.,;!]+|\s+(?:så|och|so|and)\s+/iu

type Part = 'reason' | 'solved' | 'end' | 'polite' | 'other'

function kindOf(part: string, isCancelled: (part: string) => boolean): Part {
  const line = lineOf(part)
  if (onlyPolite.test(line)) return 'polite'
  if (solvedItself.test(line)) return 'solved'
  if (callsOff(part) || isCancelled(part)) return 'end'
  return hasCome.test(line) ? 'reason' : 'other'
}

/**
 * Every part of the text says that the errand is over, or why. Where words are asked for, a bare "det löste sig" may be among them.
 * @param isCancelled whether a part is one of the city's words for that
 */
export function hasBecomeNeedless(
  text: string,
  asksForWords: boolean,
  isCancelled: (part: string) => boolean,
): boolean {
  const parts = text.split(joints).filter((part) => lineOf(part) !== '')
  const kinds = new Set(parts.map((part) => kindOf(part, isCancelled)))
  if (kinds.has('other')) return false
  return kinds.has('end') ? kinds.has('reason') || kinds.has('solved') : kinds.has('solved') && !asksForWords
}
