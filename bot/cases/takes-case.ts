// Which desk can be told of a case.
import type { MadeCase } from '../contracts/case'
import type { Desk } from '../contracts/case-desk'

/** GeoReport has no request without a place. */
export const takesCase = ({ kind }: Desk, { place }: Pick<MadeCase, 'place'>): boolean =>
  kind !== 'open311' || place !== undefined
