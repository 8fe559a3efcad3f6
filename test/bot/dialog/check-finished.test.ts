// Checks of whole dialogs that take more than one of this version's dialogs to show: questions by SMS, and confusable phrases.
import type { Finding } from '../../../bot/contracts/basics/finding'
import { checkQuestionsBySms } from '../../../bot/dialog/reading/checks/check-sms'
import type { DialogReading } from '../../../bot/dialog/reading/names/dialog-reading'
import { foldPhrase } from '../../../bot/dialog/reading/fields/fold-phrase'
import { createReport } from '../../../bot/dialog/reading/fields/report'
import { spokenTexts } from '../../../bot/dialog/reading/names/spoken-texts'
import { sentencesOf } from '../../../scripts/command/render-findings'
import { ask } from './dialog-builder'
import { compileWith, sound } from './sound-dialog'

describe('A003', () => {
  const told = (onlyIf?: string, optional = false) => {
    const list: Finding[] = []
    const step = ask('bild', { type: 'photo', optional, ...(onlyIf !== undefined && { onlyIf }) })
    const reading = { report: createReport(list) } as DialogReading
    checkQuestionsBySms(spokenTexts([step]), {
      reading,
      asks: new Map(),
      languages: ['sv'],
      sensitive: false,
    })
    return list.map((found) => `${found.code} ${sentencesOf(found, 'sv')}`)
  }
  test('tells a picture that must be sent, over SMS too', () => {
    expect(told()).toEqual([
      'A003 "bild" går inte att skicka med sms. Lägg till only if: channel is web, eller optional: true.',
    ])
  })
  test('says nothing of one that can be done without: it is not asked for, and taken when it comes', () => {
    expect(told(undefined, true)).toEqual([])
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
