// What the resident was asked back: "Menar du fredag 27 november eller fredag 4 december?"
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import type { AskStep } from '../model/model'
import { matchOptions } from '../words/match-options'
import { optionLabel, type ShownOptions } from '../model/pick-options'
import { showAnswer } from '../showing/show-value'
import type { WalkEnvironment } from '../model/walk-environment'

/** More are no help to choose between. */
export const mostOffered = 5

export const offer = (frame: Frame, values: readonly Value[]): Frame => ({ ...frame, offered: [...values] })

export function offeredLabel(
  ask: AskStep,
  value: Value,
  environment: WalkEnvironment,
  options?: ShownOptions,
): string {
  const option = options?.all.find(({ id }) => id === value)
  return option === undefined
    ? String(showAnswer(ask, value, environment))
    : optionLabel(option.label, environment.language)
}

/** The one of the offered values that the text means: by its number, its place, or words of it. */
export function readOffered(
  ask: AskStep,
  offered: readonly Value[],
  text: string,
  environment: WalkEnvironment,
  options?: ShownOptions,
): Value | undefined {
  if (offered.length === 0) return undefined
  const labelled = offered.map((value) => ({
    value,
    labels: environment.city.languages.map((language) =>
      offeredLabel(ask, value, { ...environment, language }, options),
    ),
  }))
  const { values, share } = matchOptions(labelled, text)
  return share === 1 && values.length === 1 ? values[0] : undefined
}
