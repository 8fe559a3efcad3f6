// The way to a human voice, always on screen, also when nothing else works.
import { element, link } from '../dom/element'
import type { Words } from './words'

/** @param phone the number as residents read it; the line is empty while it is not known. */
export function createPhoneLine(words: Words, phone: () => string | undefined): HTMLElement {
  const node = element('p', { class: 'phone' })
  words.live(() => {
    const number = phone()
    node.replaceChildren()
    if (!number) return
    const [before = '', after = ''] = words.say('call', { phone: '\n' }).split('\n')
    const call = link(`tel:${number.replace(/[^+\d]/g, '')}`, element('bdi', { dir: 'ltr' }, number))
    node.append(before, call, after)
  })
  return node
}
