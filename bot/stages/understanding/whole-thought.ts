// "Hej" · "jag undrar" · "när töms den": several short messages are one thought, and the last one alone may say too little.
import type { Classification } from '../../contracts/talk/classifier'
import { goneOnFromMs } from '../turn/gone-on-from'
import { languageOf, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

/** Who writes on within this time goes on with the same thought. */
const sameThoughtMs = 90_000
/** Longer than this the thought speaks for itself. */
const mostWords = 40

const countWords = (text: string): number => text.split(/\s+/).length

/**
 * This message together with the one before it: with one that was not answered; where it points back, with any. Undefined
 * where there is none.
 */
function wholeThought(turn: Turn, pointsBack = false): string | undefined {
  const { thought } = turn.conversation
  if (thought === null || (thought.answered && !pointsBack)) return undefined
  const longest = pointsBack ? goneOnFromMs[turn.message.channel] : sameThoughtMs
  if (turn.now.getTime() - Date.parse(thought.at) > longest) return undefined
  const text = `${thought.text} ${turn.text}`
  return countWords(text) > mostWords ? undefined : text
}

export function classifyWholeThought(turn: Turn, pointsBack: boolean): Classification | undefined {
  const text = wholeThought(turn, pointsBack)
  return text === undefined
    ? undefined
    : turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
}

/** More words are a thought of their own, and not joined to the one before. */
const mostWordsOfPiece = 4

/** "Grannen" · "spelar musik" · "hela natten": what a third piece is read with. */
export const thoughtSoFar = (turn: Turn): string =>
  (countWords(turn.text) <= mostWordsOfPiece ? wholeThought(turn) : undefined) ?? turn.text
