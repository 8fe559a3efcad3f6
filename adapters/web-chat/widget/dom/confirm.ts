// Asks once more before something that cannot be undone. The browser's own modal dialog keeps focus and Esc right.
import { createLateStyles } from './adopt'
import css from './confirm.css'
import { button, element } from './element'

const addStyles = createLateStyles(css, () => new URL('confirm.css', import.meta.url).href)

export interface Asked {
  readonly title: string
  readonly body: string
  readonly yes: string
  readonly no: string
}

/** @returns whether the resident said yes; Esc is no. */
export function confirmWith(parent: Node, { title, body, yes, no }: Asked): Promise<boolean> {
  addStyles(parent)
  return new Promise((resolve) => {
    const dialog = element('dialog', {
      class: 'confirm',
      'aria-labelledby': 'ask-title',
      'aria-describedby': 'ask-body',
    })
    const agree = (): void => dialog.close('yes')
    const cancel = button('choice', () => dialog.close(), no)
    dialog.append(
      element('h3', { id: 'ask-title' }, title),
      element('p', { id: 'ask-body' }, body),
      element('div', { class: 'choices' }, cancel, button('choice danger', agree, yes)),
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
