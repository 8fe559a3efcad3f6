// The worker behind `listen-for-danger`: learns signs of danger, and leaves what it learnt in the cache.
import { workerData } from 'node:worker_threads'
import { calmQuestions, type OrdinaryQuestion } from './emergency/calm-questions'
import { calm, readDangerExamples } from './emergency/danger-examples'
import { loadOrTrain } from './understanding/load-or-train'

export interface DangerOrder {
  readonly ordinary: readonly OrdinaryQuestion[]
  readonly cacheDirectory: string
  /** Differs whenever what is learnt differs. */
  readonly contentHash: string
}

const { ordinary, cacheDirectory, contentHash } = workerData as DangerOrder
const calmOnes = calmQuestions(ordinary).map((text) => ({ text, label: calm }))
loadOrTrain({ examples: [...readDangerExamples(), ...calmOnes], cacheDirectory, contentHash })
