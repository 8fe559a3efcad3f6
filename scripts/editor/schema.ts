// The JSON Schemas that editors complete and explain from, made of the checker's own lists of words.
import { commands } from '../../bot/contracts/talk/command'
import { wordingKeys } from '../../bot/contracts/talk/wording'
import { deskKinds } from '../../bot/contracts/cases/case-desk'
import { channels } from '../../bot/contracts/talk/message'
import { retentionClasses } from '../../bot/contracts/store/store'
import * as language from '../../bot/dialog/reading/fields/field-words'
import { helpFor } from './word-help'
import { helpText } from './help-entry'
import { listOf, mapOf, scalar, schemaOfForm, steps, type Schema } from './value-schemas'

/** What a word may hold when that is more than its form tells. */
type Special = Readonly<Record<string, Schema>>

function property(place: string, word: string, special: Special): Schema {
  const help = helpFor(place, word)
  const value = special[word] ?? schemaOfForm(help === undefined ? 'anything' : help.form)
  return { ...value, ...(help && { description: helpText(help) }) }
}

interface ObjectOptions {
  readonly required?: readonly string[]
  readonly special?: Special
}

/** Lines of exactly these words. */
const objectOf = (
  place: string,
  words: readonly string[],
  { required = [], special = {} }: ObjectOptions = {},
): Schema => ({
  type: 'object',
  properties: Object.fromEntries(words.map((word) => [word, property(place, word, special)])),
  required,
  additionalProperties: false,
})

function stepSchema(word: language.StepWord): Schema {
  const own = language.channelProperties[word]
  const special: Special =
    own === undefined
      ? {}
      : Object.fromEntries(
          channels.map((channel) => [channel, objectOf(word, own, { special: { [word]: scalar } })]),
        )
  const { properties, ...rest } = objectOf(word, language.stepProperties[word], { required: [word], special })
  return { ...rest, properties: { [word]: property('step', word, {}), ...(properties as Schema) } }
}

const definitions: Schema = {
  stepWord: { enum: language.stepWords },
  step: { anyOf: language.stepWords.map(stepSchema) },
  steps: {
    anyOf: [
      { type: 'array', items: { $ref: '#/definitions/step' } },
      { $ref: '#/definitions/step' },
      { type: 'null' },
    ],
  },
}

const chatLine: Schema = {
  ...objectOf('chat', language.chatWords),
  minProperties: 1,
}

const test = objectOf('test', language.testProperties, {
  required: ['test', 'chat'],
  special: { chat: { type: 'array', items: chatLine }, channel: { enum: channels }, given: mapOf({}) },
})

const notice = objectOf('notice', language.noticeProperties, {
  required: ['say'],
  special: { quiet: objectOf('quiet', language.noticeQuietProperties) },
})

const dialog = objectOf('dialog', language.dialogProperties, {
  required: ['dialog', 'title', 'owner', 'steps'],
  special: {
    valid: objectOf('valid', language.validProperties),
    interrupt: { enum: language.interruptions },
    steps,
    notify: mapOf(notice),
    tests: listOf(test),
  },
})

const translation = objectOf('translation', language.translationProperties, {
  required: ['translates', 'language'],
  special: { translated: { enum: language.translators } },
})

const named = (words: readonly string[], value: Schema): Schema => ({
  type: 'object',
  properties: Object.fromEntries(words.map((word) => [word, value])),
  additionalProperties: false,
})

/** A text of the bot with the placeholders it may use; each may have one for a channel. */
const wording: Schema = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(wordingKeys).flatMap(([key, placeholders]) => {
      const usable = [...placeholders, 'phone', 'city'].map((name) => `{${name}}`).join(', ')
      const value = { ...scalar, description: `En av botens texter. Den kan visa ${usable}.` }
      return [key, ...channels.map((channel) => `${key}.${channel}`)].map((name) => [name, value] as const)
    }),
  ),
  additionalProperties: false,
}
const commandWords = named(commands, {
  ...listOf(scalar),
  description: 'Ord som alltid betyder detta, vad boten än frågar.',
})

const department = objectOf('department', language.departmentProperties, {
  required: ['name'],
  special: { desk: { ...objectOf('desk', deskKinds), minProperties: 1, maxProperties: 1 } },
})
const routingRule = objectOf('routing', language.routingProperties, {
  required: ['to'],
  special: { hours: { enum: language.routingHours } },
})

const cityWords = {
  departments: mapOf(department),
  words: { $ref: '#/definitions/words' },
  texts: { $ref: '#/definitions/texts' },
}

const city = objectOf('city', language.cityProperties, {
  required: ['city', 'phone', 'departments', 'texts'],
  special: {
    ...cityWords,
    routing: listOf(routingRule),
    'machine translations': { enum: language.machinePermissions },
    keep: named(retentionClasses, schemaOfForm('duration')),
    quiet: objectOf('quiet', language.quietProperties),
    'home care': objectOf('home-care', language.homeCareProperties, {
      required: language.homeCareProperties.filter(
        (name) => name !== 'gather texts' && name !== 'evening summary',
      ),
    }),
  },
})
const cityTranslation = objectOf('city-translation', language.cityTranslationProperties, {
  required: ['translates', 'language'],
  special: {
    ...cityWords,
    departments: mapOf(scalar),
    translated: { enum: language.translators },
  },
})

const actions = mapOf(
  objectOf('action', language.actionProperties, {
    required: ['effect'],
    special: { effect: { enum: ['read', 'write'] } },
  }),
)

const root = (title: string, schema: Schema): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title,
  ...schema,
})

/** File name in `dialogs/` → schema. A dialog file may bring its translations along as further documents. */
export const schemas: Readonly<Record<string, Schema>> = {
  'schema.json': root('En dialog eller en översättning', { anyOf: [dialog, translation], definitions }),
  'schema.city.json': root('city.yaml eller en översättning av den', {
    anyOf: [city, cityTranslation],
    definitions: { words: commandWords, texts: wording },
  }),
  'schema.actions.json': root('actions.yaml', actions),
}

/** A schema as it is written to its file. */
export const schemaText = (schema: Schema): string => `${JSON.stringify(schema, null, 1)}\n`
