// A button above the field takes room from the conversation: whoever saw its end goes on seeing it.

/** @returns what to do when the button is there, or gone. */
export function followEnd(place: HTMLElement): () => void {
  const chat = place.closest('.chat')
  const atEnd = [chat, chat?.querySelector('.log')].filter(
    (each) => each && each.scrollHeight - each.scrollTop - each.clientHeight < 8,
  )
  return () => atEnd.forEach((each) => each?.scrollTo(0, each.scrollHeight))
}
