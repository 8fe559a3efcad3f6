// A wait that can be cut short.

export function createPause() {
  let cut: () => void = () => undefined
  return {
    cut: () => cut(),
    wait: (durationMs: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, durationMs)
        cut = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
export type Pause = ReturnType<typeof createPause>
