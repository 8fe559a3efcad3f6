// The process behind `train-in-child`: learns the examples it is given and leaves the result in the cache.
import { learnAhead } from './load-or-train'
import { onOrder } from '../../child-process/run-in-child'
import type { TrainingOrder } from './train-in-child'

onOrder((order) => learnAhead(order as TrainingOrder))
