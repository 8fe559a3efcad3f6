// Trains a classifier on one file, asks it about another, and prints how good it was.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { scoreClassifier, type ClassifierFigures } from '../bot/understanding/score-classifier'
import { trainClassifier, type TrainingExample } from '../bot/understanding/train-classifier'

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

/** A wrong argument or file: told to the one who called, without a stack. */
class UsageError extends Error {}

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

function readArguments(): EvalArguments | 'help' {
  const { values } = parseChecked()
  if (values.help) return 'help'
  const { train, test, json } = values
  if (train === undefined || test === undefined)
    throw new UsageError(`--train and --test are both needed\n\n${usage}`)
  return { train, test, json }
}

function parseChecked() {
  try {
    return parseArgs({
      options: {
        train: { type: 'string' },
        test: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

function parseLine(line: string, place: string): TrainingExample {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (error) {
    throw new UsageError(`${place}: this line is no JSON (${(error as Error).message})`)
  }
  const { text, label } = (parsed ?? {}) as { text?: unknown; label?: unknown }
  if (typeof text !== 'string') throw new UsageError(`${place}: "text" has to be a string`)
  if (typeof label !== 'string' && label !== null)
    throw new UsageError(`${place}: "label" has to be a string, or null for a text out of scope`)
  return { text, label }
}

function readExamples(file: string): readonly TrainingExample[] {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as Error).message})`)
  }
  const examples = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${at + 1}`)]))
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
  const options = readArguments()
  if (options === 'help') {
    console.log(usage)
    return
  }
  const result = evaluate(options)
  console.log(options.json ? JSON.stringify(result) : table(result))
}

try {
  main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
