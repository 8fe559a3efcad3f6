// Points as a table says them, and the middle of two.
import type { Point } from '../contracts/basics/point'

export const between = (one: Point, other: Point): Point => ({
  lat: (one.lat + other.lat) / 2,
  lon: (one.lon + other.lon) / 2,
})

/** `56.0465` or `56,0465`; undefined for anything else. */
function readDegrees(text: string): number | undefined {
  return /^-?\d{1,7}(?:[.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

const isInSweden = ({ lat, lon }: Point): boolean => lat > 55 && lat < 69.5 && lon > 10.5 && lon < 24.5

/** A point in Sweden from two fields of a table; undefined when they are none. */
export function readPoint(latText: string, lonText: string): Point | undefined {
  const [lat, lon] = [readDegrees(latText), readDegrees(lonText)]
  const point = lat === undefined || lon === undefined ? undefined : { lat, lon }
  return point !== undefined && isInSweden(point) ? point : undefined
}
