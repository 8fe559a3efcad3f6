// The place of a case: as the resident wrote it, with what the register of addresses knows of it.
import type { CasePlace, MadeCase } from '../contracts/cases/case'
import { noPlaces, type KnownPlace, type Places } from '../contracts/city/known-place'
import { readPosition } from '../text/read-position'

/** Rounded to a metre: more figures say nothing. */
const toFiveDecimals = (degrees: number): number => Number(degrees.toFixed(5))

export function placeOfCase(text: string, places: Places = noPlaces): CasePlace {
  const found: Pick<KnownPlace, 'lat' | 'lon' | 'roadOwner'> | undefined =
    places.locate(text) ?? readPosition(text)
  if (found === undefined) return { text }
  const { lat, lon, roadOwner } = found
  return {
    text,
    lat: toFiveDecimals(lat),
    lon: toFiveDecimals(lon),
    ...(roadOwner !== undefined && { roadOwner }),
  }
}

/**
 * Whether others may read where a case is: a place that the register knows, or of a report that was made for others to read.
 * Who talks to the bot was not told that the world listens, and a place in their own words may hold anything.
 */
export const mayShowPlace = (
  { place, channel }: Pick<MadeCase, 'place' | 'channel'>,
  places: Places,
): boolean =>
  place !== undefined && (channel === 'open311' || ['known', 'street'].includes(places.find(place.text).kind))
