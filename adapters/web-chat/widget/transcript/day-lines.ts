// The line above the first message of each day: "I dag", "I går", or the day itself.
import { element } from '../dom/element'
import { daysAgo, formatDay } from '../texts/moments'
import type { Words } from '../texts/words'

/** Other lines, notes for example, may stand between. */
function messageBefore(message: Element): Element | undefined {
  let node = message.previousElementSibling
  while (node && !node.matches('.message')) node = node.previousElementSibling
  return node ?? undefined
}

export function createDayLines(words: Words) {
  const days = new WeakMap<Element, string>()
  const say = (at: Date): string => {
    const ago = daysAgo(at)
    if (ago === 0) return words.say('today')
    return ago === 1 ? words.say('yesterday') : formatDay(at, words.uiLanguage())
  }
  const draw = (at: Date): HTMLElement => {
    const label = element('span')
    words.live(() => (label.textContent = say(at)))
    return element('p', { class: 'day' }, label)
  }
  return {
    /** A message has come to its place: above it, and no longer above the next one, stands its day when it is a new one. */
    mark(message: Element, at: Date): void {
      const day = at.toDateString()
      days.set(message, day)
      const before = messageBefore(message)
      if (!before || days.get(before) !== day) message.before(draw(at))
      const next = message.nextElementSibling
      const after = next?.nextElementSibling
      if (next?.matches('.day') && after && days.get(after) === day) next.remove()
    },
  }
}
export type DayLines = ReturnType<typeof createDayLines>
