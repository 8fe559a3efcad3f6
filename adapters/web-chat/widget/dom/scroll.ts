// Moves the conversation so that what is new can be read from its beginning; never against a resident who reads elsewhere.

/** As far from the end, in pixels, still counts as reading the newest. */
const nearEnd = 120
const margin = 8

/** The box that scrolls; on a low screen another one than on a high one. */
export type Scroller = () => HTMLElement

export function createScroll(scroller: Scroller) {
  const below = (): number => {
    const { scrollHeight, scrollTop, clientHeight } = scroller()
    return scrollHeight - scrollTop - clientHeight
  }
  return {
    isAtEnd: (): boolean => below() < nearEnd,
    toEnd: (): void => {
      scroller().scrollTop = scroller().scrollHeight
    },
    /** Brings the node to the top, as far as what is below it allows; it gives way itself where the end then comes into sight. */
    toTop: (node: HTMLElement): void => {
      const box = scroller()
      box.scrollTop += node.getBoundingClientRect().top - box.getBoundingClientRect().top - margin
      const hidden = below()
      if (hidden < node.offsetHeight + margin) box.scrollTop += hidden
    },
  }
}
export type Scroll = ReturnType<typeof createScroll>
