// A draft is shown while it is written, as far as it is an answer by itself: whole sentences, all of which hold by the same
// checks that the whole has to pass. What does not hold yet waits for the next sentence.
import type { SeeDraft } from '../contracts/knowledge/language-model'
import { checkAnswer } from './check-answer'
import type { ComposedPrompt } from './compose-prompt'

const sentenceEnd = /[.!?](?=\s)|\n/g
/** In characters. A check takes about a millisecond, and a model may write nothing but ends of lines. */
const fewestMore = 20

/** @param show told all that may be read so far, as Markdown, each time that it is more */
export function showBeginnings(prompt: ComposedPrompt, show: (text: string) => void): SeeDraft {
  let seen = 0
  return (soFar) => {
    const answer = wholeSentences(soFar.answer)
    if (answer.length < seen + fewestMore) return
    seen = answer.length
    const checked = checkAnswer({ ...soFar, answer }, prompt)
    if (checked.kind === 'answer') show(checked.text)
  }
}

/** Up to the last end of a sentence at which no link and no bold words are open. */
function wholeSentences(text: string): string {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index }) => index + 1)
  const end = ends.findLast((one) => isClosed(text.slice(0, one))) ?? 0
  return text.slice(0, end)
}

const isClosed = (text: string): boolean =>
  text.split('**').length % 2 === 1 && text.lastIndexOf('[') <= text.lastIndexOf(')')
