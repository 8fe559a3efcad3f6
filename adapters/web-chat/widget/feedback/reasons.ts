// What was it that did not help? Asked of few residents: a script of its own, fetched after a "no".
import { createChoice } from '../dom/choice'
import { element } from '../dom/element'
import { sayFrom } from '../texts/own-texts'
import type { ReasonWorld } from './reason-offer'
import texts from '../texts/reasons.json'

const reasons = ['reason1', 'reason2', 'reason3'] as const
const longestReason = 500

export function askWhy({ words, node, explain }: ReasonWorld): void {
  const say = sayFrom<keyof typeof texts.sv>(texts, words)
  const put = <Target extends Node>(target: Target, key: keyof typeof texts.sv): Target => {
    words.live(() => (target.textContent = say(key)))
    return target
  }
  const field = element('textarea', { rows: '2', maxlength: `${longestReason}`, dir: 'auto' })
  const form = element(
    'form',
    {},
    element('label', {}, put(element('span'), 'reasonText'), field),
    words.put(element('button', { class: 'choice' }), 'send'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    explain(field.value.trim())
  })
  const buttons = reasons.map((key) =>
    put(
      createChoice(() => explain(say(key))),
      key,
    ),
  )
  // Named anew by what is asked now, in each language.
  words.live(() => node.setAttribute('aria-label', say('why')))
  node.replaceChildren(
    put(element('p', { class: 'small-heading' }), 'why'),
    element('div', { class: 'choices' }, ...buttons),
    form,
  )
  buttons[0]?.focus({ preventScroll: true })
  bringIntoView(node)
}

/** The form is higher than what it stands in the place of; whoever wants nothing to move gets it at once. */
function bringIntoView(node: HTMLElement): void {
  // Room for the ring around what has the focus.
  node.style.scrollMarginBlock = '0.6em'
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  node.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' })
}
