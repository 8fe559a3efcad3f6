// Reads a `forget`, and finds the one that would only go round: nothing new is asked after it.
import { writtenText } from '../../../yaml/written-text'
import { words, type Words } from '../../model/finding'
import type { AskStep, ForgetStep } from '../../model/model'
import { placeOfStep, readOnlyIf, type DialogReading } from '../names/dialog-reading'
import { mayBeCollected, type FlowState } from './flow-state'
import { asText } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'
import type { StepSource } from '../names/step-source'

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

/** D023: the walk would come back here as it was, because the question stands later or answers itself. True when nothing is told. */
export function checkForget(
  { name, place }: ForgetStep,
  ask: AskStep | undefined,
  state: FlowState,
  { report }: DialogReading,
): boolean {
  const fault = whyNothingIsAsked(name, ask, state)
  if (fault !== undefined) report.fault('D023', place, fault)
  return fault === undefined
}

function whyNothingIsAsked(name: string, ask: AskStep | undefined, state: FlowState): Words | undefined {
  if (!mayBeCollected(state, name))
    return words(
      `"${name}" har inte frågats om före det här steget, så det finns inget att glömma`,
      `"${name}" was not asked before this step, so there is nothing to forget`,
      'Skriv namnet på en fråga som ställs tidigare på samma väg.',
      'Write the name of a question that is asked earlier on the same way.',
    )
  if (ask?.default === undefined) return undefined
  return words(
    `"${name}" får alltid samma svar av "default", så frågan ställs inte igen`,
    `"${name}" always gets the same answer from "default", so it is not asked again`,
    'Ta bort "default" från frågan.',
    'Remove "default" from the question.',
  )
}

/** D023 for a `forget` that every way comes to: the dialog has no end. */
export const reportRing = ({ name, place }: ForgetStep, { report }: DialogReading): void =>
  report.fault(
    'D023',
    place,
    words(
      `svaret på "${name}" glöms varje gång, så frågan ställs om och om igen och dialogen tar aldrig slut`,
      `the answer to "${name}" is forgotten every time, so the question is asked again and again and the dialog never ends`,
      'Ta bort "forget", eller skriv "only if:" under det med när frågan ska ställas igen.',
      'Remove the "forget", or write "only if:" below it with when the question shall be asked again.',
    ),
  )
