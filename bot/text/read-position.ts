// A position as maps and phones copy it: `56.04650, 12.69450`.
import type { Point } from '../contracts/basics/point'

const form = /^\s*(?:geo:)?(\d{1,2}\.\d{3,12})[,;]?\s*(\d{1,3}\.\d{3,12})\s*$/

/** Undefined for any other text, and for a point that is not on the globe. */
export function readPosition(text: string): Point | undefined {
  const match = text.length > 60 ? null : form.exec(text)
  const [lat, lon] = [Number(match?.[1]), Number(match?.[2])]
  return match === null || lat > 90 || lon > 180 ? undefined : { lat, lon }
}

/** To a metre. */
export const showPosition = ({ lat, lon }: Point): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`
