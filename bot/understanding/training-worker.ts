// The worker behind `train-in-worker`: learns the examples it is given and leaves the result in the cache.
import { workerData } from 'node:worker_threads'
import { loadOrTrain } from './load-or-train'
import type { TrainingOrder } from './train-in-worker'

loadOrTrain(workerData as TrainingOrder)
