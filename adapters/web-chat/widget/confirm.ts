// Asks once more before something that cannot be undone. The browser's own modal dialog keeps focus and Esc right.
import { button, element } from './element'
import type { TextKey, Words } from './words'

/** @returns whether the resident said yes; Esc is no. */
export function confirmWith(
  words: Words,
  parent: Node,
  keys: { readonly title: TextKey; readonly body: TextKey; readonly yes: TextKey },
): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element('dialog', {
      class: 'confirm',
      'aria-labelledby': 'ask-title',
      'aria-describedby': 'ask-body',
    })
    const agree = (): void => dialog.close('yes')
    const cancel = button('choice', () => dialog.close(), words.say('cancel'))
    dialog.append(
      element('h3', { id: 'ask-title' }, words.say(keys.title)),
      element('p', { id: 'ask-body' }, words.say(keys.body)),
      element('div', { class: 'choices' }, cancel, button('choice danger', agree, words.say(keys.yes))),
    )
    // Esc closes this dialog only, not the chat behind it.
    dialog.addEventListener('keydown', (event) => event.stopPropagation())
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    parent.appendChild(dialog)
    dialog.showModal()
    cancel.focus()
  })
}
