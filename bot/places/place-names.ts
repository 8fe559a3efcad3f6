// Names of streets and landmarks as they are compared: without spaces, dots over letters, abbreviations and endings.
import { foldDiacritics, readWords } from '../text/normalise'

/** Lower case, folded, without spaces and signs: `Carl Krooks gata` → `carlkrooksgata`. */
export const placeKey = (text: string): string => foldDiacritics(readWords(text).join(''))

/** Its words, lower case and folded, framed in spaces: what is looked for in it is found as whole words only. */
export const framedWords = (text: string): string => ` ${readWords(text).map(foldDiacritics).join(' ')} `

/** First words that are shortened on signs and in talk. */
const shortened: Readonly<Record<string, string>> = {
  n: 'norra',
  s: 'sodra',
  o: 'ostra',
  v: 'vastra',
  ned: 'nedre',
  st: 'sankt',
  's:t': 'sankt',
  g: 'gamla',
}

/** A kind of street or place in its two forms: people say "Carl Krooksgatan" of what the sign calls "Carl Krooks gata". */
const kinds: readonly (readonly [long: string, short: string])[] = [
  ['gatan', 'gata'],
  ['vagen', 'vag'],
  ['torget', 'torg'],
  ['granden', 'grand'],
  ['stigen', 'stig'],
  ['allen', 'alle'],
  ['platsen', 'plats'],
  ['parken', 'park'],
  ['backen', 'backe'],
  ['planen', 'plan'],
  ['leden', 'led'],
  ['hamnen', 'hamn'],
  ['huset', 'hus'],
  ['lasarettet', 'lasarett'],
  ['biblioteket', 'bibliotek'],
  ['museet', 'museum'],
  ['stationen', 'station'],
  ['skolan', 'skola'],
  ['kyrkan', 'kyrka'],
  ['slottet', 'slott'],
  ['teatern', 'teater'],
  ['skogen', 'skog'],
]

/** And as it is shortened: `drottningg.`, `hälsov.`, `gustav adolfs t`. */
const abbreviations: readonly (readonly [written: string, kind: string])[] = [
  ['gat', 'gata'],
  ['g', 'gata'],
  ['vg', 'vag'],
  ['v', 'vag'],
  ['tg', 'torg'],
  ['t', 'torg'],
  ['gr', 'grand'],
  ['st', 'stig'],
  ['pl', 'plats'],
]

/** The key without what does not tell two streets apart: the first word written out, the kind in its short form. */
export function looseKey(text: string): string {
  const [first = '', ...rest] = readWords(text).map(foldDiacritics)
  const key = [rest.length > 0 ? (shortened[first] ?? first) : first, ...rest].join('')
  const kind = kinds.find(([long]) => key.endsWith(long))
  return kind === undefined ? key : key.slice(0, -kind[0].length) + kind[1]
}

/** What a loose key may be short for: `drottningg` → `drottninggata`. */
export const unabbreviated = (loose: string): readonly string[] =>
  abbreviations.flatMap(([written, kind]) =>
    loose.endsWith(written) && loose.length > written.length + 2
      ? [loose.slice(0, -written.length) + kind]
      : [],
  )

/** A loose key in its own part and its kind: `drottninggata` → `drottning`, `gata`. */
export function partsOf(loose: string): { readonly own: string; readonly kind: string } {
  const kind = kinds.find(([, short]) => loose.endsWith(short) && loose.length > short.length)?.[1] ?? ''
  return { own: loose.slice(0, loose.length - kind.length), kind }
}
