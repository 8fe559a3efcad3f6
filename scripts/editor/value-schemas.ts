// JSON Schema for what may stand after a word.
import { answerTypes } from '../../bot/contracts/talk/value'
import { sentWords } from '../../bot/dialog/reading/fields/field-words'
import { yesNoWords } from '../../bot/dialog/reading/fields/read-fields'
import { typeHelp } from './city-help'
import { helpText, type Form } from './help-entry'

export type Schema = Readonly<Record<string, unknown>>

/** YAML reads 2026 as a number and true as a yes; the dialog language reads both as they are written. */
export const scalar: Schema = { type: ['string', 'number', 'boolean', 'null'] }
const emptyOr = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const mapOf = (values: Schema): Schema => emptyOr({ type: 'object', additionalProperties: values })
export const listOf = (items: Schema): Schema => emptyOr({ type: 'array', items })

/** A list of steps, or one alone. */
export const steps: Schema = { $ref: '#/definitions/steps' }

const described = (type: string): Schema => {
  const help = typeHelp[type]
  return { const: type, ...(help && { description: helpText(help) }) }
}

/** `{ photo: 1 }` */
const sent: Schema = {
  type: 'object',
  properties: Object.fromEntries(
    sentWords.map((word) => [word, { type: 'integer', minimum: 1, maximum: 9 }]),
  ),
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
}

const forms: Readonly<Record<Form, Schema>> = {
  text: scalar,
  'yes/no': { enum: [true, false, ...yesNoWords] },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  span: { type: 'string', pattern: '^\\s*-?\\d+\\s*\\.\\.\\s*-?\\d+\\s*$' },
  duration: { type: 'string', pattern: '^\\d{1,5} (day|week|month|year)s?$' },
  type: { anyOf: [...answerTypes.map(described), { type: 'string', pattern: '\\S\\s+or\\s+\\S' }] },
  steps,
  failures: {
    anyOf: [
      steps,
      {
        type: 'object',
        additionalProperties: steps,
        propertyNames: { not: { $ref: '#/definitions/stepWord' } },
      },
    ],
  },
  texts: mapOf(scalar),
  list: listOf(scalar),
  expected: mapOf({ anyOf: [scalar, { type: 'array', items: { anyOf: [scalar, mapOf(scalar)] } }] }),
  names: { anyOf: [{ type: 'array', items: scalar }, mapOf(scalar)] },
  groups: mapOf(mapOf(scalar)),
  said: { anyOf: [scalar, sent] },
  anything: {},
}

export const schemaOfForm = (form: Form = 'text'): Schema => forms[form]
