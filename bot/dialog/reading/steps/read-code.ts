// Reads what belongs to a question for a one-time code: where it is sent, and what then when it is not given.
import type { AnswerType } from '../../../contracts/talk/value'
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { AskStep } from '../../model/model'
import { readExpression, type DialogReading } from '../names/dialog-reading'
import { readFailures, type ReadSteps } from './read-failures'
import { reportUnusable, requireText } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

interface Asked {
  readonly step: YamlMap
  readonly name: YamlScalar
}

/** D005 for what a code cannot have and for `to` without a code, D031 without `if fails`, D040 for a `to` that is no phone. */
export function readCode(
  { step, name }: Asked,
  types: readonly AnswerType[],
  reading: DialogReading,
  readSteps: ReadSteps,
): Pick<AskStep, 'to' | 'ifFails'> {
  const { report } = reading
  if (!types.includes('code')) {
    for (const word of ['to', 'if fails']) {
      const entry = entryOf(step, word)
      const isOfOptions = word === 'if fails' && valueOf(step, 'from') !== undefined
      if (entry !== undefined && !isOfOptions)
        reportUnusable(
          report,
          entry.key,
          `"${word}" hör till typen code`,
          `"${word}" belongs to the type code`,
        )
    }
    return {}
  }
  reportUnfit(step, types, reading)
  const ifFails = readFailures({ step, name, failures: [], mayFailOtherwise: true }, reading, readSteps)
  const to = readTo(step, reading)
  return to === undefined ? {} : { to, ifFails }
}

function reportUnfit(step: YamlMap, types: readonly AnswerType[], { report }: DialogReading): void {
  const type = valueOf(step, 'type')
  if (types.length > 1 && type !== undefined)
    reportUnusable(
      report,
      type,
      'en kod kan inte vara ett svar av annat slag också',
      'a code cannot be an answer of another type too',
    )
  for (const word of ['optional', 'default', 'must', 'keep']) {
    const entry = entryOf(step, word)
    if (entry !== undefined)
      reportUnusable(
        report,
        entry.key,
        `"${word}" kan inte stå vid en kod`,
        `"${word}" cannot stand with a code`,
        'Ta bort raden.',
        'Remove the line.',
      )
  }
}

function readTo(step: YamlMap, reading: DialogReading): AskStep['to'] {
  const { names, report } = reading
  const written = requireText(step, 'to', report)
  if (written === undefined || isEmpty(written)) return undefined
  const phones = [...names.values()].filter(
    ({ role, types }) => (role === 'answer' || role === 'result') && types.join() === 'phone',
  )
  const known = names.get(written.text)
  const isUnknown = known === undefined || known.types.length === 0
  if (!phones.some(({ name }) => name === written.text)) {
    if (!isUnknown || !names.someUnknown)
      reportUnknown(
        report,
        'D040',
        writtenText(written),
        phones.map(({ name }) => name),
        { sv: 'inget svar av typen phone', en: 'no answer of the type phone' },
      )
    return undefined
  }
  return readExpression(written, reading)?.expression
}
