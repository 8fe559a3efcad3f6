// The classifier at start: from the cache when the content is the same as last time, taught anew when it is not.
import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { silentLogger, type Logger } from '../contracts/logger'
import { classifierFromBytes, classifierToBytes, modelFormat } from './classifier-file'
import { trainClassifier, type TrainingExample } from './train-classifier'
import type { TrainedClassifier } from './trained-classifier'

export interface LoadOrTrainOptions {
  readonly examples: readonly TrainingExample[]
  /** Made when it is not there. */
  readonly cacheDirectory: string
  /** Differs whenever the examples differ; any text. Left out, the examples themselves are hashed. */
  readonly contentHash?: string
  readonly logger?: Logger
}

const filePattern = /^classifier-[0-9a-f]{32}\.bin$/
/** So that going back to yesterday's content is quick, and the folder does not grow with every edit. */
const filesKept = 3

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function fileFor({ examples, cacheDirectory, contentHash }: LoadOrTrainOptions): string {
  const content =
    contentHash ?? JSON.stringify(examples.map(({ text, label, kind = 'asked' }) => [text, label, kind]))
  const name = createHash('sha256').update(`${modelFormat}\n${content}`).digest('hex').slice(0, 32)
  return join(cacheDirectory, `classifier-${name}.bin`)
}

function load(file: string, logger: Logger): TrainedClassifier | undefined {
  try {
    return classifierFromBytes(readFileSync(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      logger.warn({ file, reason: messageOf(error) }, 'cached classifier is unusable; teaching a new one')
    return undefined
  }
}

/** Written beside and renamed, so that nobody ever reads half a file. */
function save(file: string, cacheDirectory: string, classifier: TrainedClassifier): void {
  mkdirSync(cacheDirectory, { recursive: true })
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    writeFileSync(beside, classifierToBytes(classifier))
    renameSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}

function removeOld(cacheDirectory: string): void {
  const files = readdirSync(cacheDirectory)
    .filter((name) => filePattern.test(name))
    .map((name) => join(cacheDirectory, name))
    .map((file) => ({ file, changedMs: statSync(file).mtimeMs }))
    .sort((a, b) => b.changedMs - a.changedMs)
  for (const { file } of files.slice(filesKept)) rmSync(file, { force: true })
}

/** Whether `loadOrTrain` will find the classifier of these examples in the cache. */
export const isLearnt = (options: LoadOrTrainOptions): boolean => existsSync(fileFor(options))

/** The classifier of these examples when the cache has it and it is sound; a damaged one is logged. Nothing is taught. */
export const loadLearnt = ({
  logger = silentLogger,
  ...options
}: LoadOrTrainOptions): TrainedClassifier | undefined => load(fileFor(options), logger)

/**
 * Gives the classifier for these examples. An unreadable, corrupt or foreign file in the cache is replaced; a cache that
 * cannot be written costs time at the next start, no more, and is logged as a warning.
 */
export function loadOrTrain(options: LoadOrTrainOptions): TrainedClassifier {
  const { examples, cacheDirectory, logger = silentLogger } = options
  const file = fileFor(options)
  const cached = load(file, logger)
  if (cached !== undefined) return cached
  const classifier = trainClassifier(examples)
  try {
    save(file, cacheDirectory, classifier)
    removeOld(cacheDirectory)
  } catch (error) {
    logger.warn({ cacheDirectory, reason: messageOf(error) }, 'the classifier could not be cached')
  }
  return classifier
}
