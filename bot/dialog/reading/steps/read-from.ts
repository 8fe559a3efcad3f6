// Reads `from`: where the options of a question come from, how many are shown, and what happens when there are none.
import { entryOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { ActionType, DoStep, OptionSource } from '../../model/model'
import { readInputs } from '../actions/action-inputs'
import type { DialogReading } from '../names/dialog-reading'
import { readBranch, readFailures, type ReadSteps } from './read-failures'
import { asText, optionalMap, optionalText, reportUnusable } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

/** Words that only a question with options has. */
const ofOptions = ['with', 'show', 'if none'] as const

export interface ReadOptions {
  readonly pick: OptionSource
  readonly ifFails: DoStep['ifFails']
}

/** Undefined without a `from`, and after the findings of one that leads nowhere. */
export function readFrom(
  step: YamlMap,
  name: string,
  reading: DialogReading,
  readSteps: ReadSteps,
): ReadOptions | undefined {
  const written = valueOf(step, 'from')
  if (written === undefined) {
    reportStray(step, reading)
    return undefined
  }
  const from = asText(written, 'from', reading.report)
  const show = { web: readShow(step, 'web', reading), sms: readShow(step, 'sms', reading) }
  const none = valueOf(step, 'if none')
  const ifNone = none === undefined ? undefined : readBranch(none, `${name}.none`, reading, readSteps)
  if (from === undefined) return undefined
  const action = reading.actions.get(from.text)
  const ifFails = readOptionFailures(step, from, action, ifNone !== undefined, reading, readSteps)
  const source =
    action === undefined ? resultSource(step, from, reading) : actionSource(step, from, action, reading)
  if (source === undefined) return undefined
  return { pick: { from: source, show, ...(ifNone && { ifNone }) }, ifFails }
}

function reportStray(step: YamlMap, { report }: DialogReading): void {
  for (const word of ofOptions) {
    const entry = entryOf(step, word)
    if (entry === undefined) continue
    reportUnusable(
      report,
      entry.key,
      `"${word}" hör till en fråga med "from"`,
      `"${word}" belongs to a question with "from"`,
    )
  }
}

const usualShow = 5
const mostShown = 9

/** What the channel says goes before what the question says. */
function readShow(step: YamlMap, channel: 'web' | 'sms', { report }: DialogReading): number {
  const own = valueOf(step, channel)
  const scalar =
    (own?.kind === 'map' ? optionalText(own, 'show', report) : undefined) ??
    optionalText(step, 'show', report)
  if (scalar === undefined) return usualShow
  const count = Number(scalar.text)
  if (Number.isInteger(count) && count >= 1 && count <= mostShown) return count
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är inget antal från 1 till ${mostShown}`,
    `"${scalar.text}" is no count from 1 to ${mostShown}`,
  )
  return usualShow
}

const listsOf = ({ gives }: ActionType): readonly string[] =>
  [...gives].filter(([, type]) => type === 'list').map(([name]) => name)

/** D012 for an action that changes something, or that gives no list or several. */
function actionSource(
  step: YamlMap,
  from: YamlScalar,
  action: ActionType,
  reading: DialogReading,
): OptionSource['from'] | undefined {
  const inputs = readInputs(step, from, action, reading)
  const [gives, ...others] = listsOf(action)
  if (action.effect === 'write') {
    reading.report.fault(
      'D012',
      from,
      words(
        `"${from.text}" ändrar något, och kan inte läsas för att visa alternativ`,
        `"${from.text}" changes things, and cannot be read to show options`,
      ),
    )
    return undefined
  }
  if (gives === undefined || others.length > 0) {
    reading.report.fault(
      'D012',
      from,
      words(
        `"${from.text}" måste svara med precis en lista`,
        `"${from.text}" must give exactly one list`,
        'Det står i actions.yaml under gives: … list.',
        'It stands in actions.yaml under gives: … list.',
      ),
    )
    return undefined
  }
  return { kind: 'action', action: from.text, with: inputs, gives }
}

/** D012 for a name that is no list, D010 for one that is nothing at all. */
function resultSource(
  step: YamlMap,
  from: YamlScalar,
  { report, names, actions }: DialogReading,
): OptionSource['from'] | undefined {
  const inputs = entryOf(step, 'with')
  if (inputs !== undefined)
    reportUnusable(
      report,
      inputs.key,
      `"with" hör till en handling, och "${from.text}" är ingen`,
      `"with" belongs to an action, and "${from.text}" is none`,
    )
  optionalMap(step, 'with', report)
  const known = names.get(from.text)
  if (known?.role === 'result' && known.types.includes('list'))
    return { kind: 'result', name: from.text, place: from.place }
  if (known !== undefined) {
    report.fault(
      'D012',
      from,
      words(
        `"${from.text}" är ingen lista att välja ur`,
        `"${from.text}" is no list to choose from`,
        'Skriv en handling som läser en lista, eller en lista som en handling har svarat med.',
        'Write an action that reads a list, or a list that an action has given.',
      ),
    )
    return undefined
  }
  if (names.someUnknown) return undefined
  const readable = [...actions.values()].filter((one) => one.effect === 'read' && listsOf(one).length === 1)
  const lists = [...names.values()].filter(({ role, types }) => role === 'result' && types.includes('list'))
  reportUnknown(
    report,
    'D010',
    writtenText(from),
    [...readable, ...lists].map((one) => one.name),
    {
      sv: 'ingen handling som läser en lista, och ingen lista',
      en: 'no action that reads a list, and no list',
    },
  )
  return undefined
}

/** D031 when nothing is written for an action that finds nothing or fails; `if none` covers both. */
function readOptionFailures(
  step: YamlMap,
  from: YamlScalar,
  action: ActionType | undefined,
  hasNone: boolean,
  reading: DialogReading,
  readSteps: ReadSteps,
): DoStep['ifFails'] {
  if (entryOf(step, 'if fails') !== undefined) {
    const failures = action === undefined ? undefined : [...action.fails, 'unavailable']
    return readFailures(
      { step, name: from, failures, mayFailOtherwise: true, restIsWritten: hasNone },
      reading,
      readSteps,
    )
  }
  if (action !== undefined && !hasNone)
    reading.report.fault(
      'D031',
      from,
      words(
        `vad händer om "${from.text}" inte ger något att välja på?`,
        `what happens when "${from.text}" gives nothing to choose from?`,
        'Lägg till if none: { handoff: … }.',
        'Add if none: { handoff: … }.',
      ),
    )
  return new Map()
}
