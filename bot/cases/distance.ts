// How far two points of a city are from each other.
import type { CasePlace } from '../contracts/case'

const earthRadiusMetres = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres, by the haversine formula; undefined where one of them has no coordinates. */
export function metresBetween(one: CasePlace, other: CasePlace): number | undefined {
  const { lat, lon } = one
  if (lat === undefined || lon === undefined || other.lat === undefined || other.lon === undefined)
    return undefined
  const [north, east] = [radians(other.lat - lat), radians(other.lon - lon)]
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(lat)) * Math.cos(radians(other.lat)) * Math.sin(east / 2) ** 2
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)))
}
