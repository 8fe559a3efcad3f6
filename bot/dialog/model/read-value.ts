// What was read from a resident's words or tap, before it is an answer.
import type { Value } from '../../contracts/talk/value'

/** An answer as it was read, not yet in the frame. */
export interface ReadValue {
  readonly name: string
  readonly value: Value
  /** What the resident wrote or tapped. */
  readonly raw: string
  readonly source: 'typed' | 'tapped' | 'extracted'
  /** What else it may mean, in the order of likelihood: taken where the question's rule forbids the value. */
  readonly others?: readonly Value[]
}
