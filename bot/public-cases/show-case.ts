// A case as the world may see it.
import type { Case } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import { sourceLanguage } from '../contracts/talk/language'
import type { Places } from '../contracts/city/known-place'
import type { CaseService, PublicCase } from '../contracts/cases/public-cases'
import { textIn } from '../dialog/showing/show-value'
import { mayShowPlace } from '../places/place-of-case'

export interface ShowParts {
  readonly city: City
  readonly places: Places
  readonly mask: (text: string) => string
}

/** Words are shown only of reports that were made for others to read, and masked once more. */
export function showCase(found: Case, service: CaseService, { city, places, mask }: ShowParts): PublicCase {
  const { number, status, fixed, at, history, department, place, description, channel } = found
  const isPublic = channel === 'open311'
  const owner = city.departments.get(department)?.name
  return {
    number,
    service,
    status,
    fixed,
    at,
    updatedAt: history.at(-1)?.at ?? at,
    department: owner === undefined ? department : textIn(owner, sourceLanguage),
    ...(place !== undefined && mayShowPlace(found, places) && { address: mask(place.text) }),
    ...(place?.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
    ...(isPublic && description !== undefined && { description: mask(description) }),
  }
}
