// The top of the chat: whom one talks to, the language, what one may do with the conversation, and the way out.
import { button, element, icon } from '../dom/element'
import { nameOf, type TextKey, type Words } from '../texts/words'

const cross = 'M6 6l12 12M18 6L6 18'
const down = 'M7 10l5 5 5-5'

export interface Header {
  readonly node: HTMLElement
  readonly offer: (languages: readonly string[]) => void
  /** @returns whether there was an open menu to close. */
  readonly closeMenu: () => boolean
}

export interface HeaderDeeds {
  /** Missing on the full page, which has nothing to close. */
  readonly close?: (() => void) | undefined
  readonly choose: (language: string) => void
  /** The choice of a language is left, or confirmed. */
  readonly settle: () => void
  readonly save: () => void
  readonly erase: () => void
}

function createLanguageChoice(words: Words, { choose, settle }: HeaderDeeds) {
  const list = element('select', { id: 'language' })
  list.addEventListener('change', () => choose(list.value))
  list.addEventListener('blur', settle)
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') settle()
  })
  const label = words.put(element('label', { for: 'language', class: 'unseen' }), 'language')
  const node = element('span', { class: 'language', hidden: '' }, label, list, icon(down))
  const offer = (languages: readonly string[]): void => {
    node.hidden = languages.length < 2
    list.replaceChildren(
      ...languages.map((code) => element('option', { value: code, lang: code }, nameOf(code))),
    )
    list.value = words.language()
  }
  // It may have been chosen by a button in the conversation.
  words.live(() => (list.value = words.language()))
  return { node, offer }
}

function createMenu(words: Words, deeds: HeaderDeeds) {
  const panel = element('ul', { id: 'menu', class: 'menu' })
  const opener = button('tool', () => show(!!panel.hidden), words.put(element('span'), 'menu'), icon(down))
  opener.setAttribute('aria-controls', 'menu')
  function show(isOpen: boolean): void {
    panel.hidden = !isOpen
    opener.setAttribute('aria-expanded', String(isOpen))
  }
  const item = (key: TextKey, deed: () => void): HTMLElement => {
    const press = (): void => {
      close()
      deed()
    }
    return element('li', {}, words.put(button('menu-item', press), key))
  }
  panel.append(item('save', deeds.save), item('erase', deeds.erase))
  show(false)
  const close = (): boolean => {
    if (panel.hidden) return false
    show(false)
    opener.focus()
    return true
  }
  return { opener, panel, close }
}

export function createHeader(words: Words, title: HTMLElement, deeds: HeaderDeeds): Header {
  const languages = createLanguageChoice(words, deeds)
  const menu = createMenu(words, deeds)
  const about = words.put(element('p', { class: 'about' }), 'about')
  const top = element('div', { class: 'top' }, element('div', { class: 'titles' }, title, about))
  if (deeds.close)
    top.append(button('tool close', deeds.close, words.put(element('span'), 'close'), icon(cross)))
  const node = element(
    'header',
    {},
    top,
    element('div', { class: 'tools' }, languages.node, menu.opener),
    menu.panel,
  )
  return { node, offer: languages.offer, closeMenu: menu.close }
}
