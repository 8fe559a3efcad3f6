// A wait that can be cut short.

export function createPause() {
  let cut: (isEnd?: boolean) => void = () => undefined
  return {
    /** @param isEnd what was waited for is not to be gone on with */
    cut: (isEnd?: boolean) => cut(isEnd),
    /** Gives true when what comes after is not to be gone on with. */
    wait: (durationMs: number) =>
      new Promise<boolean | undefined>((resolve) => {
        setTimeout(resolve, durationMs)
        cut = resolve
      }),
  }
}
export type Pause = ReturnType<typeof createPause>
