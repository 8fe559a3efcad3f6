// The list of what is not the city's to answer, beside a sound dialog.
import { compileWith } from './sound-dialog'

const read = (text: string) => {
  const { elsewhere, findings } = compileWith({ 'elsewhere.yaml': text })
  return {
    elsewhere: elsewhere.map(({ text, language }) => `${language} ${text}`),
    told: findings.map(({ code, place, message }) => `${place.file}:${place.line} ${code} ${message.en}`),
  }
}

test('gives the examples of all languages', () => {
  expect(
    read(
      'elsewhere:\n  sv:\n    - vem vann matchen\n    - recept på pannkakor\n  en:\n    - who won the match\n',
    ),
  ).toEqual({
    elsewhere: ['sv vem vann matchen', 'sv recept på pannkakor', 'en who won the match'],
    told: [],
  })
})

test('need not be there', () => expect(compileWith().elsewhere).toEqual([]))

test('an example that starts a dialog is told and left out', () => {
  const start = [...compileWith().dialogs.get('nyckel')!.start.get('sv')!][0]!.masked
  expect(read(`elsewhere:\n  sv:\n    - ${start.toUpperCase()}!\n    - vem vann matchen\n`)).toEqual({
    elsewhere: ['sv vem vann matchen'],
    told: [`elsewhere.yaml:3 N001 "${start.toUpperCase()}!" starts the dialog "nyckel"`],
  })
})

test.each([
  ['elsewhere:\n  sv: vem vann matchen\n', 'elsewhere.yaml:2 D005 "sv" must be a list'],
  ['elsewhere:\n  - vem vann matchen\n', 'elsewhere.yaml:2 D005 "elsewhere" must be lines of name: value'],
  ['elsewhere:\n  svenska:\n    - vem vann matchen\n', 'elsewhere.yaml:2 D005 "svenska" is no language code'],
])('%j is told with its place', (text, told) => {
  expect(read(text).told).toEqual([told])
})
