// Whether a place lies in our city, as far as its words tell: residents name the town when it is another one.
import type { City } from '../../contracts/city/city'
import type { Value } from '../../contracts/talk/value'
import { madeOnce } from '../../contracts/basics/made-once'
import { fold, wordsOf } from './fold-words'

/** Framed in spaces, so that a name is found as whole words only. */
const framed = (text: string): string => ` ${wordsOf(text).map(fold).join(' ')} `

/** Made once a city: every walk past an address asks. */
const framedNames = madeOnce((names: City['placesOutside']): readonly string[] => names.map(framed))

/** False when the address names a place outside the city as whole words; true for everything else. */
export function isInsideCity(address: Value, city: City): boolean {
  if (typeof address !== 'string') return false
  const line = framed(address)
  return !framedNames(city.placesOutside).some((name) => line.includes(name))
}
