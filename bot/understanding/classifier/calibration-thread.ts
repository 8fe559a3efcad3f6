// The thread behind `train-on-two-cores`: learns the calibration of the lesson it is given, says it, and ends.
import { parentPort } from 'node:worker_threads'
import { learnCalibration } from './learn-calibration'
import type { PostedLesson } from './train-on-two-cores'
import { Vocabulary } from './vocabulary'

parentPort?.once('message', ({ codes, ...lesson }: PostedLesson) => {
  parentPort?.postMessage(learnCalibration({ ...lesson, vocabulary: new Vocabulary(codes) }))
})
