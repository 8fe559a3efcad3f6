// Which dialog or article is meant? The classifier's word, with its probabilities; nothing is decided yet.
import { goOn, languageOf, type Stage } from './turn'

export const recognise: Stage = (turn) => {
  if (turn.plan !== undefined || turn.text === '') return goOn(turn)
  return goOn({ ...turn, classification: turn.content.classifier.classify(turn.text, languageOf(turn)) })
}
