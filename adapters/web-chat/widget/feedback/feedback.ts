// "Hjälpte svaret?": a yes is enough; a no is kept at once and may be explained afterwards, by a tap or in words.
import type { Feedback } from '../line/activity'
import { createChoice } from '../dom/choice'
import { element } from '../dom/element'
import type { AskWhy } from './reason-offer'
import type { Words } from '../texts/words'

/** @param judge told "no" once without a reason, and once more if the resident gives one. */
export function createFeedback(
  words: Words,
  judge: (judgement: Omit<Feedback, 'replyId'>) => void,
  askWhy: AskWhy,
): HTMLElement {
  let isJudged = false
  // What changes in here is silent in the log around it: focus moves with it and is read instead.
  const node = element('div', { class: 'feedback', role: 'group', 'aria-live': 'off' })
  function thank(): void {
    const thanks = words.put(element('p', { tabindex: '-1' }), 'thanks')
    node.replaceChildren(thanks)
    thanks.focus({ preventScroll: true })
  }
  const choice = (helpful: boolean, then: () => void): HTMLElement =>
    words.put(
      createChoice(() => {
        if (isJudged) return
        isJudged = true
        judge({ helpful })
        then()
      }),
      helpful ? 'yes' : 'no',
    )
  function explain(reason: string): void {
    if (reason) judge({ helpful: false, reason })
    thank()
  }

  node.append(
    words.put(element('p', { class: 'small-heading' }), 'helpful'),
    element(
      'div',
      { class: 'choices' },
      choice(true, thank),
      choice(false, () => askWhy({ words, node, explain })),
    ),
  )
  return words.name(node, 'helpful')
}
