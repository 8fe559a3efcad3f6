// A case as the world may see it.
import type { Case } from '../contracts/case'
import type { City } from '../contracts/city'
import { sourceLanguage } from '../contracts/language'
import type { Places } from '../contracts/known-place'
import type { CaseService, PublicCase } from '../contracts/public-cases'
import { textIn } from '../dialog/show-value'

export interface ShowParts {
  readonly city: City
  readonly places: Places
  readonly mask: (text: string) => string
}

/**
 * Words are shown only of reports that were made for others to read, and masked once more: who talks to the bot was not told
 * that the world listens. A place is named when the register knows it, or when it came with such a report.
 */
export function showCase(
  { number, status, fixed, at, history, department, place, description, channel }: Case,
  service: CaseService,
  { city, places, mask }: ShowParts,
): PublicCase {
  const isPublic = channel === 'open311'
  const isKnown = place !== undefined && ['known', 'street'].includes(places.find(place.text).kind)
  const owner = city.departments.get(department)?.name
  return {
    number,
    service,
    status,
    fixed,
    at,
    updatedAt: history.at(-1)?.at ?? at,
    department: owner === undefined ? department : textIn(owner, sourceLanguage),
    ...(place !== undefined && (isPublic || isKnown) && { address: mask(place.text) }),
    ...(place?.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
    ...(isPublic && description !== undefined && { description: mask(description) }),
  }
}
