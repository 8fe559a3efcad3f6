// A text as it is looked through: every digit 0 to 9, every dash a hyphen, every space one space, nothing hidden.

export interface Skeleton {
  readonly text: string
  /** Of each UTF-16 unit of `text`: where what it stands for begins in the original. */
  readonly starts: Uint32Array
  /** Of the original. */
  readonly length: number
}

/** Zero-width and direction marks, tags, variation selectors, fillers, controls; and accents and rings around a letter. */
const hidden = /[\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu
const dashes = /[\p{Pd}\u2212\u2043\u02D7]/gu
const digits = /\p{Nd}/gu
/** Numbers in circles that are drawn for themselves, ❶ and ➊ and ⓿: no normal form knows what they are. */
const circled = /[\u24F5-\u24FF\u2776-\u2793\u{1F10B}\u{1F10C}]/gu
/** Of Chinese and Japanese keyboards: `anna@exempel。se`. */
const stops = /\u3002/g
/** Everything that these would change. */
const changing =
  /[\s\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\u2800\p{Pd}\u2212\u2043\u02D7\p{Nd}\u24F5-\u24FF\u2776-\u2793\u{1F10B}\u{1F10C}\u3002]/u
const isDigit = /^\p{Nd}$/u

/** The ten digits of a script stand in a row that begins with its zero. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (zero > code - 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** Each kind goes from one to ten; the zeros stand elsewhere. */
function numberIn(circle: string): string {
  const code = circle.codePointAt(0) ?? 0
  if (code === 0x24ff || code >= 0x1f10b) return '0'
  return String(((code - (code < 0x2776 ? 0x24f5 : 0x2776)) % 10) + 1)
}

function plainOf(character: string): string {
  const composed = character.normalize('NFKC')
  return changing.test(composed)
    ? composed
        .replace(/\s+/g, ' ')
        .replace(hidden, '')
        .replace(dashes, '-')
        .replace(digits, (digit) => valueOf(digit))
        .replace(circled, (circle) => numberIn(circle))
        .replace(stops, '.')
    : composed
}

/** What residents write is a few hundred different characters; a text that is all different ones empties it. */
const mostRemembered = 2_000
const remembered = new Map<string, string>()

function plain(character: string): string {
  const known = remembered.get(character)
  if (known !== undefined) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const found = plainOf(character)
  remembered.set(character, found)
  return found
}

/** In time that grows with the text's length. */
export function toSkeleton(text: string): Skeleton {
  let starts = new Uint32Array(text.length)
  let units = 0
  let found = ''
  let endsInSpace = false
  let at = 0
  for (const character of text) {
    const standsFor = character > ' ' && character < '\u007F' ? character : plain(character)
    if (standsFor !== ' ' || !endsInSpace) {
      found += standsFor
      if (units + standsFor.length > starts.length) starts = withRoom(starts, standsFor.length)
      for (const end = units + standsFor.length; units < end; units += 1) starts[units] = at
      if (standsFor !== '') endsInSpace = standsFor.endsWith(' ')
    }
    at += character.length
  }
  return { text: found, starts: starts.subarray(0, units), length: text.length }
}

/** A sign may stand for many: "ﷺ" is eighteen. */
function withRoom(full: Uint32Array<ArrayBuffer>, more: number): Uint32Array<ArrayBuffer> {
  const roomy = new Uint32Array(full.length * 2 + more)
  roomy.set(full)
  return roomy
}

const wordWithDigits = /(?<![\p{L}\d])(?=[OoIl|]{0,24}\d)[\dOoIl|]{2,24}(?![\p{L}\d])/gu

/** A skeleton of the same length with the letters that look like 0 and 1 among digits read as these: `9OOlO1` → `900101`. */
export const readLettersAsDigits = (skeleton: string): string =>
  skeleton.replace(wordWithDigits, (word) => word.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1'))
