// Whether a place lies in our city, as far as its words tell: residents name the town when it is another one.
import type { City } from '../contracts/city'
import type { Value } from '../contracts/value'
import { fold, wordsOf } from './fold-words'

/** False when the address names a place outside the city as whole words; true for everything else. */
export function isInsideCity(address: Value, city: City): boolean {
  if (typeof address !== 'string') return false
  const line = ` ${wordsOf(address).map(fold).join(' ')} `
  return !city.placesOutside.some((place) => line.includes(` ${wordsOf(place).map(fold).join(' ')} `))
}
