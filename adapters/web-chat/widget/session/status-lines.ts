// The lines that say how it goes: is there contact, is the bot writing, was something done. Screen readers hear each change.
import type { Trouble } from './chat-session'
import { element } from '../dom/element'
import type { Words } from '../texts/words'

/** A quick answer should not make a line blink. */
const typingDelayMs = 400

const troubleText = (words: Words, trouble: Trouble): string =>
  trouble.kind === 'none'
    ? ''
    : words.say(trouble.kind, trouble.kind === 'busy' ? { n: Math.ceil(trouble.retryAfterMs / 1000) } : {})

export function createStatusLines(words: Words) {
  let trouble: Trouble = { kind: 'none' }
  let timer: ReturnType<typeof setTimeout> | undefined
  const line = (className: string): HTMLElement => element('p', { class: className, role: 'status' })
  const notice = line('notice')
  const typing = line('typing')
  const spoken = line('unseen')
  const drawTrouble = (): void => void (notice.textContent = troubleText(words, trouble))
  words.live(drawTrouble)
  return {
    /** Stays until contact is back. */
    notice,
    typing,
    /** For ears only: what the eye sees at the message itself. */
    spoken,
    trouble: (next: Trouble): void => {
      trouble = next
      drawTrouble()
    },
    isTyping: (isTyping: boolean): void => {
      clearTimeout(timer)
      if (isTyping) timer = setTimeout(() => (typing.textContent = words.say('typing')), typingDelayMs)
      else typing.textContent = ''
    },
    tell: (said: string): void => void (spoken.textContent = said),
  }
}
export type StatusLines = ReturnType<typeof createStatusLines>
