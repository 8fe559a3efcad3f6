// A point of the earth, and how far two of one region are apart.

export interface Point {
  /** WGS 84, degrees. */
  readonly lat: number
  readonly lon: number
}

const metresPerDegree = 111_195
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres; within a few per mille up to a hundred kilometres. */
export function metresBetween(one: Point, other: Point): number {
  const north = (other.lat - one.lat) * metresPerDegree
  const east = (other.lon - one.lon) * metresPerDegree * Math.cos(radians((one.lat + other.lat) / 2))
  return Math.hypot(north, east)
}
