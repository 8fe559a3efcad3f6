// Teaches the classifier beside the thread that answers residents, so that new content makes nobody wait.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TrainingExample } from './train-classifier'

export interface TrainingOrder {
  readonly examples: readonly TrainingExample[]
  readonly cacheDirectory: string
}

/** Resolves when the classifier of these examples is in the cache, for `loadOrTrain` to find. Rejects with what went wrong. */
export function trainInWorker(order: TrainingOrder): Promise<void> {
  const isSource = __filename.endsWith('.ts')
  const worker = new Worker(join(__dirname, `training-worker.${isSource ? 'ts' : 'js'}`), {
    workerData: order,
    // In tests and tools the worker is not built yet.
    execArgv: isSource ? ['--require', 'tsx/cjs'] : [],
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the training worker ended with ${code}`))
    })
  })
}
