// One article file, read but not yet judged: its head, its questions and its Markdown, each with places.
import type { Finding } from '../contracts/basics/finding'
import { readFrontMatter, type FrontMatter } from '../yaml/front-matter'
import { scalarOf, valueOf, type YamlMap, type YamlScalar } from '../yaml/node'
import { isForeignTwin, readArticleName, type ArticleFile, type ArticleName } from './article-file'
import { findingOf } from './article-finding'
import { articleKeys, askedKeys, checkKeys, translationKeys, twinKeys, type KeyRules } from './article-keys'
import type { Body } from './markdown'

export interface Draft {
  readonly name: ArticleName
  readonly head: YamlMap
  readonly questions: readonly YamlScalar[]
  readonly body: Body
}

/** The text of one of the head's fields; undefined when it is missing or empty. */
export function fieldOf({ head }: Draft, key: string): YamlScalar | undefined {
  const field = scalarOf(head, key)
  return field === undefined || field.text.trim() === '' ? undefined : field
}

/** Reads a file. Without a readable head or a proper name there is no draft, only findings. */
export function readDraft(file: ArticleFile): {
  readonly draft?: Draft
  readonly findings: readonly Finding[]
} {
  const matter = readFrontMatter(file.path, file.text)
  const name = readArticleName(file.path)
  if (name === undefined)
    return {
      findings: [isForeignTwin(file.path) ? foreignTwin(matter) : wrongName(matter), ...matter.findings],
    }
  const head = matter.root
  if (head?.kind !== 'map')
    return { findings: matter.broken ? matter.findings : [...matter.findings, noHead(matter)] }
  const list = valueOf(head, 'questions')
  const questions = list?.kind === 'list' ? list.items.filter((item) => item.kind === 'scalar') : []
  const body = { text: matter.body, offset: matter.bodyStart, source: matter.source }
  const draft = { name, head, questions: questions.filter(({ text }) => text.trim() !== ''), body }
  const rules = isWithoutText(draft) ? askedKeys : rulesOf[name.kind]
  return { draft, findings: [...matter.findings, ...checkKeys(head, rules)] }
}

/** A translation of which only the questions are there; what it leads to is said in Swedish. */
export const isWithoutText = ({ name, body }: Pick<Draft, 'name' | 'body'>): boolean =>
  name.kind === 'translation' && body.text.trim() === ''

const rulesOf = {
  article: articleKeys,
  translation: translationKeys,
  twin: twinKeys,
} as const satisfies Record<ArticleName['kind'], KeyRules>

const foreignTwin = ({ source }: FrontMatter): Finding =>
  findingOf(
    'D060',
    source.place(0),
    { sv: 'lättlästa texter finns bara på svenska', en: 'easy texts are in Swedish only' },
    {
      sv: 'Ta bort filen. Den lättlästa texten heter som artikeln med .easy: sortera-avfall.easy.md.',
      en: 'Remove the file. An easy text is named as its article with .easy: sortera-avfall.easy.md.',
    },
  )

const wrongName = ({ source }: FrontMatter): Finding =>
  findingOf(
    'D060',
    source.place(0),
    { sv: 'filens namn är inget namn på en artikel', en: "the file's name is no name of an article" },
    {
      sv: 'Döp filen till små bokstäver utan å, ä, ö med bindestreck: sortera-avfall.md, sortera-avfall.en.md, sortera-avfall.easy.md.',
      en: 'Name the file in small plain letters with hyphens: sortera-avfall.md, sortera-avfall.en.md, sortera-avfall.easy.md.',
    },
  )

const noHead = ({ source, present }: FrontMatter): Finding =>
  findingOf(
    'D001',
    source.place(0, present ? 3 : 0),
    present
      ? {
          sv: 'filens huvud är inga rader av formen "nyckel: text"',
          en: 'the head of the file has no lines of the form "key: text"',
        }
      : {
          sv: 'filen börjar inte med ett huvud mellan två rader "---"',
          en: 'the file does not begin with a head between two "---" lines',
        },
    { sv: 'Kopiera huvudet från en annan artikel.', en: 'Copy the head of another article.' },
  )
