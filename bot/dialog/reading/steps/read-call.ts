// Reads a `call`: which dialog, what is taken over from it, and what happens when it does not end well.
import { isEmpty, valueOf, type YamlNode } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { ActionType, CallStep, Step } from '../../model/model'
import { givesOf, type CalledDialog } from '../names/call-sites'
import { placeOfStep, readOnlyIf, type DialogReading } from '../names/dialog-reading'
import { asText, headOf, reportUnusable } from '../fields/read-fields'
import { readFailures } from './read-failures'
import { reportUnknown } from '../fields/report'
import type { StepSource } from '../names/step-source'

type ReadSteps = (node: YamlNode | undefined, reading: DialogReading) => readonly Step[]

/** A call's steps are put in when all dialogs are read: see `linkCalls`. */
export function readCall(
  { step, key, value }: StepSource,
  reading: DialogReading,
  readSteps: ReadSteps,
): CallStep | undefined {
  const name = asText(value, 'call', reading.report)
  if (name === undefined) return undefined
  const called = reading.callable.find(name.text)
  const onlyIf = readOnlyIf(step, reading)
  if (called === undefined && !reading.callable.ids.includes(name.text)) {
    reportUnknown(reading.report, 'D010', writtenText(name), reading.callable.ids, {
      sv: 'ingen dialog',
      en: 'no dialog',
    })
  }
  const failures = called?.statuses.filter((status) => status !== 'done')
  const ifFails = readFailures({ step, name, failures, mayFailOtherwise: false }, reading, readSteps)
  const gives = readGives(step, called, reading)
  if (called === undefined) return undefined
  const count = reading.count(`call:${name.text}`)
  return {
    kind: 'call',
    key: count === 1 ? `call:${name.text}` : `call:${name.text}:${count}`,
    place: placeOfStep(key, value),
    dialog: name.text,
    gives,
    ifFails,
    steps: [],
    ...onlyIf,
  }
}

/** D012 for a name the called dialog does not have. */
function readGives(
  step: StepSource['step'],
  called: CalledDialog | undefined,
  { report }: DialogReading,
): CallStep['gives'] {
  const node = valueOf(step, 'gives')
  if (node?.kind === 'scalar' && !isEmpty(node)) {
    reportUnusable(
      report,
      headOf(node),
      '"gives" ska vara en lista',
      '"gives" must be a list',
      'Skriv gives: [namn], eller gives: { namn här: namn där }.',
      'Write gives: [name], or gives: { name here: name there }.',
    )
  }
  return givesOf(step).map(({ as, from }) => {
    if (called !== undefined && !isTakeable(called, from.text)) {
      reportUnknown(report, 'D012', writtenText(from), takeable(called), {
        sv: `inget som "${called.id}" ger`,
        en: `nothing that "${called.id}" gives`,
      })
    }
    return { from: from.text, as: as.text }
  })
}

const isTakeable = ({ names }: CalledDialog, name: string): boolean =>
  ['answer', 'result', 'value'].includes(names.get(name)?.role ?? '')

const takeable = (called: CalledDialog): readonly string[] =>
  [...called.names.keys()].filter((name) => isTakeable(called, name) && !name.includes('.'))

/** A called dialog as a test's `given` sees it: what it gives, and how it can fail. */
export const asAction = ({ id, names, statuses }: CalledDialog): ActionType => ({
  name: id,
  effect: 'read',
  takes: [],
  optionalTakes: [],
  gives: new Map([...names].map(([name, { types }]) => [name, types[0] ?? 'text'])),
  givesCodes: new Map([...names].map(([name, { codes }]) => [name, codes])),
  fails: statuses.filter((status) => status !== 'done'),
})

/** D044: without start phrases a dialog is only there to be called. */
export function reportUncalled(id: YamlNode, { report }: Pick<DialogReading, 'report'>): void {
  report.fault(
    'D044',
    id,
    words(
      'dialogen har inga startfraser, och ingen anropar den',
      'the dialog has no start phrases, and nobody calls it',
      'Lägg till start: med minst tre fraser, eller anropa den med "call".',
      'Add start: with at least three phrases, or call it with "call".',
    ),
  )
}
