// All that staff wrote, checked, compiled and learnt: one bundle that a turn uses from its first stage to its last.
import { basename, join } from 'node:path'
import type { Article } from './contracts/article'
import type { City } from './contracts/city'
import type { Classifier } from './contracts/classifier'
import { DygnetError } from './contracts/errors'
import { findingLine, type Finding } from './contracts/finding'
import { compileDialogs } from './dialog/compile-dialogs'
import type { ActionType, Dialog } from './dialog/model'
import type { DialogFile } from './dialog/reading/sort-documents'
import { readDialogFiles } from './dialog/read-dialog-files'
import { readPlainYesNo } from './dialog/read-yes-no'
import { toLocalTime } from './hours/local-time'
import { articleIds, type ArticleFile } from './knowledge/article-file'
import { articleExamples } from './knowledge/article-examples'
import { checkArticles } from './knowledge/check-articles'
import { readArticles } from './knowledge/read-articles'
import { loadOrTrain } from './understanding/load-or-train'
import type { TrainingExample } from './understanding/train-classifier'

export interface Content {
  readonly city: City
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly actions: ReadonlyMap<string, ActionType>
  readonly articles: ReadonlyMap<string, Article>
  readonly classifier: Classifier
  /** What the checks found. A dialog or article that an error stands in is not among the others. */
  readonly findings: readonly Finding[]
}

export interface ReadContent {
  readonly city: City | undefined
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly actions: ReadonlyMap<string, ActionType>
  readonly articles: ReadonlyMap<string, Article>
  readonly findings: readonly Finding[]
}

export interface ContentFiles {
  readonly dialogs: readonly DialogFile[]
  /** None at all: then nothing is said about links to articles, for they are kept elsewhere. */
  readonly articles: readonly ArticleFile[]
}

/** Checks dialogs and articles, each with what it must know of the other. What has an error is left out; the findings say why. */
export function checkContent({ dialogs, articles }: ContentFiles, today: string): ReadContent {
  const compiled = compileDialogs({
    files: dialogs,
    today,
    ...(articles.length === 0 ? {} : { articles: articleIds(articles) }),
  })
  const checked = checkArticles(articles, {
    today,
    departments: [...(compiled.city?.departments.keys() ?? [])],
    ...(compiled.city === undefined ? {} : { languages: compiled.city.languages }),
  })
  const findings = [...(dialogs.length === 0 ? [] : compiled.findings), ...checked.findings]
  return { ...compiled, articles: checked.articles, findings }
}

/** Reads and checks `dialogs/` and `knowledge/` below a folder. */
async function readContent(directory: string, today: string): Promise<ReadContent> {
  const dialogs = await readDialogFiles(join(directory, 'dialogs'))
  return checkContent({ dialogs, articles: await readArticles(join(directory, 'knowledge')) }, today)
}

export interface LoadOptions {
  /** Where the trained classifier is kept between starts. */
  readonly cacheDirectory: string
  readonly now: Date
}

/**
 * Everything a bot needs to answer. A dialog or article with an error is left out and the rest serves.
 * @throws DygnetError `content-invalid` when there is no usable `city.yaml`, naming the faults.
 */
export async function loadContent(directory: string, { cacheDirectory, now }: LoadOptions): Promise<Content> {
  // The city's own zone is not known before its file is read; a day's difference only moves a reminder.
  const { city, dialogs, actions, articles, findings } = await readContent(
    directory,
    toLocalTime(now, 'Europe/Stockholm').date,
  )
  if (city === undefined) throw new DygnetError('content-invalid', describe(directory, findings))
  const classifier = loadOrTrain({ examples: examplesOf(city, dialogs, articles), cacheDirectory })
  return { city, dialogs, actions, articles, classifier, findings }
}

const examplesOf = (
  city: City,
  dialogs: ReadonlyMap<string, Dialog>,
  articles: ReadonlyMap<string, Article>,
): readonly TrainingExample[] => [
  ...[...dialogs.values()].flatMap((dialog) => dialogExamples(dialog, city)),
  ...articleExamples(articles).map(({ text, label, kind }) => ({ text, label, kind })),
]

/**
 * The start phrases as residents write them; the title and the words of the choices lend their vocabulary, unless they
 * only say yes or no ("nej tack"), which is about nothing in particular.
 */
function dialogExamples({ id, title, start, asks }: Dialog, city: City): readonly TrainingExample[] {
  // Without a start phrase it is no topic: other dialogs call it.
  if ([...start.values()].every((spoken) => spoken.length === 0)) return []
  const label = `dialog:${id}`
  const asked = [...start.values()].flatMap((spoken) => spoken.map(({ masked }) => masked))
  const choices = [...asks.values()].flatMap((ask) => ask.choices)
  const told = [
    ...title.byKey.values(),
    ...choices
      .flatMap((choice) => [...choice.label.byKey.values(), ...[...choice.synonyms.values()].flat()])
      .filter((words) => readPlainYesNo(words, city) === undefined),
  ]
  return [
    ...asked.map((text) => ({ text, label, kind: 'asked' as const })),
    ...told.map((text) => ({ text, label, kind: 'told' as const })),
  ]
}

const shownFindings = 5

function describe(directory: string, findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const lines = errors.slice(0, shownFindings).map((finding) => `  ${findingLine(finding, 'en')}`)
  return `${join(basename(directory), 'dialogs', 'city.yaml')} cannot be used.\n${lines.join('\n')}\nRun npm run dialogs:check for all of it.`
}
