// The process behind `train-in-child`: learns the examples it is given and leaves the result in the cache.
import { loadOrTrain } from './load-or-train'
import { onOrder } from './run-in-child'
import type { TrainingOrder } from './train-in-child'

onOrder((order) => loadOrTrain(order as TrainingOrder))
