// All that staff wrote, checked, compiled and learnt: one bundle that a turn uses from its first stage to its last.
import type { ContentFiles } from './content-files'
import type { Article } from '../contracts/knowledge/article'
import type { City } from '../contracts/city/city'
import type { Classifier } from '../contracts/talk/classifier'
import { DygnetError } from '../contracts/basics/errors'
import type { Language } from '../contracts/talk/language'
import type { Places } from '../contracts/city/known-place'
import type { SearchPassages } from '../contracts/knowledge/passage'
import { findingLine, type Finding } from '../contracts/basics/finding'
import { compileDialogs } from '../dialog/reading/compile-dialogs'
import type { ActionType, Dialog } from '../dialog/model/model'
import type { ElsewherePhrase } from '../dialog/reading/dialog/read-elsewhere'
import type { OrdinaryQuestion } from '../emergency/calm-questions'
import { readPlainYesNo } from '../dialog/words/read-yes-no'
import { toLocalTime } from '../hours/local-time'
import { everyQuestion } from '../dialog/model/list-question'
import { articleIds } from '../knowledge/article-file'
import { articleExamples } from '../knowledge/article-examples'
import { checkArticles } from '../knowledge/check-articles'
import { searchArticles } from '../knowledge/search/search-articles'
import type { SynonymGroup } from '../knowledge/search/synonyms'
import { checkPlaces } from '../places/check-places'
import { createPlaces } from '../places/find-places'
import type { PlaceRow } from '../places/place-file'
import { loadOrTrain } from '../understanding/classifier/load-or-train'
import type { Taught } from '../understanding/classifier/learn-along'
import { withNotOurs } from '../understanding/classifier/not-ours'
import { withLoneWords } from '../understanding/lone-word'
import type { TrainingExample } from '../understanding/classifier/train-classifier'
import type { TrainedClassifier } from '../understanding/classifier/trained-classifier'

export interface Content {
  readonly city: City
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly actions: ReadonlyMap<string, ActionType>
  readonly articles: ReadonlyMap<string, Article>
  /** What residents ask that is not the city's to answer. */
  readonly elsewhere: readonly string[]
  readonly classifier: Classifier
  /** What the classifier goes by. */
  readonly taught: Taught
  readonly searchPassages: SearchPassages
  /** The city's addresses and landmarks. */
  readonly places: Places
  readonly synonyms: ReadContent['synonyms']
  /** What the checks found. A dialog or article that an error stands in is not among the others. */
  readonly findings: readonly Finding[]
  /** Names the files it was made from; stands on each reply. */
  readonly bundle: string
  /** Versions of dialogs that open talks may still be pinned to, by `olderKey`. */
  readonly olderDialogs: ReadonlyMap<string, Dialog>
}

export const olderKey = (dialog: string, shapeHash: string): string => `${dialog} ${shapeHash}`

/** Plain data, without a function or a class of its own anywhere, so that it can be kept on disk. */
export interface ReadContent {
  readonly city: City | undefined
  readonly dialogs: ReadonlyMap<string, Dialog>
  /** Dialogs with their faults, for editors. */
  readonly drafts: ReadonlyMap<string, Dialog>
  readonly actions: ReadonlyMap<string, ActionType>
  readonly articles: ReadonlyMap<string, Article>
  /** What residents ask that is not the city's to answer. */
  readonly elsewhere: readonly ElsewherePhrase[]
  readonly synonyms: ReadonlyMap<Language, readonly SynonymGroup[]>
  readonly places: readonly PlaceRow[]
  readonly findings: readonly Finding[]
}

/** Without any article nothing is said about links to articles, for they are kept elsewhere. */
type CheckedFiles = Pick<ContentFiles, 'dialogs' | 'articles'> & Partial<Pick<ContentFiles, 'places'>>

export type Compile = typeof compileDialogs

/** Checks dialogs, articles and places, each with what it must know of the others. What has an error is left out; the findings say why. */
export function checkContent(
  { dialogs, articles, places = [] }: CheckedFiles,
  today: string,
  compile: Compile = compileDialogs,
): ReadContent {
  const compiled = compile({
    files: dialogs,
    today,
    ...(articles.length === 0 ? {} : { articles: articleIds(articles) }),
  })
  const checked = checkArticles(articles, {
    today,
    elsewhere: compiled.elsewhere.map(({ text }) => text),
    departments: compiled.city === undefined ? undefined : [...compiled.city.departments.keys()],
    ...(dialogs.length > 0 && { dialogs: [...compiled.drafts.keys()] }),
    ...(compiled.city && {
      languages: compiled.city.wholeLanguages,
      spokenLanguages: compiled.city.languages,
    }),
    // A city that cannot be read has findings of its own, and no rule that could be broken.
    allowsMachineTexts: compiled.city?.allowsMachineTexts ?? true,
  })
  const region = checkPlaces(places)
  const findings = [
    ...(dialogs.length === 0 ? [] : compiled.findings),
    ...checked.findings,
    ...region.findings,
  ]
  const { city, drafts, actions, elsewhere } = compiled
  return {
    city,
    dialogs: compiled.dialogs,
    drafts,
    actions,
    articles: checked.articles,
    elsewhere,
    synonyms: checked.synonyms,
    places: region.rows,
    findings,
  }
}

export interface LoadOptions {
  /** Where the trained classifier is kept between starts. */
  readonly cacheDirectory: string
  readonly now: Date
  /** Goes by this one; left out, by the one of all examples, which is learnt here unless the cache has it. */
  readonly classifier?: TrainedClassifier
}

/** What the checks say of files on the day of a moment. */
export const checkOn = (files: CheckedFiles, now: Date, compile?: Compile): ReadContent =>
  checkContent(files, dayOf(now), compile)

export interface CheckedContent {
  readonly read: ReadContent
  /** What the classifier learns from it; undefined when `city.yaml` cannot be used. */
  readonly examples: readonly SpokenExample[] | undefined
}

/** The same with what there is to learn from it. */
export function checkToServe(files: CheckedFiles, now: Date, compile?: Compile): CheckedContent {
  const read = checkOn(files, now, compile)
  return { read, examples: trainingExamples(read) }
}

/**
 * The same from files that are fetched already.
 * @param checked when they were checked before: checking all that a city wrote takes more than a second
 */
export function compileContent(
  files: ContentFiles,
  { cacheDirectory, now, classifier }: LoadOptions,
  { read, examples }: CheckedContent = checkToServe(files, now),
): Content {
  const { city, dialogs, actions, articles, elsewhere, findings } = read
  if (city === undefined || examples === undefined)
    throw new DygnetError('content-invalid', describe(findings))
  const taught = { examples, classifier: classifier ?? loadOrTrain({ examples, cacheDirectory }) }
  return {
    city,
    dialogs,
    actions,
    articles,
    elsewhere: elsewhere.map(({ text }) => text),
    ...goingBy(taught),
    searchPassages: searchArticles(read),
    places: createPlaces(read.places, city),
    synonyms: read.synonyms,
    findings,
    bundle: files.hash,
    olderDialogs: new Map(),
  }
}

const goingBy = (taught: Taught): Pick<Content, 'taught' | 'classifier'> => ({
  taught,
  classifier: withLoneWords(
    withNotOurs(taught.classifier, taught.examples),
    taught.examples.filter(({ kind }) => kind !== 'told'),
  ),
})

/** The same content by the classifier of all its examples, which is learnt here unless the cache has it. */
export function goByAll(content: Content, { cacheDirectory }: Pick<LoadOptions, 'cacheDirectory'>): Content {
  const { examples } = content.taught
  return { ...content, ...goingBy({ examples, classifier: loadOrTrain({ examples, cacheDirectory }) }) }
}

/** The city's own zone is not known before its file is read; a day's difference only moves a reminder. */
const dayOf = (now: Date): string => toLocalTime(now, 'Europe/Stockholm').date

export interface SpokenExample extends TrainingExample {
  /** Of what residents ask; what a topic says of itself has none. */
  readonly language?: Language
}

/** What the classifier learns from checked files; undefined when `city.yaml` cannot be used. */
export const trainingExamples = (read: ReadContent): readonly SpokenExample[] | undefined =>
  read.city === undefined ? undefined : examplesOf(read.city, read)

const examplesOf = (
  city: City,
  { dialogs, articles, elsewhere }: Pick<ReadContent, 'dialogs' | 'articles' | 'elsewhere'>,
): readonly SpokenExample[] => [
  ...[...dialogs.values()].flatMap((dialog) => dialogExamples(dialog, city)),
  ...articleExamples(articles),
  ...elsewhere.map(({ text, language }) => ({ text, language, label: null })),
]

const startPhrases = (start: Dialog['start']): readonly string[] =>
  [...start.values()].flatMap((spoken) => spoken.map(({ masked }) => masked))

/** All that residents ask of the city, as they would put it. */
export const questionsIn = ({
  dialogs,
  articles,
  elsewhere,
}: Pick<Content, 'dialogs' | 'articles' | 'elsewhere'>): readonly OrdinaryQuestion[] => [
  ...[...dialogs.values()].flatMap(({ id, start }) =>
    startPhrases(start).map((text) => ({ text, topic: `dialog:${id}` })),
  ),
  ...[...articles.values()].flatMap(({ id, texts, asked, danger }) =>
    [...[...texts.values()].flatMap(({ questions }) => questions), ...(asked?.values() ?? [])]
      .flat()
      .map((text) => ({ text, topic: `article:${id}`, isAboutDanger: danger !== undefined })),
  ),
  ...elsewhere.map((text) => ({ text, topic: null })),
]

/**
 * The start phrases as residents write them; the title and the words of the choices lend their vocabulary, unless they
 * only say yes or no ("nej tack"), which is about nothing in particular.
 */
function dialogExamples({ id, title, start, asks }: Dialog, city: City): readonly SpokenExample[] {
  // Without a start phrase it is no topic: other dialogs call it.
  if ([...start.values()].every((spoken) => spoken.length === 0)) return []
  const label = `dialog:${id}`
  const asked = [...start].flatMap(([language, spoken]) =>
    spoken.map(({ masked }) => ({ text: masked, language })),
  )
  const choices = everyQuestion(asks.values()).flatMap((ask) => ask.choices)
  const told = [
    ...title.byKey.values(),
    ...choices
      .flatMap(({ label: name, synonyms, answersOnly = [] }) => [
        ...name.byKey.values(),
        ...[...synonyms.values()].flat().filter((word) => !answersOnly.includes(word)),
      ])
      .filter((words) => readPlainYesNo(words, city) === undefined),
  ]
  return [
    ...asked.map((one) => ({ ...one, label, kind: 'asked' as const })),
    ...told.map((text) => ({ text, label, kind: 'told' as const })),
  ]
}

const shownFindings = 5

function describe(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const lines = errors.slice(0, shownFindings).map((finding) => `  ${findingLine(finding, 'en')}`)
  return `dialogs/city.yaml cannot be used.\n${lines.join('\n')}\nRun npm run dialogs:check for all of it.`
}
