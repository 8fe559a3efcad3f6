// Something that looks like personal data, with its place in the skeleton.
import type { PersonalDataKind } from '../contracts/talk/personal-data'

export interface Hit {
  readonly kind: PersonalDataKind
  readonly start: number
  readonly end: number
  /** Of a phone number E.164, of an e-mail address all of it in lower case: what it is compared by. */
  readonly value?: string
}

/** Finds what is of one kind. Time grows with the text's length: no pattern may look further than a few dozen signs. */
export type Find = (skeleton: string, today: string) => readonly Hit[]

const longestContext = 24

/** What stands before a place, in lower case. */
export const contextBefore = (skeleton: string, start: number): string =>
  skeleton.slice(Math.max(0, start - longestContext), start).toLowerCase()

/** Every match, also one that begins amid another that `accept` has turned down. */
export function matchesOf(
  skeleton: string,
  pattern: RegExp,
  accept: (match: RegExpExecArray) => Hit | undefined,
): readonly Hit[] {
  const hits: Hit[] = []
  const search = new RegExp(pattern)
  for (let match = search.exec(skeleton); match !== null; match = search.exec(skeleton)) {
    const hit = accept(match)
    if (hit === undefined) search.lastIndex = match.index + 1
    else {
      hits.push(hit)
      search.lastIndex = hit.end
    }
  }
  return hits
}
