// Who of the city takes what residents bring, and how a case finds them.
import type { Desk } from '../cases/case-desk'
import type { OpeningHours } from './hours'
import type { Texts } from '../talk/texts'

/** Id of the department that takes what has no other. */
export const contactCentre = 'kontaktcenter'

export interface Department {
  readonly id: string
  readonly name: Texts
  readonly phone: string
  readonly hours: OpeningHours
  /** So many talks may wait for a person of it at once; none where it takes none. */
  readonly queue?: number
  /** After so long without a word from its person, who has a talk, the bot answers again; two hours where it is not said. */
  readonly silentMinutes?: number
  /** Where it is told of its cases; without one they are only kept. */
  readonly desk?: Desk
}

/** Which cases a department gets; what is not said is not asked. */
export interface RoutingRule {
  readonly classes?: readonly string[]
  /** Words of the place: streets, districts. */
  readonly places?: readonly string[]
  /** Of the register of addresses. */
  readonly roadOwners?: readonly string[]
  /** Whether the city's own hours are on when the case is made. */
  readonly hours?: 'open' | 'closed'
  readonly urgent?: boolean
  /** Id of the department. */
  readonly to: string
}
