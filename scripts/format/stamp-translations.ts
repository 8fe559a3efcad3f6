// Writes `translated.yaml`: which Swedish text each translation was made from.
import type { CompiledDialogs } from '../../bot/dialog/reading/compile-dialogs'
import {
  isStale,
  pairsIn,
  stampOf,
  translationName,
  type Stamps,
} from '../../bot/dialog/reading/fields/translation-stamps'
import { valueOf, type YamlNode } from '../../bot/yaml/node'
import { parseYaml } from '../../bot/yaml/parse-yaml'
import { quote } from '../../bot/yaml/quote'

const head =
  '# Skrivs av npm run dialogs:format: vilken svensk text varje översättning gjordes efter. Ändra inget här för hand.\n'

/**
 * The file's text anew. A translation that is new or was changed is taken to be right; one whose source alone was changed keeps
 * its stamp, so that the checker goes on telling it, unless its file `isCompared`. What a faulty dialog had stays.
 */
export function stampTranslations(
  { dialogs, drafts, texts, city }: CompiledDialogs,
  before: string,
  isCompared: (file: string) => boolean,
): string {
  const known = readAll(before)
  const stamps = new Map<string, Stamps>()
  for (const [id, entries] of texts) {
    for (const language of languagesIn(entries)) {
      const name = translationName(id, language)
      const old = known.get(name) ?? new Map<string, string>()
      const isSound = id === 'city' ? city !== undefined : dialogs.has(id) || !drafts.has(id)
      const pairs = [...pairsIn(entries, language)].map(([text, { source, translation, file }]) => {
        const stamp = old.get(text)
        const isKept = stamp !== undefined && isStale(stamp, source, translation) && !isCompared(file)
        return [text, isKept ? stamp : stampOf(source, translation)] as const
      })
      stamps.set(name, new Map(isSound ? pairs : [...old, ...pairs]))
    }
  }
  return render(stamps)
}

type TextsOfOne = CompiledDialogs['texts'] extends ReadonlyMap<string, infer Entries> ? Entries : never

/** Languages that at least one text is translated to. */
const languagesIn = (entries: TextsOfOne): readonly string[] =>
  [...new Set([...entries.values()].flatMap(({ written }) => [...written.keys()].map(languageOf)))].filter(
    (language) => pairsIn(entries, language).size > 0 && language !== 'sv',
  )

const languageOf = (key: string): string => key.split('.')[0] ?? key

function readAll(text: string): ReadonlyMap<string, Stamps> {
  const root = parseYaml('translated.yaml', text).documents[0]?.root
  const all = root?.kind === 'map' ? valueOf(root, 'translated') : undefined
  return new Map(entriesOf(all).map(([name, own]) => [name, new Map(entriesOf(own).flatMap(toStamp))]))
}

const entriesOf = (node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] =>
  node?.kind === 'map' ? node.entries.map(({ key, value }) => [key.text, value] as const) : []

const toStamp = ([name, value]: readonly [string, YamlNode]): readonly (readonly [string, string])[] =>
  value.kind === 'scalar' ? [[name, value.text]] : []

function render(stamps: ReadonlyMap<string, Stamps>): string {
  const inOrder = <Value>(map: ReadonlyMap<string, Value>) =>
    [...map].sort(([one], [other]) => (one < other ? -1 : 1))
  const lines = inOrder(stamps).flatMap(([name, own]) => [
    `  ${keyOf(name)}:`,
    ...inOrder(own).map(([text, stamp]) => `    ${keyOf(text)}: ${stamp}`),
  ])
  return `${head}translated:\n${lines.map((line) => `${line}\n`).join('')}`
}

const keyOf = (name: string): string =>
  /^[\p{L}\d_][\p{L}\d_.:-]*[\p{L}\d_]$/u.test(name) ? name : quote(name)
