// Numbers of the phones: from the series that is kept for fiction, so that no text could reach a real person.

const firstOfSeries = 5
const lastOfSeries = 99

/** `070-174 06 05` to `070-174 06 99`, the first that is not taken. */
export function freeNumber(taken: readonly string[]): string | undefined {
  for (let last = firstOfSeries; last <= lastOfSeries; last += 1) {
    const number = `070-174 06 ${String(last).padStart(2, '0')}`
    if (!taken.some((one) => isSameNumber(one, number))) return number
  }
  return undefined
}

export const looksLikeNumber = (written: string): boolean => /^(\+|0)[\d\s()-]{7,}$/.test(written)

export const isSameNumber = (one: string, other: string): boolean => plain(one) === plain(other)

/** As a Swedish phone means it; the server has the last word. */
const plain = (written: string): string =>
  written
    .replace('(0)', '')
    .replace(/\D/g, '')
    .replace(/^(0046|46|0)/, '')
