// Teaches the classifier beside the process that answers residents, so that new content makes nobody wait.
import { join } from 'node:path'
import { runInChild } from '../../child-process/run-in-child'
import type { TrainingExample } from './train-classifier'

export interface TrainingOrder {
  readonly examples: readonly TrainingExample[]
  readonly cacheDirectory: string
}

/** Resolves when the classifier of these examples is in the cache, for `loadOrTrain` to find. Rejects with what went wrong. */
export async function trainInChild(order: TrainingOrder): Promise<void> {
  await runInChild(join(__dirname, 'training-child'), order)
}
