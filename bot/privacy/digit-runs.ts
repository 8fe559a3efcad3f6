// Groups of digits and what stands between them: `070-123 45 67` is four groups.

/** The digits from a place on, up to the end of a group. */
export interface DigitRun {
  readonly digits: string
  readonly end: number
  /** How many digits each group has, and what stands before each but the first. */
  readonly sizes: readonly number[]
  readonly separators: readonly string[]
}

const mostDigits = 10
const group = /(?<separator>\D{0,3})(?<digits>\d{1,11})(?!\d)/y

/** The group that begins at `start`, that one with the next, and so on, up to ten digits. Shortest first. */
export function runsFrom(skeleton: string, start: number, separator: RegExp): readonly DigitRun[] {
  const runs: DigitRun[] = []
  let before: DigitRun = { digits: '', end: start, sizes: [], separators: [] }
  for (;;) {
    group.lastIndex = before.end
    const next = group.exec(skeleton)
    const { separator: between = '', digits = '' } = next?.groups ?? {}
    const isFirst = runs.length === 0
    if (next === null || before.digits.length + digits.length > mostDigits) return runs
    if (isFirst ? between !== '' : !separator.test(between)) return runs
    before = {
      digits: before.digits + digits,
      end: before.end + next[0].length,
      sizes: [...before.sizes, digits.length],
      separators: isFirst ? [] : [...before.separators, between],
    }
    runs.push(before)
  }
}
