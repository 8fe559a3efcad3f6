// Tells the bot which language was chosen, once the resident has come to rest: some browsers choose at each arrow key.

const restMs = 1_000

export interface LanguageTeller {
  /** @param before the language of before this choice */
  readonly chosen: (language: string, before: string) => void
  /** Tells at once what waits to be told; nothing when it is again the language of before. */
  readonly settle: () => void
}

export function createLanguageTeller(tell: (language: string) => void): LanguageTeller {
  let waiting: { readonly from: string; readonly to: string } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    clearTimeout(timer)
    const told = waiting
    waiting = undefined
    if (told && told.to !== told.from) tell(told.to)
  }
  return {
    settle,
    chosen(language, before) {
      waiting = { from: waiting?.from ?? before, to: language }
      clearTimeout(timer)
      timer = setTimeout(settle, restMs)
    },
  }
}
