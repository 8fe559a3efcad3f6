// The process behind `listen-for-danger`: learns signs of danger, and leaves what it learnt in the cache.
import { calmQuestions, type OrdinaryQuestion } from './emergency/calm-questions'
import { calm, readDangerExamples } from './emergency/danger-examples'
import { loadOrTrain } from './understanding/load-or-train'
import { onOrder } from './understanding/run-in-child'

export interface DangerOrder {
  readonly ordinary: readonly OrdinaryQuestion[]
  readonly cacheDirectory: string
  /** Differs whenever what is learnt differs. */
  readonly contentHash: string
}

onOrder((order) => {
  const { ordinary, cacheDirectory, contentHash } = order as DangerOrder
  const calmOnes = calmQuestions(ordinary).map((text) => ({ text, label: calm }))
  loadOrTrain({ examples: [...readDangerExamples(), ...calmOnes], cacheDirectory, contentHash })
})
