// "Hjälpte svaret?": a yes is enough; a no is kept at once and may be explained afterwards, by a tap or in words.
import type { Feedback } from './activity'
import { button, element } from './element'
import type { Words } from './words'

const reasons = ['reason1', 'reason2', 'reason3'] as const
const longestReason = 500

/** @param judge told "no" once without a reason, and once more if the resident gives one. */
export function createFeedback(
  words: Words,
  judge: (judgement: Omit<Feedback, 'replyId'>) => void,
): HTMLElement {
  // What changes in here is silent in the log around it: focus moves with it and is read instead.
  const node = element('div', { class: 'feedback', role: 'group', 'aria-live': 'off' })
  const question = (key: 'helpful' | 'why'): HTMLElement => {
    words.name(node, key)
    return words.put(element('p', { class: 'small-heading' }), key)
  }
  const choice = (key: 'yes' | 'no' | (typeof reasons)[number], onPress: () => void): HTMLElement =>
    words.put(
      // The second half of a double click on "no" would land on a reason.
      button('choice', (event) => {
        if (event.detail < 2) onPress()
      }),
      key,
    )

  function thank(): void {
    const thanks = words.put(element('p', { tabindex: '-1' }), 'thanks')
    node.replaceChildren(thanks)
    thanks.focus({ preventScroll: true })
  }

  function askWhy(): void {
    judge({ helpful: false })
    const explain = (reason: string): void => {
      if (reason) judge({ helpful: false, reason })
      thank()
    }
    const field = element('textarea', { rows: '2', maxlength: `${longestReason}`, dir: 'auto' })
    const form = element(
      'form',
      {},
      element('label', {}, words.put(element('span'), 'reasonText'), field),
      words.put(element('button', { class: 'choice' }), 'send'),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      explain(field.value.trim())
    })
    const buttons = reasons.map((key) => choice(key, () => explain(words.say(key))))
    node.replaceChildren(question('why'), element('div', { class: 'choices' }, ...buttons), form)
    buttons[0]?.focus({ preventScroll: true })
  }

  node.append(
    question('helpful'),
    element(
      'div',
      { class: 'choices' },
      choice('yes', () => {
        judge({ helpful: true })
        thank()
      }),
      choice('no', askWhy),
    ),
  )
  return node
}
