// What it costs to learn the shipped content, to keep what was learnt, and to ask it.
import { readContentFiles } from '../../bot/content/content-files'
import { checkOn, trainingExamples } from '../../bot/content/content'
import { classifierFromBytes, classifierToBytes } from '../../bot/understanding/classifier/classifier-file'
import { learnAlong } from '../../bot/understanding/classifier/learn-along'
import { trainClassifier, type TrainingExample } from '../../bot/understanding/classifier/train-classifier'
import { trainOnTwoCores } from '../../bot/understanding/classifier/train-on-two-cores'
import { projectRoot } from '../../main/project-root'
import { percentile, rounded } from './figures'

const trainings = 3
const loads = 10
/** Every so many examples is asked about. */
const stride = 5

/** Milliseconds of processor time: a busy machine makes a long piece of work wait, not cost more. */
function processorMs(work: () => void): number {
  const begun = process.cpuUsage()
  work()
  return process.cpuUsage(begun).user / 1000
}

const repeat = (times: number, work: () => void): readonly number[] =>
  Array.from({ length: times }, () => processorMs(work))

/** How long a phrase that came is waited for, the slowest of `trainings` topics; all else was taught before. */
function waitForOnePhrase(examples: readonly TrainingExample[]): number {
  const asked = examples.filter(({ label, kind }) => label !== null && kind !== 'told')
  const waits = Array.from({ length: trainings }, (_, at) => {
    const added = asked[Math.floor((asked.length * (at + 0.5)) / trainings)]
    const before = examples.filter((one) => one !== added)
    const taught = { classifier: trainClassifier(before), examples: before }
    const waitedFrom = performance.now()
    if (learnAlong(taught, examples) === undefined) throw new Error('one phrase was not learnt along')
    return performance.now() - waitedFrom
  })
  return Math.max(...waits)
}

async function waitForTraining(examples: Parameters<typeof trainClassifier>[0]): Promise<number> {
  const waitedFrom = performance.now()
  await trainOnTwoCores(examples)
  return performance.now() - waitedFrom
}

/** @throws Error when the content has no usable `city.yaml`. */
export async function benchClassifier(): Promise<Readonly<Record<string, number>>> {
  const examples = trainingExamples(checkOn(await readContentFiles(projectRoot), new Date()))
  if (examples === undefined) throw new Error('dialogs/city.yaml cannot be used')
  let classifier = trainClassifier(examples)
  const trainMs = repeat(trainings, () => {
    classifier = trainClassifier(examples)
  })
  const waitMs = await waitForTraining(examples)
  const bytes = classifierToBytes(classifier)
  const loadMs = repeat(loads, () => void classifierFromBytes(bytes))
  const askMs = examples
    .filter((_, at) => at % stride === 0)
    .map(({ text }) => {
      const startedAt = performance.now()
      classifier.classify(text)
      return performance.now() - startedAt
    })
  return {
    classifierTrainMs: rounded(percentile(trainMs, 0.5)),
    classifierTrainWaitMs: rounded(waitMs),
    classifierOnePhraseMs: rounded(waitForOnePhrase(examples)),
    classifierMb: rounded(bytes.length / 1_000_000),
    classifierLoadMs: rounded(percentile(loadMs, 0.5)),
    classifyP50Ms: rounded(percentile(askMs, 0.5)),
    classifyP99Ms: rounded(percentile(askMs, 0.99)),
  }
}
