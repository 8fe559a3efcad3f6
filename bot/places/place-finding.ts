// Every fault a file of places can have: its code, how grave it is, and one way to write it down.
import type { Finding, Severity } from '../contracts/basics/finding'

/** A row that cannot be used is left out with a warning: one wrong row of twenty thousand must not stop the rest. */
export const placeChecks = {
  /** A column is missing in the heading. */
  P001: 'error',
  /** The file is not UTF-8. */
  P002: 'error',
  /** A quotation mark that is never closed. */
  P003: 'error',
  /** A row with more or fewer fields than the heading. */
  P010: 'warning',
  /** Coordinates that are none in Sweden. */
  P011: 'warning',
  /** Neither a street with a number nor a name. */
  P012: 'warning',
  /** The same place twice, apart from each other. */
  P013: 'warning',
  /** Far from all the others. */
  P014: 'warning',
} as const satisfies Record<string, Severity>
export type PlaceCheck = keyof typeof placeChecks

interface Words {
  readonly sv: string
  readonly en: string
}

export interface PlaceFault {
  readonly code: PlaceCheck
  /** Counts from 1. */
  readonly line: number
  readonly message: Words
  readonly hint: Words
}

/** @param width of the faulty line, in UTF-16 code units; all of it is shown as the fault. */
export const placeFinding = (
  file: string,
  { code, line, message, hint }: PlaceFault,
  width: number,
): Finding => ({
  code,
  severity: placeChecks[code],
  place: { file, line, column: 1, endLine: line, endColumn: width + 1 },
  message,
  hint,
})
