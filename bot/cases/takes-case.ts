// Which desk can be told of a case.
import type { MadeCase } from '../contracts/cases/case'
import type { Desk } from '../contracts/cases/case-desk'

/** GeoReport has no request without a place. */
export const takesCase = ({ kind }: Desk, { place }: Pick<MadeCase, 'place'>): boolean =>
  kind !== 'open311' || place !== undefined
