// Which source text each translation was made from. A machine keeps it in `translated.yaml`, for no file system remembers it.
import { createHash } from 'node:crypto'
import { textKey } from '../../../contracts/talk/texts'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { channels } from '../../../contracts/talk/message'
import { valueOf, type YamlMap } from '../../../yaml/node'
import type { TextEntry } from './texts'

/** The name of a text, with its channel where it has one → its stamp: the hashes of the source and of the translation. */
export type Stamps = ReadonlyMap<string, string>

/** Of one dialog or the city by the names of its texts. */
export type TextEntries = ReadonlyMap<string, TextEntry>

/** Six hex digits: a text that was changed keeps its hash once in sixteen million times. */
const shortHash = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 6)

export const stampOf = (source: string, translation: string): string =>
  `${shortHash(source)} ${shortHash(translation)}`

/** The source has changed since the stamp was made, and the translation has not. */
export function isStale(stamp: string, source: string, translation: string): boolean {
  const [before, made] = stamp.split(' ')
  return before !== shortHash(source) && made === shortHash(translation)
}

export interface Pair {
  readonly source: string
  readonly translation: string
  /** Where the translation stands. */
  readonly file: string
}

/** Each text that has a translation to the language, as the two are now. */
export function pairsIn(entries: TextEntries, language: Language): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const [id, { written }] of entries) {
    for (const channel of [undefined, ...channels]) {
      const source = written.get(textKey(sourceLanguage, channel))?.text
      const translation = written.get(textKey(language, channel))?.text
      if (source === undefined || translation === undefined) continue
      const { file } = translation.place(0)
      const name = channel === undefined ? id : `${id}.${channel}`
      pairs.set(name, { source: source.text, translation: translation.text, file })
    }
  }
  return pairs
}

/** How `translated.yaml` names the translation of a dialog or of the city to a language. */
export const translationName = (id: string, language: Language): string => `${id}.${language}`

/** What the file says of one translation; what cannot be read in it counts as not known. Undefined where no file is kept. */
export function readStamps(root: YamlMap | undefined, id: string, language: Language): Stamps | undefined {
  if (root === undefined) return undefined
  const all = valueOf(root, 'translated')
  const own = all?.kind === 'map' ? valueOf(all, translationName(id, language)) : undefined
  return new Map(
    (own?.kind === 'map' ? own.entries : []).flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key.text, value.text] as const] : [],
    ),
  )
}
