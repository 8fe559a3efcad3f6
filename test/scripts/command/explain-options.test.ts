// What staff read when an option is wrong or a file is not there: their own language, whatever Node says.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { explainFileError, explainOptions } from '../../../scripts/command/explain-options'

const thrownBy = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
const options = { svg: { type: 'string', short: 's' }, fix: { type: 'boolean' } } as const

test.each([
  [['--svg'], 'Efter --svg saknas ett värde.'],
  [['--svg', '--fix'], 'Efter --svg saknas ett värde.'],
  [['-s'], 'Efter --svg saknas ett värde.'],
  [['--fix=ja'], 'Efter --fix ska inget värde stå.'],
  [['--todya', '2026-12-24'], 'Valet --todya finns inte.'],
  [['felanmalan'], '"felanmalan" är inget som det här kommandot tar emot.'],
])('%j: %s', (args, said) => {
  const error = thrownBy(() => parseArgs({ args, options }))
  expect(explainOptions(error, 'sv')).toBe(said)
  expect(explainOptions(error, 'en')).toBe((error as Error).message)
})

test('another error is told as it is', () => {
  expect(explainOptions(new Error('Det finns ingen dialog las.'), 'sv')).toBe('Det finns ingen dialog las.')
})

test('a file that is not there, or is a folder', () => {
  expect(
    explainFileError(
      thrownBy(() => readFileSync('/no/such/file')),
      'sv',
    ),
  ).toBe('den finns inte')
  expect(
    explainFileError(
      thrownBy(() => readFileSync('/')),
      'sv',
    ),
  ).toBe('det är en mapp')
})
