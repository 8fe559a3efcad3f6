// What is said to "shall I send this?": a yes and nothing more, or that something is to be changed.
import { plainLine, plainLines } from '../words/fold-words'
import type { Interpretation } from '../answers/interpretation'
import { readPlainYesNo, readYesNo } from '../words/read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

const sendWords = plainLines(
  'skicka, skicka in, skicka in den, skicka den, bekräfta, boka, boka den, bra, det är bra, det blir bra, perfekt, toppen, ' +
    'helt rätt, det är rätt, ser rätt ut, ser bra ut, det ser bra ut, allt stämmer, send, send it, confirm, good, perfect, ' +
    'looks good, book it, gör det, gör så, då gör vi så, kör, kör på, kör på det, kör så, vi kör på det, skicka iväg, skicka iväg den, ' +
    'go ahead, do it, do that, please do, submit, submit it',
)
const faultWords = plainLines(
  'fel, det är fel, det blev fel, något är fel, inte rätt, wrong, something is wrong, not right',
)

/**
 * Only a yes and nothing more confirms. A yes with something behind it ("ja, det är farligt") may take an answer back, and
 * what was sent cannot be called back; so we ask what is to be changed.
 */
export function readConfirmation(text: string, { city }: WalkEnvironment): Interpretation {
  if (text.trimEnd().endsWith('?')) return { kind: 'not-understood' }
  if (readPlainYesNo(text, city, { yes: sendWords }) === true || sendWords.includes(plainLine(text)))
    return { kind: 'confirmed' }
  const saysMore = readYesNo(text, city) !== undefined
  return saysMore || faultWords.includes(plainLine(text)) ? { kind: 'which' } : { kind: 'not-understood' }
}
