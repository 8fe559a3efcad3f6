// Places of the city that are known by their coordinates: what addresses and landmarks that residents write are held against.

import type { Point } from '../basics/point'

export interface KnownPlace extends Point {
  /** As residents read it: `Drottninggatan 5 B`, `Busstorget`, `Storgatan 3, Ödåkra`. Found again by this text. */
  readonly text: string
  /** Of a house or a landmark, where the city's file says it: `kommun`, `trafikverket`, `enskild`. */
  readonly roadOwner?: string
  /** What the coordinates are of; `near` is the closest house of that street that is known. */
  readonly precision: 'house' | 'near' | 'street' | 'landmark' | 'crossing'
}

export interface RankedPlace {
  readonly place: KnownPlace
  /** 1 as written in the register, 0 nothing alike. */
  readonly score: number
}

export type PlaceFinding =
  | { readonly kind: 'known'; readonly place: KnownPlace }
  /** A street without a number; the place is its middle. */
  | { readonly kind: 'street'; readonly place: KnownPlace }
  /** One of these may be meant, likeliest first; at most four. */
  | { readonly kind: 'near'; readonly places: readonly KnownPlace[] }
  | { readonly kind: 'unknown' }

export interface Places {
  /** What a text that is an address or a place and nothing else means. Deterministic; never throws, whatever the text. */
  find(text: string): PlaceFinding
  /** All that comes near, best first. */
  rank(text: string, limit: number): readonly RankedPlace[]
  /** Coordinates for a text that is kept as it was written ("lekplatsen i Stadsparken"); never of what only resembles it. */
  locate(text: string): KnownPlace | undefined
  /** The known house or landmark closest to a point, at most `withinMetres` away. */
  nearest(point: Point, withinMetres: number): KnownPlace | undefined
}

/** Of a city that supplied no addresses. */
export const noPlaces: Places = {
  find: () => ({ kind: 'unknown' }),
  rank: () => [],
  locate: () => undefined,
  nearest: () => undefined,
}
