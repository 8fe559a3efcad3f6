// The thread behind `train-on-two-cores`: learns the calibration of the lesson it is given, says it, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { learnCalibration } from './learn-calibration'
import { unpackLesson, type PackedLesson } from './pack-lesson'

parentPort?.postMessage(learnCalibration(unpackLesson(workerData as PackedLesson)))
