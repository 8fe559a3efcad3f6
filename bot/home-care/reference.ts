// References of other systems: a visit, a client, a page in a file. They name a thing and tell nothing of it.
import { findPersonIds } from '../privacy/find-person-ids'

/** No blanks, so no sentence and no full name; between three and sixty-four signs. */
const reference = /^[\p{L}\d][\p{L}\d._:/@-]{1,62}[\p{L}\d]$/u
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** No personal identity number either. @param today ISO date */
export const isReference = (text: string, today: string): boolean =>
  uuid.test(text) || (reference.test(text) && findPersonIds(text, today).length === 0)

/** Names nobody: a name alone has no digit. */
export const isOpaque = (text: string, today: string): boolean => isReference(text, today) && /\d/.test(text)
