// Trains a classifier on one file, asks it about another, and prints how good it was.
import { parseArgs } from 'node:util'
import { scoreClassifier, type ClassifierFigures } from '../bot/understanding/classifier/score-classifier'
import { trainClassifier, type TrainingExample } from '../bot/understanding/classifier/train-classifier'
import {
  readArguments,
  readJsonLines,
  runEvaluation,
  textOf,
  UsageError,
  type JsonLine,
} from './eval/command'

const usage = `Usage: npm run eval:intents -- --train FILE --test FILE [--json]

Trains on --train alone, then asks about every text of --test.

  --train FILE  one {"text": "…", "label": "…"} a line (JSON Lines, UTF-8); other fields are ignored.
                Lines with "label": null are out of scope: they belong to no topic and teach the
                score by which the test's out-of-scope texts are told apart.
  --test FILE   the same form; "label": null marks a text that is out of scope
  --json        one JSON object on standard output in place of the table
  --help        this text

Prints: accuracy (of the texts in scope), out-of-scope AUROC (null when the test has none, or only
such), seconds of training, p50 and p99 milliseconds of one prediction, and counts.
Exit codes: 0 done, 2 wrong arguments or unusable files. Progress goes to standard error.`

interface EvalArguments {
  readonly train: string
  readonly test: string
  readonly json: boolean
}

interface EvalResult extends ClassifierFigures {
  readonly trainSeconds: number
  readonly trainCount: number
  readonly trainOutOfScopeCount: number
  readonly labelCount: number
}

function readOptions(): EvalArguments | 'help' {
  const { help, train, test, json } = readArguments(
    () =>
      parseArgs({
        options: {
          train: { type: 'string' },
          test: { type: 'string' },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      }),
    usage,
  )
  if (help) return 'help'
  if (train === undefined || test === undefined)
    throw new UsageError(`--train and --test are both needed\n\n${usage}`)
  return { train, test, json }
}

function toExample(line: JsonLine, place: string): TrainingExample {
  const text = textOf(line, place)
  const { label } = line
  if (typeof label !== 'string' && label !== null)
    throw new UsageError(`${place}: "label" has to be a string, or null for a text out of scope`)
  return { text, label }
}

function readExamples(file: string): readonly TrainingExample[] {
  const examples = readJsonLines(file, toExample)
  if (examples.length === 0) throw new UsageError(`${file}: holds no examples`)
  return examples
}

const secondsBetweenReports = 2

/** Writes to standard error every other second, so that only long trainings say anything. */
function progressReporter(): (share: number) => void {
  let lastMs = performance.now()
  return (share) => {
    if (performance.now() - lastMs < secondsBetweenReports * 1000) return
    lastMs = performance.now()
    process.stderr.write(`training: ${Math.floor(share * 100)} %\n`)
  }
}

function evaluate({ train, test }: EvalArguments): EvalResult {
  const examples = readExamples(train)
  const texts = readExamples(test)
  const labels = new Set(examples.flatMap(({ label }) => label ?? []))
  if (labels.size === 0) throw new UsageError(`${train}: every label is null; there is nothing to learn`)
  const begun = performance.now()
  const classifier = trainClassifier(examples, { onProgress: progressReporter() })
  const trainSeconds = (performance.now() - begun) / 1000
  return {
    ...scoreClassifier(classifier, texts),
    trainSeconds,
    trainCount: examples.length,
    trainOutOfScopeCount: examples.filter(({ label }) => label === null).length,
    labelCount: labels.size,
  }
}

const shown = (share: number | null, digits: number, factor = 1): string =>
  share === null ? '–' : (share * factor).toFixed(digits)

function table(result: EvalResult): string {
  const { predictionMs } = result
  const rows: readonly (readonly [string, string])[] = [
    ['accuracy in scope', `${shown(result.accuracy, 2, 100)} %`],
    ['out-of-scope AUROC', shown(result.outOfScopeAuroc, 4)],
    ['training', `${shown(result.trainSeconds, 2)} s`],
    ['one prediction, p50', `${shown(predictionMs.p50, 3)} ms`],
    ['one prediction, p99', `${shown(predictionMs.p99, 3)} ms`],
    ['trained on', `${result.trainCount} texts, ${result.labelCount} labels`],
    ['of them out of scope', String(result.trainOutOfScopeCount)],
    ['tested on, in scope', String(result.inScopeCount)],
    ['tested on, out of scope', String(result.outOfScopeCount)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n')
}

function main(): void {
  const options = readOptions()
  if (options === 'help') {
    console.log(usage)
    return
  }
  const result = evaluate(options)
  console.log(options.json ? JSON.stringify(result) : table(result))
}

void runEvaluation(main)
