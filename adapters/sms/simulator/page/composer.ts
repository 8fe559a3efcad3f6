// Where a phone's text is written: Enter sends, Shift+Enter breaks the line, and how many texts it takes is shown.
import { partOf } from './parts'
import { priceOf } from './server'
import { renderSize } from './tally'

const quietMs = 250

export interface Composer {
  /** Takes what is written out of the field. */
  readonly take: () => string
  readonly focus: () => void
}

/** @param refusePicture is told when a picture was pasted or dropped */
export function createComposer(
  node: HTMLElement,
  sizeId: string,
  send: (text: string) => void,
  refusePicture: () => void,
): Composer {
  const field = partOf(node, '.text', HTMLTextAreaElement)
  const size = partOf(node, '.size')
  size.id = sizeId
  field.setAttribute('aria-describedby', sizeId)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function measure(): Promise<void> {
    const text = field.value.trim()
    const price = text === '' ? undefined : await priceOf(text)
    // Somebody may have written on meanwhile.
    if (text === field.value.trim()) size.textContent = price === undefined ? '' : renderSize(price)
  }
  const measureSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void measure(), quietMs)
  }
  const take = (): string => {
    const text = field.value.trim()
    field.value = ''
    void measure()
    return text
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    const text = take()
    field.focus()
    if (text !== '') send(text)
  }
  field.addEventListener('input', measureSoon)
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  })
  partOf(node, 'form').addEventListener('submit', submit)
  const refuseFiles = (event: Event, brought: DataTransfer | null): void => {
    if (brought === null || brought.files.length === 0) return
    event.preventDefault()
    refusePicture()
  }
  field.addEventListener('paste', (event) => refuseFiles(event, event.clipboardData))
  field.addEventListener('drop', (event) => refuseFiles(event, event.dataTransfer))
  return { take, focus: () => field.focus() }
}
