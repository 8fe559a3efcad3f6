// What the resident was asked back: "Menar du fredag 27 november eller fredag 4 december?"
import type { Frame } from '../contracts/conversation'
import type { Value } from '../contracts/value'
import type { AskStep } from './model'
import { matchOptions } from './match-options'
import { showAnswer } from './show-value'
import type { WalkEnvironment } from './walk-environment'

/** More are no help to choose between. */
export const mostOffered = 5

export const offer = (frame: Frame, values: readonly Value[]): Frame => ({ ...frame, offered: [...values] })

export const offeredLabel = (ask: AskStep, value: Value, environment: WalkEnvironment): string =>
  String(showAnswer(ask, value, environment))

/** The one of the offered values that the text means: by its number, its place, or words of it. */
export function readOffered(
  ask: AskStep,
  offered: readonly Value[],
  text: string,
  environment: WalkEnvironment,
): Value | undefined {
  if (offered.length === 0) return undefined
  const options = offered.map((value) => ({
    value,
    labels: environment.city.languages.map((language) =>
      offeredLabel(ask, value, { ...environment, language }),
    ),
  }))
  const { values, isWhole } = matchOptions(options, text)
  return isWhole && values.length === 1 ? values[0] : undefined
}
