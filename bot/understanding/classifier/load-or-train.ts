// The classifier at start: from the cache when the content is the same as last time, taught anew when it is not.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLogger, type Logger } from '../../contracts/basics/logger'
import { removeOldCached, writeCachedFile } from '../../disk-cache/cached-file'
import { classifierFromBytes, classifierToBytes, modelFormat } from './classifier-file'
import { trainClassifier, type TrainingExample } from './train-classifier'
import { trainOnTwoCores } from './train-on-two-cores'
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

/** Whether `loadOrTrain` will find the classifier of these examples in the cache. */
export const isLearnt = (options: LoadOrTrainOptions): boolean => existsSync(fileFor(options))

/** The classifier of these examples when the cache has it and it is sound; a damaged one is logged. Nothing is taught. */
const loadLearnt = ({
  logger = silentLogger,
  ...options
}: LoadOrTrainOptions): TrainedClassifier | undefined => load(fileFor(options), logger)

/**
 * Gives the classifier for these examples. An unreadable, corrupt or foreign file in the cache is replaced; a cache that
 * cannot be written costs time at the next start, no more, and is logged as a warning.
 */
export const loadOrTrain = (options: LoadOrTrainOptions): TrainedClassifier =>
  loadLearnt(options) ?? keep(options, trainClassifier(options.examples))

/** Leaves the classifier of these examples in the cache, for `loadOrTrain` to find; as soon as the machine can. */
export async function learnAhead(options: LoadOrTrainOptions): Promise<void> {
  if (loadLearnt(options) === undefined) keep(options, await trainOnTwoCores(options.examples))
}

function keep(options: LoadOrTrainOptions, classifier: TrainedClassifier): TrainedClassifier {
  const { cacheDirectory, logger = silentLogger } = options
  try {
    writeCachedFile(fileFor(options), classifierToBytes(classifier))
    removeOldCached(cacheDirectory, filePattern)
  } catch (error) {
    logger.warn({ cacheDirectory, reason: messageOf(error) }, 'the classifier could not be cached')
  }
  return classifier
}
