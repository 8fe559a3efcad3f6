// The order of the messages on screen.
import type { DayLines } from './day-lines'

/** Its place in the server's transcript; what is not there, or not yet, comes last. */
const placeOf = (activityId = ''): number => Number(/\d+$/.exec(activityId)?.[0] ?? Infinity)

/** Puts messages in the order of the server's transcript, whatever the order in which they come. */
export function createOrder(log: HTMLElement, days: DayLines) {
  const places = new WeakMap<Element, number>()

  /** The first of the later ones, down to the message itself or to a note: above it stands another conversation. */
  function nextOf(message: Element, place: number): Element | null {
    let next: Element | null = null
    for (let each = log.lastElementChild; each && each !== message; each = each.previousElementSibling) {
      if (!each.matches('.day') && !((places.get(each) ?? 0) > place)) break
      next = each
    }
    return next
  }
  /** @returns whether it was not there. */
  return function put(message: HTMLElement, at: Date, activityId: string | undefined): boolean {
    const place = placeOf(activityId)
    places.set(message, place)
    const next = nextOf(message, place)
    if (message.parentNode && message.nextElementSibling === next) return false
    const isFocused = message.matches(':focus')
    log.insertBefore(message, next)
    days.mark(message, at)
    if (isFocused) message.focus()
    return true
  }
}
