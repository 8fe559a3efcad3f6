// Teaches the classifier beside the thread that answers residents, so that new content makes nobody wait.
import { join } from 'node:path'
import { runInWorker } from './run-in-worker'
import type { TrainingExample } from './train-classifier'

export interface TrainingOrder {
  readonly examples: readonly TrainingExample[]
  readonly cacheDirectory: string
}

/** Resolves when the classifier of these examples is in the cache, for `loadOrTrain` to find. Rejects with what went wrong. */
export const trainInWorker = (order: TrainingOrder): Promise<void> =>
  runInWorker(join(__dirname, 'training-worker'), order)
