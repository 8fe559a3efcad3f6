// The answer that counts when a resident gives none.
import type { Value } from '../../contracts/talk/value'
import type { AskStep } from './model'
import type { WalkEnvironment } from './walk-environment'

/** The day of the talk, as the default of a question for a date. */
export const todayByDefault = 'today'

export const defaultOf = (
  { default: value, types }: AskStep,
  { today }: Pick<WalkEnvironment, 'today'>,
): Value | undefined => (value === todayByDefault && types.includes('date') ? today : value)
