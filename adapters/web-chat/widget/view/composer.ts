// Where the resident writes: Enter sends, Shift+Enter breaks the line, and the length is watched before it hurts.
import { element, icon } from '../dom/element'
import type { Words } from '../texts/words'

const warnAt = 100
const quietMs = 800
const arrow = 'M4 12h14M12 5l7 7-7 7'

export interface Composer {
  readonly node: HTMLElement
  readonly focus: () => void
  readonly limit: (maxTextLength: number) => void
  /** Where a button for files has its place. */
  readonly files: HTMLElement
}

/** Keeps the field as high as its text; its greatest height stands in the style sheet. */
function fit(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Counts down near the end. The number changes with each key; a screen reader hears it when the typing rests. */
function createLengthWatch(words: Words, field: HTMLTextAreaElement) {
  let most = 1_000
  let timer: ReturnType<typeof setTimeout> | undefined
  const count = element('p', { class: 'count', 'aria-hidden': 'true' })
  const spoken = element('p', { class: 'unseen', role: 'status' })
  const left = (): number => most - Array.from(field.value.trim()).length
  const warning = (): string => {
    if (left() > warnAt) return ''
    return left() < 0 ? words.say('over', { n: -left() }) : words.say('left', { n: left() })
  }
  return {
    nodes: [count, spoken],
    isTooLong: () => left() < 0,
    limit: (maxTextLength: number): void => {
      most = maxTextLength
    },
    look(): void {
      count.textContent = warning()
      field.setAttribute('aria-invalid', String(left() < 0))
      clearTimeout(timer)
      timer = setTimeout(() => (spoken.textContent = warning()), quietMs)
    },
  }
}

export function createComposer(words: Words, send: (text: string) => void): Composer {
  const field = element('textarea', {
    id: 'text',
    rows: '1',
    dir: 'auto',
    autocomplete: 'off',
    enterkeyhint: 'send',
    'aria-describedby': 'privacy',
  })
  const length = createLengthWatch(words, field)
  const files = element('div', { class: 'tools', hidden: '' })
  const node = element(
    'form',
    { class: 'composer' },
    words.put(element('label', { for: 'text' }), 'ask'),
    words.put(element('p', { class: 'hint', id: 'privacy' }), 'privacy'),
    files,
    element(
      'div',
      { class: 'row' },
      field,
      element('button', { class: 'send' }, words.put(element('span'), 'send'), icon(arrow)),
    ),
    ...length.nodes,
  )
  const draw = (): void => {
    fit(field)
    length.look()
  }
  function submit(event: Event): void {
    event.preventDefault()
    const text = field.value.trim()
    field.focus()
    if (!text || length.isTooLong()) return
    field.value = ''
    draw()
    send(text)
  }
  field.addEventListener('input', draw)
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  })
  node.addEventListener('submit', submit)
  return { node, files, focus: () => field.focus(), limit: length.limit }
}
