// Teaches the same classifier as `train-classifier` in little more than half the time, where there are two cores.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Calibration } from './calibrate'
import { teach, type Lesson } from './teach'
import { readLesson, trainClassifier, type TrainingExample } from './train-classifier'
import { TrainedClassifier } from './trained-classifier'

/** Fewer are learnt sooner than a thread has begun. */
const fewestForThread = 2000

/** What is learnt is, number for number, what `trainClassifier` learns. Rejects when the thread failed. */
export async function trainOnTwoCores(examples: readonly TrainingExample[]): Promise<TrainedClassifier> {
  if (availableParallelism() < 2 || examples.length < fewestForThread) return trainClassifier(examples)
  // It comes up while the texts are read.
  const thread = startCalibrator()
  try {
    const lesson = readLesson(examples)
    const calibrating = thread.calibrate(lesson)
    const model = teach(lesson)
    return new TrainedClassifier({ labels: lesson.names, model, calibration: await calibrating })
  } finally {
    thread.stop()
  }
}

/** As it crosses to another thread: pieces of memory, no objects of ours. */
export interface PostedLesson extends Omit<Lesson, 'vocabulary'> {
  /** Of the vocabulary: column → code. */
  readonly codes: Uint32Array
}

/** A thread that does `learnCalibration`, once; it begins with a lesson at once, also while this thread does not come to rest. */
export function startCalibrator() {
  const isSource = __filename.endsWith('.ts')
  const thread = new Worker(join(__dirname, `calibration-thread.${isSource ? 'ts' : 'js'}`), {
    // In tests and tools it is not built yet.
    execArgv: isSource ? ['--require', 'tsx/cjs'] : [],
  })
  return {
    async calibrate(lesson: Lesson): Promise<Calibration> {
      const { vocabulary, ...rest } = lesson
      thread.postMessage({ ...rest, codes: vocabulary.codes } satisfies PostedLesson)
      const [calibration] = (await once(thread, 'message')) as [Calibration]
      return calibration
    },
    stop: () => void thread.terminate(),
  }
}
