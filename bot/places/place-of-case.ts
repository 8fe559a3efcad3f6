// The place of a case: as the resident wrote it, with coordinates where the city knows them.
import type { Places } from '../contracts/known-place'

export interface CasePlace {
  readonly text: string
  /** WGS 84, degrees; both or neither. */
  readonly lat?: number
  readonly lon?: number
}

/** Rounded to a metre: more figures say nothing. */
const toFiveDecimals = (degrees: number): number => Number(degrees.toFixed(5))

export function placeOfCase(text: string, places: Places): CasePlace {
  const found = places.locate(text)
  return found === undefined
    ? { text }
    : { text, lat: toFiveDecimals(found.lat), lon: toFiveDecimals(found.lon) }
}
