// Reads an `ask`: the question, what counts as an answer to it, and what is said to an answer that does not.
import type { AnswerType, Value } from '../../contracts/value'
import { entryOf, isEmpty, scalarOf, valueOf, type YamlMap, type YamlScalar } from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import { todayByDefault } from '../default-of'
import { isTime } from '../find-times'
import { words } from '../finding'
import type { AskStep, ChoiceOption } from '../model'
import { answerTypes } from '../../contracts/value'
import { placeOfStep, readCondition, readOnlyIf, readStepText, type DialogReading } from './dialog-reading'
import { checkKeep } from './check-keep'
import { readDuration } from './durations'
import { checkPersonId } from './read-person-id'
import { checkAlone, readFiles } from './read-files'
import { readFrom } from './read-from'
import { readPurpose } from './read-purpose'
import { readUnsure } from './read-unsure'
import { readCode } from './read-code'
import { readChoices } from './read-choices'
import type { ReadSteps } from './read-failures'
import { asText, isIsoDate, optionalText, optionalYesNo, reportUnusable } from './read-fields'
import { readQuestion, type StepSource } from './step-source'
import { reportUnknown } from './report'
import { isAnswerType, isYesNoCodes, meantTypes, splitTypes, typesOfChoices } from './types'

/** @param list stands before the name of an inner question: `items` and `what` make `items.what` */
export function readAsk(
  { step, key, value }: StepSource,
  reading: DialogReading,
  readSteps: ReadSteps,
  list?: string,
): AskStep | undefined {
  const named = asText(value, 'ask', reading.report)
  if (named === undefined) return undefined
  const name = list === undefined ? named.text : `${list}.${named.text}`
  const question = readQuestion(step, name, reading)
  const hint = readNamed(step, 'hint', `${name}.hint`, reading)
  const otherwise = readNamed(step, 'else', `${name}.must`, reading)
  const choices = readChoices(step, name, reading)
  const options = readFrom(step, name, reading, readSteps)
  const types = readTypes(step, choices, reading)
  const mustNode = valueOf(step, 'must')
  const must = mustNode === undefined ? undefined : readCondition(mustNode, 'must', reading)
  const keep = optionalText(step, 'keep', reading.report)
  const days = keep === undefined ? undefined : readDuration(keep, reading.report)
  if (keep !== undefined && days !== undefined) checkKeep(keep, days, types, reading)
  // A time that cannot be read is one all the same; its finding keeps the dialog from running.
  const keepDays = days ?? (keep === undefined ? undefined : 0)
  const limits = readLimits(step, types, reading)
  const byDefault = readDefault(step, types, choices, reading)
  const unsure = readUnsure(step, types, reading)
  const onlyIf = readOnlyIf(step, reading)
  checkElse(step, reading)
  const files = readFiles(step, types, reading)
  const code = readCode({ step, name: named }, types, reading, readSteps)
  const purpose = readPurpose(step, types, reading)
  if (reportYesNo(step, choices, reading)) return undefined
  const lacksOptions = types.includes('pick') && options === undefined
  if (question === undefined || types.length === 0 || lacksOptions) return undefined
  return {
    kind: 'ask',
    key: `ask:${name}`,
    place: placeOfStep(key, value),
    name,
    question,
    types,
    choices,
    ...(options && { pick: options.pick, ifFails: options.ifFails }),
    optional: optionalYesNo(step, 'optional', reading.report),
    ...(hint && { hint }),
    ...(otherwise && { else: otherwise }),
    ...(must && { must }),
    ...limits,
    ...code,
    ...(files && { files }),
    ...(byDefault !== undefined && { default: byDefault }),
    ...(unsure !== undefined && { unsure }),
    ...(purpose !== undefined && { purpose }),
    ...(keepDays !== undefined && { keepDays }),
    ...onlyIf,
  }
}

export function readNamed(step: YamlMap, property: string, id: string, reading: DialogReading) {
  const value = valueOf(step, property)
  return value === undefined ? undefined : readStepText({ id, property, value, step }, reading)
}

function readTypes(
  step: YamlMap,
  choices: readonly ChoiceOption[],
  reading: DialogReading,
): readonly AnswerType[] {
  const { report } = reading
  const type = optionalText(step, 'type', report)
  if (valueOf(step, 'from') !== undefined) {
    const stray = entryOf(step, 'choices')?.key ?? (type?.text === 'pick' ? undefined : type)
    if (stray !== undefined)
      reportUnusable(
        report,
        stray,
        '"from" har alltid typen pick, och inga egna val',
        '"from" always has the type pick, and no choices of its own',
      )
    return ['pick']
  }
  if (choices.length > 0 || valueOf(step, 'choices') !== undefined) {
    const written = typesOfChoices(type?.text ?? 'choice')
    if (written === undefined && type !== undefined) {
      reportUnusable(
        report,
        type,
        '"choices:" har typen choice, choices när flera får väljas, eller choice or date',
        '"choices:" has the type choice, choices where several may be chosen, or choice or date',
      )
    }
    return written ?? ['choice']
  }
  if (type === undefined) return ['text']
  if (type.text === 'choice' || type.text === 'choices')
    reportUnusable(report, type, '"choices" saknas', '"choices" is missing')
  const parts = splitTypes(type.text)
  checkPersonId(parts, type, reading)
  if (parts.includes('pick')) reportUnusable(report, type, '"from" saknas', '"from" is missing')
  parts.filter((part) => !isAnswerType(part)).forEach((part) => reportType(part, type, report))
  checkAlone(parts, type, reading)
  if (parts.includes('list'))
    reportUnusable(report, type, 'en lista tar inga andra svar', 'a list takes no other answers')
  return meantTypes(parts).filter(isAnswerType)
}

function reportType(part: string, type: YamlScalar, report: DialogReading['report']): void {
  const known = part === type.text ? type : { ...type, text: part }
  reportUnknown(report, 'D005', { ...writtenText(type), text: known.text }, answerTypes, {
    sv: 'ingen typ av svar',
    en: 'no type of answer',
  })
}

interface Limits {
  readonly length?: { readonly from: number; readonly to: number }
  readonly range?: { readonly from: number; readonly to: number }
}

function readLimits(step: YamlMap, types: readonly AnswerType[], reading: DialogReading): Limits {
  const length = readSpan(step, 'length', ['text'], types, reading)
  const range = readSpan(step, 'range', ['number', 'money'], types, reading)
  return { ...(length && { length }), ...(range && { range }) }
}

/** `10..500`. */
function readSpan(
  step: YamlMap,
  property: string,
  limited: readonly AnswerType[],
  types: readonly AnswerType[],
  { report }: DialogReading,
): { readonly from: number; readonly to: number } | undefined {
  const scalar = optionalText(step, property, report)
  if (scalar === undefined) return undefined
  if (types.length > 0 && !types.some((type) => limited.includes(type))) {
    const said = [
      `"${property}" hör till typen ${limited.join(' eller ')}`,
      `"${property}" belongs to the type ${limited.join(' or ')}`,
    ] as const
    reportUnusable(report, scalar, ...said)
  }
  const [, from, to] = /^(-?\d+)\s*\.\.\s*(-?\d+)$/.exec(scalar.text.trim()) ?? []
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) {
    return { from: Number(from), to: Number(to) }
  }
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är inget spann`,
    `"${scalar.text}" is no range`,
    'Skriv minst och mest med två punkter emellan: 1..10.',
    'Write least and most with two dots between: 1..10.',
  )
  return undefined
}

type ReadValue = (text: string, codes: readonly string[]) => Value | undefined

/** How a default is written for each type; types that are not here take any text. */
const defaults: Partial<Record<AnswerType, ReadValue>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  'yes/no': (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  date: (text) => (isIsoDate(text) || text === todayByDefault ? text : undefined),
  money: (text) => (/^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  choices: (text, codes) => {
    const chosen = text.split(',').map((code) => code.trim())
    return chosen.every((code) => codes.includes(code)) ? chosen : undefined
  },
  time: (text) => (isTime(text) ? text : undefined),
  choice: (text, codes) => (codes.includes(text) ? text : undefined),
}

function readDefault(
  step: YamlMap,
  types: readonly AnswerType[],
  choices: readonly ChoiceOption[],
  { report }: DialogReading,
): Value | undefined {
  const scalar = optionalText(step, 'default', report)
  const type = types[0]
  if (scalar === undefined || type === undefined) return undefined
  const read = defaults[type] ?? ((text: string) => text)
  const value = read(
    scalar.text,
    choices.map(({ code }) => code),
  )
  if (value === undefined) {
    reportUnusable(
      report,
      scalar,
      `"${scalar.text}" kan inte vara svaret här`,
      `"${scalar.text}" cannot be the answer here`,
      'Skriv ett svar som frågan själv skulle ta emot: ett tal, yes eller no, eller en av koderna under choices:.',
      'Write an answer that the question itself would take: a number, yes or no, or one of the codes under choices:.',
    )
  }
  return value
}

/** Choices that only say yes and no cannot be compared in a condition; true when it was told. */
function reportYesNo(step: YamlMap, choices: readonly ChoiceOption[], { report }: DialogReading): boolean {
  const key = entryOf(step, 'choices')?.key
  if (key === undefined || !isYesNoCodes(choices.map(({ code }) => code))) return false
  reportUnusable(
    report,
    key,
    'svaren är bara ja och nej: skriv "type: yes/no" i stället för choices',
    'the answers are only yes and no: write "type: yes/no" instead of choices',
  )
  return true
}

/** `else` is what is said when `must` does not hold; without a `must` it is never said. */
export function checkElse(step: YamlMap, { report }: DialogReading): void {
  const otherwise = scalarOf(step, 'else')
  const must = scalarOf(step, 'must')
  if (must !== undefined && otherwise === undefined && !isEmpty(must)) {
    report.fault(
      'D005',
      must,
      words(
        '"else" saknas: vad säger vi om svaret inte duger?',
        '"else" is missing: what do we say when the answer will not do?',
        'Lägg till else: och vad vi säger då.',
        'Add else: and what we say then.',
      ),
    )
  }
  if (must === undefined && otherwise !== undefined) {
    report.fault(
      'D005',
      otherwise,
      words(
        '"else" sägs aldrig utan "must"',
        '"else" is never said without "must"',
        'Lägg till must: med ett villkor, eller ta bort raden.',
        'Add must: with a condition, or remove the line.',
      ),
    )
  }
}
