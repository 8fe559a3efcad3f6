// A point of the earth, and how far two of one region are apart.

export interface Point {
  /** WGS 84, degrees. */
  readonly lat: number
  readonly lon: number
}

/** Of latitude. */
export const metresPerDegree = 111_195
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Of longitude, at this latitude. */
export const metresPerDegreeEast = (lat: number): number => metresPerDegree * Math.cos(radians(lat))

/** Metres; within a few per mille up to a hundred kilometres. */
export function metresBetween(one: Point, other: Point): number {
  const north = (other.lat - one.lat) * metresPerDegree
  const east = (other.lon - one.lon) * metresPerDegreeEast((one.lat + other.lat) / 2)
  return Math.hypot(north, east)
}
