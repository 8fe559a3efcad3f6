// Teaches the same classifier as `train-classifier` in little more than half the time, where there are two cores.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Calibration } from './calibrate'
import { packLesson } from './pack-lesson'
import { teach, type Lesson } from './teach'
import { readLesson, trainClassifier, type TrainingExample } from './train-classifier'
import { TrainedClassifier } from './trained-classifier'

/** Fewer are learnt sooner than a thread has begun. */
const fewestForThread = 2000

/** What is learnt is, number for number, what `trainClassifier` learns. Rejects when the thread failed. */
export async function trainOnTwoCores(examples: readonly TrainingExample[]): Promise<TrainedClassifier> {
  if (availableParallelism() < 2 || examples.length < fewestForThread) return trainClassifier(examples)
  const lesson = readLesson(examples)
  const calibrating = calibrateInThread(lesson)
  const model = teach(lesson)
  return new TrainedClassifier({ labels: lesson.names, model, calibration: await calibrating })
}

/** `learnCalibration` in a thread, which begins at once, also while this one does not come to rest. */
export async function calibrateInThread(lesson: Lesson): Promise<Calibration> {
  const isSource = __filename.endsWith('.ts')
  const thread = new Worker(join(__dirname, `calibration-thread.${isSource ? 'ts' : 'js'}`), {
    workerData: packLesson(lesson),
    // In tests and tools it is not built yet.
    execArgv: isSource ? ['--require', 'tsx/cjs'] : [],
  })
  const [calibration] = (await once(thread, 'message')) as [Calibration]
  return calibration
}
