// Reads a `forget`, and finds the one that would only go round: nothing new is asked after it.
import { writtenText } from '../../yaml/written-text'
import { words } from '../finding'
import type { AskStep, ForgetStep } from '../model'
import { placeOfStep, readOnlyIf, type DialogReading } from './dialog-reading'
import { mayBeCollected, type FlowState } from './flow-state'
import { asText } from './read-fields'
import { reportUnknown } from './report'
import type { StepSource } from './step-source'

/** D040 for a name the dialog does not have, D023 for one that is no question. */
export function readForget({ step, key, value }: StepSource, reading: DialogReading): ForgetStep | undefined {
  const { names, report } = reading
  const name = asText(value, 'forget', report)
  const onlyIf = readOnlyIf(step, reading)
  if (name === undefined) return undefined
  const known = names.get(name.text)
  if (known === undefined && !names.someUnknown) {
    const questions = [...names.values()].filter(({ role }) => role === 'answer').map((one) => one.name)
    reportUnknown(report, 'D040', writtenText(name), questions, {
      sv: 'ingen fråga i dialogen',
      en: 'no question of the dialog',
    })
    return undefined
  }
  if (known !== undefined && known.role !== 'answer') {
    report.fault(
      'D023',
      name,
      words(
        `"${name.text}" är ingen fråga, så inget frågas om igen`,
        `"${name.text}" is no question, so nothing is asked again`,
        'Skriv namnet på den fråga som ska ställas igen.',
        'Write the name of the question that shall be asked again.',
      ),
    )
    return undefined
  }
  const count = reading.count(`forget:${name.text}`)
  return {
    kind: 'forget',
    key: count === 1 ? `forget:${name.text}` : `forget:${name.text}:${count}`,
    place: placeOfStep(key, value),
    name: name.text,
    ...onlyIf,
  }
}

/** D023: the walk would come back here as it was, because the question stands later or answers itself. */
export function checkForget(
  { name, place }: ForgetStep,
  ask: AskStep | undefined,
  state: FlowState,
  { report }: DialogReading,
): void {
  if (!mayBeCollected(state, name)) {
    report.fault(
      'D023',
      place,
      words(
        `"${name}" har inte frågats om före det här steget, så det finns inget att glömma`,
        `"${name}" was not asked before this step, so there is nothing to forget`,
        'Skriv namnet på en fråga som ställs tidigare på samma väg.',
        'Write the name of a question that is asked earlier on the same way.',
      ),
    )
  } else if (ask?.default !== undefined) {
    report.fault(
      'D023',
      place,
      words(
        `"${name}" får alltid samma svar av "default", så frågan ställs inte igen`,
        `"${name}" always gets the same answer from "default", so it is not asked again`,
        'Ta bort "default" från frågan.',
        'Remove "default" from the question.',
      ),
    )
  }
}
