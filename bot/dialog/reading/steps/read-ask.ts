// Reads an `ask`: the question, what counts as an answer to it, and what is said to an answer that does not.
import type { YamlScalar } from '../../../yaml/node'
import type { AskStep } from '../../model/model'
import { placeOfStep, readOnlyIf, type DialogReading } from '../names/dialog-reading'
import { readAnswerTypes, reportYesNo } from './read-answer-types'
import { readChoices } from './read-choices'
import { readCode } from './read-code'
import { readDefault } from './read-default'
import type { ReadSteps } from './read-failures'
import { asText, optionalYesNo } from '../fields/read-fields'
import { readFiles } from './read-files'
import { readFirstSentence } from './read-first-sentence'
import { readFrom } from './read-from'
import { readKeep } from './read-keep'
import { readLimits } from './read-limits'
import { readMeansYes } from './read-means-yes'
import { readMust } from './read-must'
import { readPurpose } from './read-purpose'
import { readUnsure } from './read-unsure'
import { readHint, readWhy, readQuestion, type StepSource } from '../names/step-source'

/**
 * Undefined for a question that cannot be asked; why is among the findings then.
 * @param list stands before the name of an inner question: `items` and `what` make `items.what`
 */
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
  const said = { ...readHint(step, name, reading), ...readWhy(step, name, reading) }
  const choices = readChoices(step, name, reading)
  const options = readFrom(step, name, reading, readSteps)
  const types = readAnswerTypes(step, choices, reading)
  const rules = readRules({ step, named, name, types, choices }, reading, readSteps)
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
    ...said,
    ...rules,
  }
}

interface AskSource extends Pick<AskStep, 'name' | 'types' | 'choices'> {
  readonly step: StepSource['step']
  /** The name as it stands in the file. */
  readonly named: YamlScalar
}

/** When it is asked, what is demanded of an answer, and what becomes of one. */
const readRules = (
  { step, named, name, types, choices }: AskSource,
  reading: DialogReading,
  readSteps: ReadSteps,
) => ({
  ...readMust(step, name, reading),
  ...readKeep(step, types, reading),
  ...readLimits(step, types, reading),
  ...readDefault(step, types, choices, reading),
  ...readUnsure(step, types, reading),
  ...readMeansYes(step, types, reading),
  ...readFirstSentence(step, types, reading),
  ...readOnlyIf(step, reading),
  ...readFiles(step, types, reading),
  ...readCode({ step, name: named }, types, reading, readSteps),
  ...readPurpose(step, types, reading),
  optional: optionalYesNo(step, 'optional', reading.report),
})
