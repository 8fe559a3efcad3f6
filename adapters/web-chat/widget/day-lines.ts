// The line above the first message of each day: "I dag", "I går", or the day itself.
import { element } from './element'
import { daysAgo, formatDay } from './moments'
import type { Words } from './words'

export function createDayLines(words: Words) {
  let lastDay = ''
  const say = (at: Date): string => {
    const ago = daysAgo(at)
    if (ago === 0) return words.say('today')
    return ago === 1 ? words.say('yesterday') : formatDay(at, words.uiLanguage())
  }
  return {
    /** @returns the line that goes above a message of this time, or undefined when its day has one already. */
    before(at: Date): HTMLElement | undefined {
      const day = at.toDateString()
      if (day === lastDay) return undefined
      lastDay = day
      const label = element('span')
      words.live(() => (label.textContent = say(at)))
      return element('p', { class: 'day' }, label)
    },
    forget(): void {
      lastDay = ''
    },
  }
}
