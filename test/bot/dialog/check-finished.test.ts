// The checks of dialogs that were read whole: what texts do to people, ways out, branches, and tests.
import type { Finding } from '../../../bot/contracts/finding'
import { checkQuestionsBySms } from '../../../bot/dialog/reading/check-sms'
import type { DialogReading } from '../../../bot/dialog/reading/dialog-reading'
import { foldPhrase } from '../../../bot/dialog/reading/fold-phrase'
import { createReport } from '../../../bot/dialog/reading/report'
import { spokenTexts } from '../../../bot/dialog/reading/spoken-texts'
import { sentencesOf } from '../../../scripts/render-findings'
import { ask } from './dialog-builder'
import { describeFaults } from './fault'
import { faultsOfFlow } from './faults-of-flow'
import { faultsOfTexts } from './faults-of-texts'
import { broken, compileWith, sound } from './sound-dialog'

describe('texts', () => describeFaults(faultsOfTexts))
describe('ways, people and tests', () => describeFaults(faultsOfFlow))

const codesOf = (text: string) => compileWith({ 'nyckel.yaml': text }).findings.map(({ code }) => code)

describe('what is right', () => {
  test.each([
    [
      'T004',
      'a text of its own for SMS',
      'Ska jag beställa {count} av slaget {kind}?',
      'Ringer vi {contact}?\n    sms: { question: "Ska jag beställa?" }',
    ],
    [
      'T010',
      'a text of two SMS',
      'Det huset känner vi inte till.',
      'Det huset känner vi inte till. '.repeat(9).trim(),
    ],
    [
      'T010',
      'a long text for the web only',
      '          id: no_house',
      `          id: no_house\n          sms: { say: Nej. }`,
    ],
    [
      'T011',
      'a word of the screen for the web only',
      '    hint: Till exempel Storgatan 12.',
      '    hint: Peka på huset.\n    sms: { hint: "Till exempel Storgatan 12." }',
    ],
    ['T043', 'a price that is worked out', '  many: count > 2', '  many: count > 2\n  price: count + 3'],
    ['D035', "the city's own number", 'Beskriv nyckeln.', 'Beskriv nyckeln eller ring +46 42-10 50 00.'],
    ['D035', "a page of the city's site", 'Beskriv nyckeln.', 'Se https://www.helsingborg.se/nycklar först.'],
    [
      'D024',
      'branches with a last else',
      '  - confirm: send\n',
      '  - if: kind is door\n    then: [{ say: En dörr. }]\n    else: [{ say: Något annat. }]\n  - confirm: send\n',
    ],
    [
      'D024',
      'branches that end the talk',
      '  - confirm: send\n',
      '  - if: kind is door\n    then: [{ end: no_house }]\n  - if: kind is mail\n    then: [{ end: no_house }]\n  - confirm: send\n',
    ],
    ['D020', 'a missing later answer', 'only if: kind is other', 'only if: contact missing or kind is other'],
  ])('%s says nothing of %s', (code, _, piece, by) => {
    expect(codesOf(broken('nyckel.yaml', piece, by))).not.toContain(code)
  })
})

describe('A003', () => {
  const told = (onlyIf?: string) => {
    const list: Finding[] = []
    const step = ask('bild', { type: 'photo', ...(onlyIf !== undefined && { onlyIf }) })
    const reading = { report: createReport(list) } as DialogReading
    checkQuestionsBySms(spokenTexts([step]), {
      reading,
      asks: new Map(),
      languages: ['sv'],
      sensitive: false,
    })
    return list.map((found) => `${found.code} ${sentencesOf(found, 'sv')}`)
  }
  test('tells a picture that is asked for over SMS', () => {
    expect(told()).toEqual(['A003 "bild" går inte att skicka med sms. Lägg till only if: channel is web.'])
  })
  test('says nothing where only the web asks for it', () => {
    expect(told('channel is web')).toEqual([])
    expect(told('channel is web and x given')).toEqual([])
  })
})

describe('N003', () => {
  const other = (phrases: readonly string[]) =>
    sound['nyckel.yaml']
      .replace('dialog: nyckel', 'dialog: las')
      .replace(/start:\n(?: {2}- .*\n)+/, `start:\n${phrases.map((phrase) => `  - ${phrase}\n`).join('')}`)
  const told = (phrases: readonly string[]) =>
    compileWith({ 'las.yaml': other(phrases) }).findings.filter(({ code }) => code === 'N003')

  test('tells phrases of two dialogs that are nearly the same, once, with the pair', () => {
    const found = told(['Jag vill beställa en nyckel nu', 'nu är mitt lås borta', 'mitt lås är trasigt'])
    expect(found.map((one) => sentencesOf(one, 'sv'))).toEqual([
      'Lätt att förväxla med dialogen "nyckel": "Jag vill beställa en nyckel nu" och "Jag vill beställa en nyckel". Skriv frasen med de ord som skiljer de två åt, eller ta bort den ena.',
    ])
    expect(found[0]?.place).toMatchObject({ file: 'las.yaml', line: 6, column: 5 })
  })
  test('says nothing of phrases that only share a beginning', () => {
    expect(told(['Jag vill beställa en cykel', 'kan jag få hjälp', 'mitt lås är trasigt'])).toEqual([])
  })

  const words = ['jag', 'vill', 'boka', 'en', 'soffa', 'nyckel', 'tid', 'hos', 'er', 'i', 'morgon', 'tack']
  test('finds every pair that comparing all with all finds', () => {
    let seed = 7
    const next = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below
    const phrases = Array.from({ length: 60 }, () =>
      Array.from({ length: 4 + next(4) }, () => words[next(words.length)]).join(' '),
    )
    const grams = (text: string) => {
      const padded = ` ${foldPhrase(text)} `
      return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
    }
    const isAlike = (a: string, b: string) => {
      const [first, second] = [grams(a), grams(b)]
      const shared = [...first].filter((gram) => second.has(gram)).length
      return foldPhrase(a) !== foldPhrase(b) && shared / Math.sqrt(first.size * second.size) >= 0.85
    }
    for (const phrase of phrases) {
      const here = [
        'Jag vill beställa en nyckel',
        'nyckeln till Storgatan 12 är borta',
        'kan jag få en ny nyckel',
      ]
      const masked = here.map((one) => one.replace('Storgatan 12', '_place_'))
      expect(told([phrase, 'aaa bbb', 'ccc ddd']).length > 0).toBe(masked.some((one) => isAlike(phrase, one)))
    }
  })
})
