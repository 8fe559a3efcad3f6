import Ajv from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { answerTypes } from '../../../bot/contracts/talk/value'
import * as language from '../../../bot/dialog/reading/fields/field-words'
import { typeHelp } from '../../../scripts/editor/city-help'
import { schemas, schemaText } from '../../../scripts/editor/schema'
import { helpFor } from '../../../scripts/editor/word-help'

const folder = join(__dirname, '../../../dialogs')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
/** A machine keeps `translated.yaml`, and `elsewhere.yaml` is phrases only: nothing in them could be completed. */
const withoutSchema = ['translated.yaml', 'elsewhere.yaml']
const yamlFiles = readdirSync(folder).filter(
  (name) => name.endsWith('.yaml') && !withoutSchema.includes(name),
)

const ajv = new Ajv({ strict: false, allErrors: true })
const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]))

/** The schema that the file's first line names. */
const schemaOf = (name: string): string =>
  /^# yaml-language-server: \$schema=\.\/(schema\S*\.json)\n/.exec(read(name))?.[1] ?? 'none'

const faultsOf = (schema: string, text: string): readonly unknown[] =>
  parseAllDocuments(text).flatMap((document) => {
    const validate = validators.get(schema)!
    return validate(document.toJS()) ? [] : (validate.errors ?? [])
  })

test.each(Object.entries(schemas))('%s is written as it is made', (name, schema) => {
  expect(read(name)).toBe(schemaText(schema))
})

test.each(yamlFiles)('%s names its schema, and the schema accepts it', (name) => {
  const schema = schemaOf(name)
  expect(schema).toBe(
    name.startsWith('city.')
      ? 'schema.city.json'
      : name === 'actions.yaml'
        ? 'schema.actions.json'
        : 'schema.json',
  )
  expect(faultsOf(schema, read(name))).toEqual([])
})

const listed: readonly (readonly [string, readonly string[]])[] = [
  ['step', language.stepWords],
  ...language.stepWords.map((word) => [word, language.stepProperties[word]] as const),
  ...Object.entries(language.channelProperties).map(
    ([word, own]) => [word, own.filter((one) => one !== word)] as const,
  ),
  ['dialog', language.dialogProperties],
  ['valid', language.validProperties],
  ['notice', language.noticeProperties],
  ['quiet', language.noticeQuietProperties],
  ['translation', language.translationProperties],
  ['test', language.testProperties],
  ['chat', language.chatWords],
  ['city', language.cityProperties],
  ['department', language.departmentProperties],
  ['home-care', language.homeCareProperties],
  ['city-translation', language.cityTranslationProperties],
  ['action', language.actionProperties],
]

test.each(listed)('every word of "%s" is told in scripts/editor/word-help.ts', (place, known) => {
  expect(known.filter((word) => helpFor(place, word) === undefined)).toEqual([])
})

test('every type of answer is told in scripts/editor/city-help.ts', () => {
  expect(answerTypes.filter((type) => typeHelp[type] === undefined)).toEqual([])
})

const dialog = read('felanmalan.yaml')
const wrong: readonly (readonly [string, string, string])[] = [
  ['a misspelt word of the dialog', 'owner: gata-park', 'ovner: gata-park'],
  ['a misspelt property of a step', '    question: Vad gäller felet?', '    qestion: Vad gäller felet?'],
  ['a step of no kind', '  - end: done', '  - slut: done'],
  ['a property of another kind of step', '  - end: done', '  - { end: done, hint: Hej }'],
  ['an unknown type', 'type: yes/no', 'type: yesno'],
  ['a span that is none', 'length: 5..500', 'length: 5-500'],
  ['a duration that is none', 'keep: 24 months', 'keep: 24 månader'],
  ['an answer that is neither yes nor no', 'optional: true', 'optional: kanske'],
  ['a date that is none', 'review: 2027-11-01', 'review: nästa år'],
  ['steps that are a text', '  - confirm: send', '  - if: danger is yes\n    then: Hej\n  - confirm: send'],
  ['another interruption', 'title: Felanmälan', 'interrupt: sometimes\ntitle: Felanmälan'],
  ['an unknown channel of a test', 'channel: sms', 'channel: fax'],
  ['an unknown line of a test', '- asks: danger', '- frågar: danger'],
  ['a channel that says what it cannot', 'sms: { say: "Tack', 'sms: { hint: "Tack'],
]

test.each(wrong)('the schema refuses %s', (_, piece, by) => {
  expect(dialog).toContain(piece)
  expect(
    faultsOf(
      'schema.json',
      dialog.replace(piece, () => by),
    ),
  ).not.toEqual([])
})

test.each([
  ['schema.city.json', 'city.yaml', 'time zone:', 'timezone:'],
  ['schema.city.json', 'city.yaml', '  hello: Hej!', '  hallo: Hej!'],
  ['schema.actions.json', 'actions.yaml', 'effect: write', 'effect: skriv'],
])('%s refuses a wrong word in %s', (schema, name, piece, by) => {
  expect(read(name)).toContain(piece)
  expect(
    faultsOf(
      schema,
      read(name).replace(piece, () => by),
    ),
  ).not.toEqual([])
})
