// "Hej" · "jag undrar" · "när töms den": several short messages are one thought, and the last one alone may say too little.
import type { Classification } from '../contracts/classifier'
import { languageOf, type Turn } from './turn'
import { wordsToRecognise } from './words-to-recognise'

/** Who writes on within this time goes on with the same thought. */
const sameThoughtMs = 90_000
/** Longer than this the thought speaks for itself. */
const mostWords = 40

/** This message read together with the one before it, which was not answered; if there is one. */
export function classifyWholeThought(turn: Turn): Classification | undefined {
  const { thought } = turn.conversation
  if (thought === null || turn.now.getTime() - Date.parse(thought.at) > sameThoughtMs) return undefined
  const text = `${thought.text} ${turn.text}`
  if (text.split(/\s+/).length > mostWords) return undefined
  return turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
}
