// What every reader of a dialog's parts needs: the names, the texts, the actions, and where findings go.
import type { Place } from '../../../contracts/basics/finding'
import { channels, type Channel } from '../../../contracts/talk/message'
import type { Texts } from '../../../contracts/talk/texts'
import { isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'
import { writtenText, type WrittenText } from '../../../yaml/written-text'
import type { Expression } from '../../model/condition'
import { tooLong } from '../../condition/condition-fault'
import { words } from '../../model/finding'
import type { ActionType } from '../../model/model'
import { parseCondition } from '../../condition/parse-condition'
import type { Callable } from './call-sites'
import { reportLabel } from './report-label'
import { checkCondition, checkIsYesNo, type Kind } from './check-condition'
import { constantOf, repeatedPart } from './constant-condition'
import { channelProperties } from '../fields/field-words'
import type { NameTable } from './name-table'
import { asText, checkKeys } from '../fields/read-fields'
import { resolveNames } from './resolve-names'
import type { Report } from '../fields/report'
import type { TextTable } from '../fields/texts'

export interface DialogReading {
  readonly report: Report
  readonly actions: ReadonlyMap<string, ActionType>
  readonly callable: Callable
  /** Days that the city keeps each class of records. */
  readonly keepDays: Readonly<Record<string, number>>
  /** Both this dialog and the city say that it may ask for a personal identity number. */
  readonly mayAskPersonId: boolean
  readonly names: NameTable
  readonly texts: TextTable
  /** Where each expression is written, for the checks of the flow. */
  readonly written: Map<Expression, WrittenText>
  /** Words of the steps that were left out after a finding; what only follows from their absence is not told. */
  readonly dropped: Set<string>
  /** Ids given by staff, so that none is given twice. */
  readonly ids: Set<string>
  /** The next number for a step without a name: `if:3`. */
  count(kind: string): number
}

/** Longest condition, in characters; the longest known has a tenth of this. */
const longestCondition = 2_000

/** Reads an expression; undefined after its findings. */
export function readExpression(
  scalar: YamlScalar,
  reading: DialogReading,
): { readonly expression: Expression; readonly kind: Kind } | undefined {
  if (scalar.text.length > longestCondition) {
    reading.report.fault('D041', scalar, tooLong(longestCondition))
    return undefined
  }
  const written = writtenText(scalar)
  const parsed = parseCondition(scalar.text, written)
  if (parsed.kind === 'faulty') {
    if (!scalar.damaged && !reportLabel(written, reading))
      parsed.findings.forEach((found) => reading.report.add(found))
    return undefined
  }
  const expression = resolveNames(parsed.expression, reading.names)
  reading.written.set(expression, written)
  return { expression, kind: checkCondition(expression, written, reading.names, reading.report) }
}

/** Reads a condition, which must be a yes or a no. */
export function readCondition(node: YamlNode, name: string, reading: DialogReading): Expression | undefined {
  const scalar = asText(node, name, reading.report)
  const before = reading.report.count()
  const read = scalar === undefined ? undefined : readExpression(scalar, reading)
  if (scalar === undefined || read === undefined) return undefined
  const written = writtenText(scalar)
  checkIsYesNo(read.kind, written, reading.report)
  // A wrong name makes a comparison constant; the name is the fault.
  if (reading.report.count() === before) reportConstant(read.expression, written, reading, false)
  return read.expression
}

/** D043 for a condition that only comes out one way. `mayLack`: it is looked at before its answers are given, too. */
export function reportConstant(
  expression: Expression,
  written: WrittenText,
  { names, report }: DialogReading,
  mayLack: boolean,
): void {
  const twice = repeatedPart(expression)
  if (twice !== undefined) {
    const text = written.text.slice(twice.span.start, twice.span.end)
    const at = written.place(twice.span.start, twice.span.end)
    report.fault(
      'D043',
      at,
      words(
        `"${text}" står två gånger`,
        `"${text}" stands twice`,
        'Ta bort den ena, eller rätta den till det som menas.',
        'Remove one of them, or change it to what is meant.',
      ),
    )
  }
  const constant = constantOf(expression, names, mayLack)
  if (constant === undefined) return
  report.fault(
    'D043',
    written.place(0, written.text.length),
    constant
      ? words(
          `"${written.text}" är alltid sant`,
          `"${written.text}" is always true`,
          'Ta bort villkoret, eller rätta det.',
          'Remove the condition, or correct it.',
        )
      : words(
          `"${written.text}" kan aldrig vara sant`,
          `"${written.text}" can never be true`,
          'Rätta villkoret, eller ta bort steget.',
          'Correct the condition, or remove the step.',
        ),
  )
}

/** `only if` of a step, as the part of the step it becomes. */
export function readOnlyIf(step: YamlMap, reading: DialogReading): { readonly onlyIf?: Expression } {
  const node = valueOf(step, 'only if')
  const onlyIf = node === undefined ? undefined : readCondition(node, 'only if', reading)
  return onlyIf === undefined ? {} : { onlyIf }
}

/** The id of a text: what staff wrote, or `otherwise`. D004 when it is taken. */
export function readId(step: YamlMap, otherwise: string, { ids, report, names }: DialogReading): string {
  const id = valueOf(step, 'id')
  const scalar = id === undefined || isEmpty(id) ? undefined : asText(id, 'id', report)
  if (scalar === undefined) return otherwise
  const role = names.get(scalar.text)?.role
  if (ids.has(scalar.text) || role === 'answer' || role === 'confirmation') {
    report.fault(
      'D004',
      scalar,
      words(
        `namnet "${scalar.text}" används redan`,
        `the name "${scalar.text}" is used already`,
        'Skriv ett annat efter id:.',
        'Write another one after id:.',
      ),
    )
  }
  ids.add(scalar.text)
  return scalar.text
}

export interface StepText {
  readonly id: string
  /** The step's own property: `question`. */
  readonly property: string
  readonly value: YamlNode | undefined
  readonly step: YamlMap
}

/** A text of a step together with the ones its `sms:` and `web:` say instead. */
export function readStepText(
  { id, property, value, step }: StepText,
  reading: DialogReading,
): Texts | undefined {
  const { report, texts } = reading
  const text = value === undefined ? undefined : asText(value, property, report)
  if (text === undefined) return undefined
  const added = texts.add({ id, kind: 'text', text: writtenText(text) })
  for (const channel of channels) {
    const own = channelMap(step, channel)
    const override = own === undefined ? undefined : valueOf(own, property)
    const overrideText = override === undefined ? undefined : asText(override, property, report)
    if (overrideText !== undefined) texts.add({ id, kind: 'text', channel, text: writtenText(overrideText) })
  }
  return added
}

/** D001 for what a step of this kind cannot say differently on a channel. */
export function checkChannels(step: YamlMap, word: string, { report }: DialogReading): void {
  for (const channel of channels) {
    const own = channelMap(step, channel)
    if (own !== undefined) {
      const where = { sv: `under "${channel}:" i ett "${word}"`, en: `under "${channel}:" of a "${word}"` }
      checkKeys(own, channelProperties[word] ?? [], where, report)
    } else if (valueOf(step, channel) !== undefined) {
      report.fault(
        'D005',
        valueOf(step, channel) ?? step,
        words(
          `"${channel}" ska vara rader med namn: värde`,
          `"${channel}" must be lines of name: value`,
          `Skriv till exempel ${channel}: { ${channelProperties[word]?.[0] ?? 'say'}: "…" }.`,
          `Write for example ${channel}: { ${channelProperties[word]?.[0] ?? 'say'}: "…" }.`,
        ),
      )
    }
  }
}

function channelMap(step: YamlMap, channel: Channel): YamlMap | undefined {
  const own = valueOf(step, channel)
  return own?.kind === 'map' ? own : undefined
}

/** Where a step is shown: its word and what stands right after it. */
export const placeOfStep = (word: YamlScalar, value: YamlNode): Place =>
  value.kind === 'scalar' ? word.source.place(word.start, value.end) : word.place
