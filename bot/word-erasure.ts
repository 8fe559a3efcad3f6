// What a resident who had a conversation deleted is told when something of it must be kept, in the city's own words.
import type { City, WordingKey } from './contracts/city'
import type { Language } from './contracts/language'
import type { Erasure } from './contracts/legal-hold'
import { note, renderSaid } from './dialog/said'

const keys: Readonly<Record<Exclude<Erasure, 'erased'>, WordingKey>> = {
  held: 'erasure.held',
  'partly-held': 'erasure.partly-held',
}

export const wordErasure = (city: City, erasure: Exclude<Erasure, 'erased'>, language: Language): string =>
  renderSaid(note(city, keys[erasure]), language, 'web').text
