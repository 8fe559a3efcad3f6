// A file of `knowledge/places/`, and what one row of it says.

export interface PlaceFile {
  /** As findings name it: `knowledge/places/adresser.csv`. */
  readonly path: string
  readonly text: string
}

export const isPlaceFileName = (name: string): boolean => /\.csv$/i.test(name)

export interface PlaceRow {
  /** A landmark's name; a row has this, or a street with a number, or both. */
  readonly name?: string
  readonly street?: string
  /** `12` or `12 B`. */
  readonly number?: string
  /** The locality (`ort`); empty when the file does not say. */
  readonly area: string
  readonly lat: number
  readonly lon: number
  /** Who owns the road there: `kommun`, `trafikverket`, `enskild`. */
  readonly roadOwner?: string
}

/** `12b`, `12 B` → `12 B`; undefined for what is no number of a house. */
export function readHouseNumber(text: string): string | undefined {
  const match = /^([1-9]\d{0,3})\s?(\p{L})?$/u.exec(text.trim())
  if (match?.[1] === undefined) return undefined
  return match[2] === undefined ? match[1] : `${match[1]} ${match[2].toUpperCase()}`
}
