// Reads a list of steps; each kind of step has its own reader.
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlNode } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { ConfirmStep, EndStep, IfStep, SayStep, Step } from '../../model/model'
import { placeholdersOf } from '../../texts/message-text'
import {
  checkChannels,
  placeOfStep,
  readCondition,
  readId,
  readOnlyIf,
  readStepText,
  type DialogReading,
} from '../names/dialog-reading'
import { anyWord, stepProperties, stepWords, type StepWord } from '../fields/field-words'
import { isListAsk } from '../names/name-table'
import { readAsk } from './read-ask'
import { readCall } from './read-call'
import { readDo } from './read-do'
import { readForget } from './read-forget'
import { readList } from './read-list'
import { readHandoff } from './read-handoff'
import { readQuestion, type StepSource } from '../names/step-source'
import { asText, checkKeys, headOf, optionalText } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

/** Reads steps; a faulty one is left out after its findings. `node` is a list, or one single step. */
export function readSteps(node: YamlNode | undefined, reading: DialogReading): readonly Step[] {
  if (node === undefined || isEmpty(node)) return []
  if (node.kind === 'scalar') {
    reading.report.fault(
      'D005',
      node,
      words(
        'här ska steg stå, ett per rad',
        'steps must stand here, one a line',
        `Börja varje steg med "- " och ett av orden ${stepWords.join(', ')}.`,
        `Begin each step with "- " and one of the words ${stepWords.join(', ')}.`,
      ),
    )
    return []
  }
  const items = node.kind === 'list' ? node.items : [node]
  return items.flatMap((item) => readStep(item, reading) ?? [])
}

function readStep(item: YamlNode, reading: DialogReading): Step | undefined {
  if (item.kind !== 'map') {
    reading.dropped.add(anyWord)
    reading.report.fault(
      'D002',
      headOf(item),
      words(
        'det här är inget steg',
        'this is no step',
        `Ett steg börjar med ett av orden ${stepWords.join(', ')}.`,
        `A step begins with one of the words ${stepWords.join(', ')}.`,
      ),
    )
    return undefined
  }
  const source = stepSource(item)
  if (source === undefined) {
    reportNoStep(item, reading)
    return
  }
  const word = source.key.text as StepWord
  const where = { sv: `i ett "${word}"`, en: `in a "${word}"` }
  const step = checkKeys(item, [word, ...stepProperties[word]], where, reading.report)
  checkChannels(step, word, reading)
  const read = readers[word]({ ...source, step }, reading)
  if (read === undefined) reading.dropped.add(word)
  return read
}

function stepSource(step: YamlMap): StepSource | undefined {
  const word = stepWords.find((one) => entryOf(step, one) !== undefined)
  const entry = word === undefined ? undefined : entryOf(step, word)
  return entry === undefined ? undefined : { ...entry, step }
}

/** D002 for a word that is no step. */
function reportNoStep(step: YamlMap, { report, dropped }: DialogReading): undefined {
  dropped.add(anyWord)
  const first = step.entries[0]?.key
  if (first === undefined || first.damaged) return undefined
  reportUnknown(report, 'D002', writtenText(first), stepWords, { sv: 'inget steg', en: 'no step' })
  return undefined
}

const readers: Readonly<Record<StepWord, (source: StepSource, reading: DialogReading) => Step | undefined>> =
  {
    say: readSay,
    ask: (source, reading) =>
      isListAsk(source.step) ? readList(source, reading, readSteps) : readAsk(source, reading, readSteps),
    confirm: readConfirm,
    if: readIf,
    do: (source, reading) => readDo(source, reading, readSteps),
    forget: readForget,
    call: (source, reading) => readCall(source, reading, readSteps),
    handoff: (source, reading) => readHandoff(source, reading),
    end: readEnd,
  }

function readSay({ step, key, value }: StepSource, reading: DialogReading): SayStep | undefined {
  const id = readId(step, `say${reading.count('say')}`, reading)
  const text = readStepText({ id, property: 'say', value, step }, reading)
  const onlyIf = readOnlyIf(step, reading)
  if (text === undefined) return undefined
  const place = placeOfStep(key, value)
  return {
    kind: 'say',
    key: `say:${id}`,
    place,
    id,
    text,
    // Filled in when all languages are read: see `withVariables`.
    variables: [],
    ...onlyIf,
  }
}

/** The step with the placeholders of its text in every language. */
export const withVariables = (say: SayStep): SayStep => ({ ...say, variables: placeholdersOf(say.text) })

function readConfirm({ step, key, value }: StepSource, reading: DialogReading): ConfirmStep | undefined {
  const name = asText(value, 'confirm', reading.report)?.text
  const onlyIf = readOnlyIf(step, reading)
  if (name === undefined) return undefined
  const question = readQuestion(step, name, reading)
  return question === undefined
    ? undefined
    : { kind: 'confirm', key: `confirm:${name}`, place: placeOfStep(key, value), name, question, ...onlyIf }
}

function readIf({ step, key, value }: StepSource, reading: DialogReading): IfStep | undefined {
  const condition = readCondition(value, 'if', reading)
  const number = reading.count('if')
  const then = readSteps(valueOf(step, 'then'), reading)
  const otherwise = readSteps(valueOf(step, 'else'), reading)
  if (valueOf(step, 'then') === undefined) {
    reading.report.fault(
      'D005',
      key,
      words(
        '"then" saknas: vad händer om villkoret stämmer?',
        '"then" is missing: what happens if the condition holds?',
        'Lägg till then: med ett steg under.',
        'Add then: with a step below it.',
      ),
    )
  }
  if (condition === undefined) return undefined
  return { kind: 'if', key: `if:${number}`, place: placeOfStep(key, value), condition, then, else: otherwise }
}

function readEnd({ step, key, value }: StepSource, reading: DialogReading): EndStep {
  const status = isEmpty(value) ? undefined : asText(value, 'end', reading.report)
  return {
    kind: 'end',
    key: `end:${reading.count('end')}`,
    place: placeOfStep(key, value),
    status: status?.text ?? 'done',
    ...readOffer(step, reading),
    ...readOnlyIf(step, reading),
  }
}

function readOffer(step: YamlMap, { report }: DialogReading): Pick<EndStep, 'offers'> {
  const offer = optionalText(step, 'offers', report)
  if (offer === undefined) return {}
  if (offer.text === 'call') return { offers: 'call' }
  reportUnknown(report, 'D005', writtenText(offer), ['call'], {
    sv: 'inget att erbjuda',
    en: 'nothing to offer',
  })
  return {}
}
