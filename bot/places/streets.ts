// The streets of a city with their houses, and its landmarks: made once from the rows of the files.
import { metresBetween, type Point } from '../contracts/basics/point'
import { between } from './coordinates'
import type { PlaceRow } from './place-file'
import { placeKey } from './place-names'

export interface House extends Point {
  /** `12` or `12 B`. */
  readonly number: string
  readonly roadOwner?: string
}

export interface Street {
  readonly kind: 'street'
  readonly name: string
  /** The locality; empty for the city's own. */
  readonly area: string
  /** By number, then letter. */
  readonly houses: readonly House[]
}

export interface Landmark extends Point {
  readonly kind: 'landmark'
  readonly name: string
  readonly area: string
  readonly roadOwner?: string
}

export const areaSuffix = (area: string): string => (area === '' ? '' : `, ${area}`)

interface Region {
  readonly streets: readonly Street[]
  readonly landmarks: readonly Landmark[]
}

/** The first row of a place counts. Sorted, so that the order of rows changes nothing else. */
export function toRegion(rows: readonly PlaceRow[], cityName: string): Region {
  const keyOf = remembering(placeKey)
  const streets = new Map<string, { name: string; area: string; houses: Map<string, House> }>()
  const landmarks = new Map<string, Landmark>()
  for (const { name, street, number, area: written, lat, lon, roadOwner } of rows) {
    const at = { lat, lon, ...(roadOwner !== undefined && { roadOwner }) }
    const area = keyOf(written) === keyOf(cityName) ? '' : written
    if (street !== undefined && number !== undefined) {
      const key = `${keyOf(street)}|${keyOf(area)}`
      const known = streets.get(key) ?? { name: street, area, houses: new Map<string, House>() }
      if (!known.houses.has(number)) known.houses.set(number, { number, ...at })
      streets.set(key, known)
    }
    const key = `${keyOf(name ?? '')}|${keyOf(area)}`
    if (name !== undefined && !landmarks.has(key)) landmarks.set(key, { kind: 'landmark', name, area, ...at })
  }
  return {
    streets: [...streets.values()]
      .map(({ name, area, houses }): Street => ({
        kind: 'street',
        name,
        area,
        houses: [...houses.values()].sort((a, b) => order(a.number) - order(b.number)),
      }))
      .sort(byName),
    landmarks: [...landmarks.values()].sort(byName),
  }
}

/** The same streets and localities come again with every house. */
function remembering(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const changed = known.get(text) ?? change(text)
    known.set(text, changed)
    return changed
  }
}

const byName = (a: { name: string; area: string }, b: { name: string; area: string }): number =>
  `${a.name}|${a.area}` < `${b.name}|${b.area}` ? -1 : 1

const figureOf = (number: string): number => Number.parseInt(number, 10)

/** By figure, then by letter. */
const order = (number: string): number =>
  figureOf(number) * 100 + ((/ (\p{L})$/u.exec(number)?.[1]?.charCodeAt(0) ?? 0) % 100)

/** The house of that number; without its letter when that is not known; else the closest number, of its own side first. */
export function houseAt(street: Street, number: string): { house: House; isExact: boolean } | undefined {
  const figure = figureOf(number)
  const exact = street.houses.find((house) => house.number === number)
  if (exact !== undefined) return { house: exact, isExact: true }
  const house = [...street.houses].sort((a, b) => farness(a, figure) - farness(b, figure))[0]
  return house === undefined ? undefined : { house, isExact: figureOf(house.number) === figure }
}

const farness = ({ number }: House, figure: number): number => {
  const off = Math.abs(figureOf(number) - figure)
  return off * 2 + (off % 2)
}

/** The house in the middle of the street, by number. */
export const middleOf = ({ houses }: Street): House | undefined => houses[Math.floor(houses.length / 2)]

/** Further apart than that, two streets do not meet, as far as their houses tell. */
const mostMetresApart = 200
/** Long streets are looked at house by house up to so many, evenly spread. */
const mostHouses = 250

/** Where two streets meet: between the two houses that are closest to each other. */
export function meetingPoint(one: Street, other: Street): Point | undefined {
  let closest: { metres: number; point: Point } | undefined
  for (const a of spread(one.houses))
    for (const b of spread(other.houses)) {
      const metres = metresBetween(a, b)
      if (metres <= mostMetresApart && (closest === undefined || metres < closest.metres))
        closest = { metres, point: between(a, b) }
    }
  return closest?.point
}

const spread = (houses: readonly House[]): readonly House[] => {
  const step = Math.ceil(houses.length / mostHouses)
  return step <= 1 ? houses : houses.filter((_, at) => at % step === 0)
}
