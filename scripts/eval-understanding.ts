// Asks the classifier about every phrase of the content that it was not taught, and tells how good it is and what to mend.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkOn, trainingExamples, type SpokenExample } from '../bot/content/content'
import { readContentFiles, type ContentFiles } from '../bot/content/content-files'
import { DygnetError } from '../bot/contracts/basics/errors'
import { readWords } from '../bot/text/normalise'
import { readArguments, runEvaluation, UsageError } from './eval/command'
import { confusionPairs, type Mistaken } from './eval/understanding/confusions'
import { crossValidate, type Tried } from './eval/understanding/cross-validate'
import { figuresOf, type AreOne } from './eval/understanding/figures'
import { placeOfPhrase } from './eval/understanding/find-phrase'
import { noiseKinds, noiseOf } from './eval/understanding/noise'
import { renderTable, type UnderstandingResult } from './eval/understanding/render-table'
import { reliabilitySvg } from './eval/understanding/reliability-svg'
import { projectRoot } from '../main/project-root'

const usage = `Usage: npm run eval:understanding [-- --content DIR] [--lang LANGUAGE] [--folds 5] [--seed 1]
         [--top 20] [--svg FILE] [--json]

Holds back a part of the phrases of dialogs and articles at a time, teaches a classifier the rest and asks
it about them. Teaching goes on for some seconds a fold; how far it is stands on standard error.

  --content DIR    a folder with dialogs/ and knowledge/; CONTENT_DIR, or the project's own
  --lang LANGUAGE  only this language's figures and mistakes; all are taught
  --folds N        parts, 2 to 20
  --seed N         of the parts and of the noise; the same number gives the same figures
  --top N          so many pairs of topics that are taken for one another
  --svg FILE       also a picture: how probable answers were held to be, and how many were right
  --json           one JSON object on standard output in place of the table
  --help           this text

Prints for each language: accuracy, macro-F1 and calibration error; how well texts out of scope
(dialogs/elsewhere.yaml) are told apart; accuracy when the phrases are written otherwise (without å ä ö,
one typo a word, compounds apart, as in an SMS, in capitals, without spaces); then the pairs of topics
with the phrases to blame, each with its place and the phrase that it was drawn to.
Exit codes: 0 done, 2 wrong arguments or unusable content.`

interface Options {
  readonly content: string
  readonly lang: string | undefined
  readonly folds: number
  readonly seed: number
  readonly top: number
  readonly svg: string | undefined
  readonly json: boolean
}

function readOptions(): Options | 'help' {
  const values = readArguments(
    () =>
      parseArgs({
        options: {
          content: { type: 'string' },
          lang: { type: 'string' },
          folds: { type: 'string', default: '5' },
          seed: { type: 'string', default: '1' },
          top: { type: 'string', default: '20' },
          svg: { type: 'string' },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      }),
    usage,
  )
  if (values.help) return 'help'
  return {
    content: values.content ?? (process.env['CONTENT_DIR'] || projectRoot),
    lang: values.lang,
    folds: wholeNumber('--folds', values.folds, { from: 2, to: 20 }),
    seed: wholeNumber('--seed', values.seed, { from: 0, to: 2 ** 31 - 1 }),
    top: wholeNumber('--top', values.top, { from: 0, to: 1000 }),
    svg: values.svg,
    json: values.json,
  }
}

function wholeNumber(
  name: string,
  written: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const number = Number(written)
  if (!/^\d+$/.test(written) || number < from || number > to)
    throw new UsageError(`${name} is a whole number from ${from} to ${to}, not "${written}"`)
  return number
}

interface Phrases {
  readonly files: ContentFiles
  readonly examples: readonly SpokenExample[]
  readonly areOne: AreOne
}

async function readPhrases({ content }: Options): Promise<Phrases> {
  const files = await readContentFiles(content).catch((error: unknown) => {
    throw error instanceof DygnetError ? new UsageError(error.message) : error
  })
  const read = checkOn(files, new Date())
  const examples = trainingExamples(read)
  if (examples === undefined)
    throw new UsageError(`${content}/dialogs/city.yaml cannot be used; npm run dialogs:check says why`)
  const leads = new Set(
    [...read.articles.values()].flatMap(({ id, dialog }) =>
      dialog === undefined ? [] : [`article:${id} dialog:${dialog}`],
    ),
  )
  const areOne: AreOne = (a, b) => leads.has(`${a} ${b}`) || leads.has(`${b} ${a}`)
  return { files, examples, areOne }
}

/** The phrase in every noise that its language has and that changes it. */
function noisyForms(examples: readonly SpokenExample[], seed: number) {
  const knownWords = new Set(examples.flatMap(({ text }) => readWords(text)))
  return ({ text, label, language = 'sv' }: SpokenExample): ReadonlyMap<string, string> =>
    new Map(
      noiseKinds.flatMap((kind): [string, string][] => {
        const noisy = label === null ? undefined : noiseOf(kind, language, { seed, knownWords })?.(text)
        return noisy === undefined || noisy === text ? [] : [[kind, noisy]]
      }),
    )
}

const mistakesIn = (tried: readonly Tried[], areOne: AreOne): readonly Mistaken[] =>
  tried.flatMap(({ text, label, language = '', classification }) => {
    const [best] = classification.best
    if (label === null || best === undefined || best.label === label || areOne(label, best.label)) return []
    return [{ text, label, language, takenFor: best.label, probability: best.probability }]
  })

function evaluate({ files, examples, areOne }: Phrases, options: Options): UnderstandingResult {
  const { folds, seed, top, lang } = options
  const asked = examples.filter(({ kind, label }) => kind !== 'told' && label !== null)
  const languages = [...new Set(asked.flatMap(({ language }) => language ?? []))].filter(
    (language) => lang === undefined || language === lang,
  )
  if (languages.length === 0)
    throw new UsageError(lang === undefined ? 'the content has no phrases' : `no phrase is in "${lang}"`)
  const tried = crossValidate(examples, {
    folds,
    seed,
    changesOf: noisyForms(examples, seed),
    onFold: (fold) => process.stderr.write(`teaching ${fold + 1} of ${folds} …\n`),
  }).filter(({ language }) => language !== undefined && languages.includes(language))
  return {
    folds,
    seed,
    languages: languages.map((language) =>
      figuresOf(
        language,
        tried.filter((one) => one.language === language),
        { areOne, noise: noiseKinds },
      ),
    ),
    confusions: confusionPairs(mistakesIn(tried, areOne), asked, top).map((pair) => ({
      ...pair,
      phrases: pair.phrases.map((phrase) => ({
        ...phrase,
        place: placeOfPhrase(phrase, [...files.dialogs, ...files.articles]),
      })),
    })),
  }
}

function writePicture(file: string, { languages }: UnderstandingResult): void {
  const panels = languages.map(({ language, bins, calibrationError }) => ({
    title: language,
    bins,
    calibrationError,
  }))
  try {
    writeFileSync(file, reliabilitySvg(panels))
  } catch (error) {
    throw new UsageError(`${file}: cannot be written (${(error as Error).message})`)
  }
}

async function main(): Promise<void> {
  const options = readOptions()
  if (options === 'help') {
    console.log(usage)
    return
  }
  const result = evaluate(await readPhrases(options), options)
  if (options.svg !== undefined) writePicture(options.svg, result)
  console.log(options.json ? JSON.stringify(result) : renderTable(result))
}

void runEvaluation(main)
