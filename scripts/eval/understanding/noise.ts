// How people write on a phone, in a hurry and in anger: each kind of noise as a function of a text, repeatable by its seed.
import type { Language } from '../../../bot/contracts/talk/language'
import { seededRandom } from '../../../bot/understanding/numbers/seeded-random'
import { foldDiacritics } from '../../../bot/text/normalise'
import { wholeWords } from '../../../bot/text/whole-words'

export const noiseKinds = ['no-marks', 'typo', 'split', 'sms-speak', 'capitals', 'no-spaces'] as const
export type NoiseKind = (typeof noiseKinds)[number]

export interface NoiseSetting {
  readonly seed: number
  /** Lower-case words of the content: where a long word is two of these, it can be written apart. */
  readonly knownWords: ReadonlySet<string>
}

/** Undefined where a language has no such noise: English has no å to leave out. */
export type Noise = ((text: string) => string) | undefined

const word = /[\p{L}\p{M}]+/gu

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo, RFC 9923), so that every text has chance of its own. */
function seedOf(text: string, seed: number): number {
  let code = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at += 1) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193)
  return code
}

/** Shorter words are seldom written wrong, and mean something else when they are. */
const shortestMisspelt = 4

/** Neighbours on a Swedish keyboard, row by row. */
const rows = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'] as const

function neighbourOf(letter: string, random: () => number): string {
  const row = rows.find((one) => one.includes(letter))
  if (row === undefined) return letter
  const at = row.indexOf(letter)
  return row[random() < 0.5 && at > 0 ? at - 1 : at + 1] ?? row[at - 1] ?? letter
}

/** One slip of the finger: a letter missing, doubled, swapped with the next, or its neighbour on the keyboard. */
function misspell(written: string, random: () => number): string {
  if (written.length < shortestMisspelt) return written
  // The first letter is seldom wrong.
  const at = 1 + Math.floor(random() * (written.length - 2))
  const [before, letter, next, after] = [
    written.slice(0, at),
    written[at] ?? '',
    written[at + 1] ?? '',
    written.slice(at + 2),
  ]
  const slips = [
    () => before + next + after,
    () => before + letter + letter + next + after,
    () => before + next + letter + after,
    () => before + neighbourOf(letter.toLowerCase(), random) + next + after,
  ]
  return (slips[Math.floor(random() * slips.length)] ?? (() => written))()
}

/** A shorter second part is mostly an ending: `kommun ens`, `tis dag`. */
const shortestParts = { first: 3, second: 4 } as const

/** `soptunna` → `sop tunna`, at the border that leaves the longest shorter part. A linking s stays with the first. */
function writeApart(written: string, known: ReadonlySet<string>): string {
  const lower = written.toLowerCase()
  const isPart = (part: string): boolean =>
    known.has(part) || known.has(`${part}a`) || known.has(`${part}e`) || known.has(part.replace(/s$/, ''))
  const borders = Array.from(lower, (_, at) => at)
    .filter((at) => at >= shortestParts.first && at <= lower.length - shortestParts.second)
    .filter((at) => isPart(lower.slice(0, at)) && known.has(lower.slice(at)))
    .sort((a, b) => Math.min(b, lower.length - b) - Math.min(a, lower.length - a))
  const [border] = borders
  return border === undefined ? written : `${written.slice(0, border)} ${written.slice(border)}`
}

const pairs = (line: string): ReadonlyMap<string, string> =>
  new Map(
    line.split(/,\s*/).map((pair) => {
      const [long = '', short = ''] = pair.split('=')
      return [long, short] as const
    }),
  )

const shortForms: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  sv: pairs(
    `vad är=va e, är=e, jag=ja, och=o, också=oxå, det=de, de=dom, mig=mej, dig=dej, vad=va, något=nåt, någon=nån, sedan=sen,
    inte=int, till=t, eller=el, idag=ida, mycket=mkt, tack=tx`,
  ),
  en: pairs(
    `you=u, your=ur, are=r, to=2, for=4, please=pls, tomorrow=tmrw, today=2day, and=n, what=wat, thanks=thx, with=w, because=cuz,
    people=ppl, going to=gonna, want to=wanna, the=da, does=duz`,
  ),
}

/** As it is said, without marks of punctuation. Every word is read once, so that "det" becomes "de" and not "dom". */
function inShort(text: string, forms: ReadonlyMap<string, string>): string {
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length)
  return text
    .replace(wholeWords(longestFirst.join('|'), 'giu'), (long) => forms.get(long.toLowerCase()) ?? long)
    .replace(/[.,;:!?]/g, '')
}

/** The noise of a kind in a language. The same text and seed give the same noise. */
export function noiseOf(kind: NoiseKind, language: Language, { seed, knownWords }: NoiseSetting): Noise {
  switch (kind) {
    case 'no-marks':
      return language === 'en' ? undefined : foldDiacritics
    case 'typo':
      return (text) => {
        const random = seededRandom(seedOf(text, seed))
        return text.replace(word, (written) => misspell(written, random))
      }
    case 'split':
      return language === 'sv'
        ? (text) => text.replace(word, (one) => writeApart(one, knownWords))
        : undefined
    case 'sms-speak': {
      const forms = shortForms[language]
      return forms && ((text) => inShort(text, forms))
    }
    case 'capitals':
      return (text) => text.toLocaleUpperCase(language)
    case 'no-spaces':
      return (text) => text.replace(/\s+/g, '')
  }
}
