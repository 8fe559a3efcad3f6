// `knowledge/synonyms.yaml`, where staff write which words mean the same to residents; and what can be wrong with it.
import type { Finding } from '../../contracts/basics/finding'
import { sourceLanguage, type Language } from '../../contracts/talk/language'
import { parseYaml } from '../../yaml/parse-yaml'
import type { YamlEntry, YamlScalar } from '../../yaml/node'
import type { ArticleFile } from '../article-file'
import { findingOf } from '../article-finding'
import { readSearchWords } from './search-word'
import type { SynonymGroup } from './synonyms'

export const isSynonymFile = ({ path }: Pick<ArticleFile, 'path'>): boolean =>
  /(?:^|[/\\])synonyms\.yaml$/.test(path)

export interface SynonymSetting {
  /** The languages the city speaks, wholly or in part. */
  readonly languages: readonly Language[]
  /** All that stands in the articles of a language; undefined when there is none. */
  readonly textIn: (language: Language) => string | undefined
}

export interface CheckedSynonyms {
  readonly synonyms: ReadonlyMap<Language, readonly SynonymGroup[]>
  readonly findings: readonly Finding[]
}

/** A word of a group, and where it stands. */
interface Member {
  readonly text: string
  readonly line: YamlScalar
  readonly start: number
}

/** Reads and checks the file. What has a fault is left out, the rest serves. */
export function checkSynonyms(file: ArticleFile, setting: SynonymSetting): CheckedSynonyms {
  const { documents, findings } = parseYaml(file.path, file.text)
  const root = documents[0]?.root
  if (root === undefined) return { synonyms: new Map(), findings }
  if (root.kind !== 'map') return { synonyms: new Map(), findings: [...findings, wrongForm(root)] }
  const read = root.entries.map((entry) => readLanguage(entry, setting))
  return {
    synonyms: new Map(
      read.flatMap(({ language, groups }) => (groups.length === 0 ? [] : [[language, groups]])),
    ),
    findings: [...findings, ...read.flatMap((one) => one.findings)],
  }
}

function readLanguage({ key, value }: YamlEntry, setting: SynonymSetting) {
  const language = key.text
  if (!setting.languages.includes(language))
    return { language, groups: [], findings: [unknownLanguage(key, setting.languages)] }
  if (value.kind !== 'list')
    return { language, groups: [], findings: value.damaged ? [] : [wrongForm(value)] }
  const lines = value.items.filter((item) => item.kind === 'scalar')
  const wrong = value.items.filter((item) => item.kind !== 'scalar' && !item.damaged).map(wrongForm)
  const groups = lines.map(membersOf)
  return {
    language,
    groups: groups.map((group) => group.map(({ text }) => text)),
    findings: [
      ...wrong,
      ...checkAlone(lines, groups),
      ...checkTwice(groups, language),
      ...checkLost(lines, groups, language, setting),
    ],
  }
}

function membersOf(line: YamlScalar): readonly Member[] {
  const written = line.source.text.slice(line.start, line.end)
  return [...written.matchAll(/[^,"']+/g)].flatMap((match) => {
    const text = match[0].trim()
    const start = line.start + match.index + match[0].length - match[0].trimStart().length
    return text === '' ? [] : [{ text, line, start }]
  })
}

const placeOf = ({ text, line, start }: Member) => line.source.place(start, start + text.length)

/** N007: a group of one word. */
const checkAlone = (
  lines: readonly YamlScalar[],
  groups: readonly (readonly Member[])[],
): readonly Finding[] =>
  lines.flatMap((line, at) =>
    (groups[at]?.length ?? 0) > 1 || line.damaged
      ? []
      : [
          findingOf(
            'N007',
            line.place,
            { sv: 'ordet står ensamt i sin grupp', en: 'the word stands alone in its group' },
            {
              sv: 'Skriv ord som betyder samma sak på samma rad, med komma emellan, eller ta bort raden.',
              en: 'Write words that mean the same on one line, with commas between them, or remove the line.',
            },
          ),
        ],
  )

const samenessOf = (text: string, language: Language): string =>
  readSearchWords(text, language)
    .map(({ folded }) => folded)
    .join(' ')

/** N008: a word of two groups, or twice in one. */
function checkTwice(groups: readonly (readonly Member[])[], language: Language): readonly Finding[] {
  const first = new Map<string, Member>()
  return groups.flat().flatMap((member) => {
    const key = samenessOf(member.text, language)
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, member)
      return []
    }
    const { line } = placeOf(earlier)
    return [
      findingOf(
        'N008',
        placeOf(member),
        {
          sv: `"${member.text}" står redan på rad ${line}`,
          en: `"${member.text}" already stands on line ${line}`,
        },
        {
          sv: 'Ta bort det ena, eller slå ihop raderna om alla orden betyder samma sak.',
          en: 'Remove one of them, or join the lines if all the words mean the same.',
        },
      ),
    ]
  })
}

/** N009: no word of the group leads to an article. */
function checkLost(
  lines: readonly YamlScalar[],
  groups: readonly (readonly Member[])[],
  language: Language,
  { textIn }: SynonymSetting,
): readonly Finding[] {
  const text = textIn(language)
  if (text === undefined) return []
  const stems = new Set(readStems(text, language))
  return lines.flatMap((line, at) => {
    const group = groups[at] ?? []
    const leads = ({ text: word }: Member): boolean => {
      const [only, ...more] = readSearchWords(word, language)
      return only !== undefined && more.length === 0 && stems.has(only.stem)
    }
    if (group.length < 2 || group.some(leads)) return []
    return [
      findingOf(
        'N009',
        line.place,
        {
          sv: 'inget av orden står i någon artikel, så gruppen leder ingenstans',
          en: 'none of the words stands in any article, so the group leads nowhere',
        },
        {
          sv: 'Skriv till det ord som artikeln använder. Det ska vara ett enda ord.',
          en: 'Add the word that the article uses. It has to be a single word.',
        },
      ),
    ]
  })
}

/** Each word once, for articles say the same words again and again, and finding a stem is the work. */
const readStems = (text: string, language: Language): readonly string[] =>
  [...new Set(text.toLowerCase().split(/\s+/))].flatMap((word) =>
    readSearchWords(word, language).map(({ stem }) => stem),
  )

const unknownLanguage = (key: YamlScalar, languages: readonly Language[]): Finding =>
  findingOf(
    'D001',
    key.place,
    {
      sv: `"${key.text}" är inget av stadens språk`,
      en: `"${key.text}" is none of the city's languages`,
    },
    { sv: `Skriv något av ${languages.join(', ')}.`, en: `Write one of ${languages.join(', ')}.` },
  )

const wrongForm = ({ place }: Pick<YamlScalar, 'place'>): Finding =>
  findingOf(
    'D001',
    place,
    { sv: 'här ska stå en lista med grupper av ord', en: 'a list of groups of words belongs here' },
    {
      sv: `Skriv "${sourceLanguage}:" och under det en grupp på varje rad: "- tippen, återvinningscentral".`,
      en: `Write "${sourceLanguage}:" and below it one group a line: "- tippen, återvinningscentral".`,
    },
  )
