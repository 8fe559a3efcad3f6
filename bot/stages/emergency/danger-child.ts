// The process behind `listen-for-danger`: learns signs of danger, and leaves what it learnt in the cache.
import { calmQuestions, type OrdinaryQuestion } from '../../emergency/calm-questions'
import { readDangerExamples } from '../../emergency/danger-examples'
import { readKin } from '../../emergency/word-kin'
import { learnDetector, type DetectorPlace } from '../../understanding/detector/keep-detector'
import { onOrder } from '../../child-process/run-in-child'

export interface DangerOrder extends DetectorPlace {
  readonly ordinary: readonly OrdinaryQuestion[]
}

onOrder((order) => {
  const { ordinary, ...place } = order as DangerOrder
  const calmOnes = calmQuestions(ordinary).map(({ text, topic }) => ({
    text,
    kind: null,
    group: topic ?? text,
  }))
  learnDetector(place, [...readDangerExamples(), ...calmOnes], readKin)
})
