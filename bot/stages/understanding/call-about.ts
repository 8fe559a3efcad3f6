// "Klagomål på simhallen och bli uppringd": one wish, to be called, and what the call is about.
import type { TopicId } from '../../contracts/talk/classifier'
import { languageOf, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { asks, pairIn, topicIn } from './two-in-one'

interface Half {
  readonly text: string
  readonly isCall: boolean
}

/** So likely, the two topics that words are nearest to are what they speak of, be it of both. */
const clear = 0.85

/** A complaint about the swimming pool is near two topics; "jag ser dåligt" is near many, and the reason why a call is wanted. */
function isOfItsOwn(turn: Turn, text: string, callBack: TopicId): boolean {
  // "När öppnar ni" is a question of its own, and nothing to call about.
  if (asks(text)) return false
  const { best } = turn.content.classifier.classify(wordsToRecognise(turn, text), languageOf(turn))
  const nearest = best.slice(0, 2)
  const likely = nearest.reduce((sum, { probability }) => sum + probability, 0)
  return likely >= clear && nearest.every(({ label }) => label !== callBack)
}

export interface CallBeside {
  /** The half that wants a call. */
  readonly call: string
  readonly about: string
}

/** Undefined unless one half wants a call and the other is about something of its own. */
export function callBeside(turn: Turn): CallBeside | undefined {
  const { callBackDialog } = turn.content.city
  const read = (text: string): Half | undefined => {
    if (wantsCall(turn, text)) return { text, isCall: true }
    return isOfItsOwn(turn, text, `dialog:${callBackDialog}`) ? { text, isCall: false } : undefined
  }
  const halves = pairIn(turn.text, read, (first, second) => first.isCall !== second.isCall)
  const call = halves?.find(({ isCall }) => isCall)
  const about = halves?.find(({ isCall }) => !isCall)
  return call && about && { call: call.text, about: about.text }
}

export const wantsCall = (turn: Turn, text: string): boolean =>
  topicIn(turn, text) === `dialog:${turn.content.city.callBackDialog}`
