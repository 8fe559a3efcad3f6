// The front door of the articles: files in, articles and every fault of theirs out. Pure; it never stops at the first fault.
import { emergencyKinds } from '../contracts/talk/emergency-kind'
import type { Article, ArticleText } from '../contracts/knowledge/article'
import type { Finding } from '../contracts/basics/finding'
import { sourceLanguage, type Language } from '../contracts/talk/language'
import { madeOnce } from '../contracts/basics/made-once'
import { articleIds, type ArticleFile } from './article-file'
import { checkAnswer, checkSample } from './check-body'
import { checkDates } from './check-dates'
import { checkTranslated, isMachineMade } from './check-translated'
import { checkFigures } from './check-figures'
import {
  checkDepartment,
  checkDialog,
  checkNames,
  checkSource,
  checkTitle,
  type HeadSetting,
} from './check-head'
import { checkMarkdown } from './check-markdown'
import { checkQuestionCount, checkQuestionsElsewhere, checkSameQuestions } from './check-questions'
import { checkEasyReadability, checkReadability } from './check-readability'
import { checkMissingTranslations, checkTranslation, orphan } from './check-translations'
import { checkTwin } from './check-twin'
import { splitAnswer } from './markdown'
import { checkDanger } from './check-danger'
import { fieldOf, isWithoutText, readDraft, type Draft } from './read-draft'
import { checkSynonyms, isSynonymFile, type CheckedSynonyms } from './search/synonym-file'

export interface CheckSetting extends HeadSetting {
  /** Languages every article shall have; Swedish and English when nothing is said. */
  readonly languages?: readonly Language[]
  /** Every language the city speaks, also those in which articles may be missing. */
  readonly spokenLanguages?: readonly Language[]
  /** Whether a translation may be a machine's; it may not when nothing is said. */
  readonly allowsMachineTexts?: boolean
  /** What residents ask that is not the city's to answer. */
  readonly elsewhere?: readonly string[]
}

export interface CheckedArticles {
  /**
   * By id, in the order of the files. A file with an error is left out, and a translation without its article; an article past
   * its date is there, for it must be known in order to be withdrawn.
   */
  readonly articles: ReadonlyMap<string, Article>
  /** Words that mean the same, from `synonyms.yaml`. */
  readonly synonyms: CheckedSynonyms['synonyms']
  /** In the order of the files and of the places in them. */
  readonly findings: readonly Finding[]
}

/** However often what it stands among is checked. */
const readOnce = madeOnce(readDraft)

export function checkArticles(allFiles: readonly ArticleFile[], setting: CheckSetting): CheckedArticles {
  const files = allFiles.filter((file) => !isSynonymFile(file))
  const read = files.map(readOnce)
  const drafts = read.flatMap(({ draft }) => draft ?? [])
  const ofKind = (kind: Draft['name']['kind']) => drafts.filter(({ name }) => name.kind === kind)
  const originals = ofKind('article')
  const translations = ofKind('translation')
  const twins = ofKind('twin')
  const synonyms = checkSynonymFiles(allFiles, drafts, setting)
  const findings = [
    ...synonyms.findings,
    ...read.flatMap((file) => file.findings),
    ...drafts.flatMap((draft) => checkDraft(draft, setting)),
    ...checkSameQuestions(drafts),
    ...checkQuestionsElsewhere(drafts, setting.elsewhere ?? []),
    ...originals.flatMap((article) => checkOriginal(article, translations, setting)),
    ...[...translations, ...twins].flatMap((draft) => checkAgainst(draft, originals, articleIds(files))),
  ]
  const faulty = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ place }) => place.file),
  )
  const sound = (draft: Draft): boolean => !faulty.has(draft.body.source.file)
  return {
    articles: new Map(
      originals
        .filter(sound)
        .map((article) => [
          article.name.id,
          buildArticle(article, of(article, translations).filter(sound), of(article, twins).find(sound)),
        ]),
    ),
    synonyms: synonyms.synonyms,
    findings: inOrder(findings, allFiles),
  }
}

const usualLanguages: readonly Language[] = [sourceLanguage, 'en']

function checkSynonymFiles(
  files: readonly ArticleFile[],
  drafts: readonly Draft[],
  { languages = usualLanguages, spokenLanguages = languages }: CheckSetting,
): CheckedSynonyms {
  const file = files.find(isSynonymFile)
  if (file === undefined) return { synonyms: new Map(), findings: [] }
  return checkSynonyms(file, {
    languages: spokenLanguages,
    textIn: (language) => {
      const spoken = drafts.filter(({ name }) => name.language === language && name.kind !== 'twin')
      return spoken.length === 0 ? undefined : spoken.map(({ body }) => body.source.text).join('\n')
    },
  })
}

/** Its translations, or its twin. */
const of = (article: Draft, others: readonly Draft[]): readonly Draft[] =>
  others.filter(({ name }) => name.id === article.name.id)

const checkDraft = (draft: Draft, setting: CheckSetting): readonly Finding[] => [
  ...checkNames(draft),
  ...checkTitle(draft),
  ...checkDates(draft, setting.today),
  ...checkTranslated(draft, setting.allowsMachineTexts === true),
  ...(mayLackText(draft, setting) ? [] : checkAnswer(draft)),
  ...checkAlone(draft),
]

const checkAlone = madeOnce((draft: Draft): readonly Finding[] => [
  ...checkQuestionCount(draft),
  ...checkDanger(draft),
  ...checkMarkdown(draft.body),
  ...checkFigures(draft.body, draft.name.language),
  ...(draft.name.kind === 'twin'
    ? checkEasyReadability(draft.body)
    : checkReadability(draft.body, draft.name.language)),
])

const compareTo = madeOnce((draft: Draft) =>
  madeOnce((article: Draft): readonly Finding[] => {
    const compare = draft.name.kind === 'twin' ? checkTwin : checkTranslation
    return [...compare(draft, article), ...checkSample(draft, article)]
  }),
)

/** In a language that the city speaks in part, questions alone lead to the Swedish text. */
const mayLackText = (draft: Draft, { languages = usualLanguages }: CheckSetting): boolean =>
  isWithoutText(draft) && !languages.includes(draft.name.language)

const checkOriginal = (
  article: Draft,
  translations: readonly Draft[],
  setting: CheckSetting,
): readonly Finding[] => [
  ...checkDepartment(article, setting),
  ...checkDialog(article, setting),
  ...checkSource(article),
  ...checkSample(article, article),
  ...checkMissingTranslations(article, of(article, translations), setting.languages ?? usualLanguages),
]

/** A translation or twin of an article that is there and cannot be read is not at fault. */
function checkAgainst(draft: Draft, originals: readonly Draft[], ids: readonly string[]): readonly Finding[] {
  const article = originals.find(({ name }) => name.id === draft.name.id)
  if (article === undefined) return ids.includes(draft.name.id) ? [] : [orphan(draft)]
  return compareTo(draft)(article)
}

function buildArticle(article: Draft, translations: readonly Draft[], twin: Draft | undefined): Article {
  const text = (key: string): string => fieldOf(article, key)?.text ?? ''
  const dialog = fieldOf(article, 'dialog')?.text
  const danger = emergencyKinds.find((kind) => kind === fieldOf(article, 'danger')?.text)
  const spoken = translations.filter((draft) => !isWithoutText(draft))
  const asked = translations.filter(isWithoutText)
  return {
    id: article.name.id,
    owner: text('owner'),
    department: text('department'),
    source: text('source'),
    ...(dialog !== undefined && { dialog }),
    ...(danger !== undefined && { danger }),
    reviewed: text('reviewed'),
    validUntil: text('validUntil'),
    texts: new Map([article, ...spoken].map((draft) => [draft.name.language, buildText(draft)])),
    ...(asked.length > 0 && {
      asked: new Map(asked.map(({ name, questions }) => [name.language, questions.map(({ text }) => text)])),
    }),
    ...(twin !== undefined && { easy: buildText(twin) }),
  }
}

function buildText(draft: Draft): ArticleText {
  const { answer, details } = splitAnswer(draft.body.text) ?? { answer: '', details: '' }
  const reviewed = fieldOf(draft, 'reviewed')?.text
  return {
    language: draft.name.language,
    title: fieldOf(draft, 'title')?.text ?? '',
    answer,
    details,
    questions: draft.questions.map(({ text }) => text),
    ...(draft.name.kind !== 'article' && reviewed !== undefined && { reviewed }),
    ...(isMachineMade(draft) && { isMachine: true }),
  }
}

function inOrder(findings: readonly Finding[], files: readonly ArticleFile[]): readonly Finding[] {
  const position = new Map(files.map(({ path }, index) => [path, index]))
  const fileOf = ({ place }: Finding): number => position.get(place.file) ?? files.length
  return [...findings].sort(
    (a, b) => fileOf(a) - fileOf(b) || a.place.line - b.place.line || a.place.column - b.place.column,
  )
}
