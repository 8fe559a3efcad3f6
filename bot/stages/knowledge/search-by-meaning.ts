// No intent is sure, and the city has an embedding model: the search then goes by meaning too. When the model is slow or down,
// words alone are searched as if there were none.
import { mostQuestionCharacters } from '../../answering/guard-question'
import type { Closeness } from '../../contracts/knowledge/passage'
import { mayLeaveTheHouse } from './may-leave-the-house'
import { goOn, type Stage } from '../turn/turn'

export interface SearchByMeaningParts {
  /** Undefined: there is no embedding model. What it gives is undefined while it knows nothing yet. */
  readonly closenessTo: ((question: string) => Promise<Closeness | 'failed' | undefined>) | undefined
  /** The text as it may leave the house. */
  readonly mask: (text: string) => string
}

const letters = /\p{L}{3}/u

export const searchByMeaning =
  ({ closenessTo, mask }: SearchByMeaningParts): Stage =>
  async (turn) => {
    if (closenessTo === undefined || !mayLeaveTheHouse(turn)) return goOn(turn)
    const question = mask(turn.text)
    // What is longer tells about somebody, and stays here.
    if (question.length > mostQuestionCharacters || !letters.test(question)) return goOn(turn)
    const closeness = await closenessTo(question)
    if (closeness === undefined) return goOn(turn)
    return goOn(closeness === 'failed' ? { ...turn, meaningFailed: true } : { ...turn, closeness })
  }
