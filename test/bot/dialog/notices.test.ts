// `notify:`: what subscribers are told, when they are left in peace, and what a subscription must lean on.
import { sentencesOf } from '../../../scripts/command/render-findings'
import { compileWith } from './sound-dialog'
import { actions, english, source } from './visits-dialog'

const change = (text: string, by: Readonly<Record<string, string>>): string =>
  Object.entries(by).reduce((changed, [piece, instead]) => {
    if (!changed.includes(piece)) throw new Error(`no ${piece}`)
    return changed.replace(piece, instead)
  }, text)
const compile = (
  by: Readonly<Record<string, string>> = {},
  inEnglish: Readonly<Record<string, string>> = {},
) =>
  compileWith({
    'actions.yaml': actions,
    'besok.yaml': change(source, by),
    'besok.en.yaml': change(english, inEnglish),
  })
const told = (by?: Readonly<Record<string, string>>, inEnglish?: Readonly<Record<string, string>>) =>
  compile(by, inEnglish).findings.map(
    (one) =>
      `${one.place.file === 'besok.yaml' ? '' : `${one.place.file} `}${one.place.line}:${one.place.column} ${one.code} ${sentencesOf(one, 'sv')}`,
  )

describe('reading', () => {
  test('finds nothing wrong with a whole subscription', () => expect(told()).toEqual([]))
  test('gives the notice with its times and its texts', () => {
    const notice = compile().dialogs.get('besok')!.notices.get('visit_done')!
    expect(notice.quiet?.time).toEqual({ from: 22 * 60, to: 7 * 60 + 30 })
    expect([...notice.gives]).toEqual([
      ['at', 'time'],
      ['late', 'yes/no'],
    ])
    expect([...notice.text.byKey]).toEqual([
      ['sv', 'Besök hos {alias} klart {at}. Avsluta med STOPP.'],
      ['en', 'Visit to {alias} done {at}. End with STOPP.'],
    ])
  })
  test('leaves the times to the city when only a condition stands there', () => {
    const quiet = compile({ 'from: 22:00, to: 7.30, ': '' })
      .dialogs.get('besok')!
      .notices.get('visit_done')!.quiet
    expect(quiet?.time).toBeUndefined()
    expect(quiet?.unless).toBeDefined()
  })
  test('a notice that changes leaves the shape of the dialog as it was', () => {
    const hash = (by: Readonly<Record<string, string>> = {}) => compile(by).dialogs.get('besok')!.shapeHash
    expect(hash({ '22:00': '23:00' })).toBe(hash())
  })

  test.each([
    [
      { '    quiet:': '    qiuet:' },
      '40:5 D001 "qiuet" är inget som kan stå i ett meddelande under "notify". Menade du "quiet"?',
    ],
    [
      { 'from: 22:00': 'from: 25:00' },
      '40:20 D005 "25:00" är inget klockslag. Skriv timme och minut: 22:00.',
    ],
    [{ 'to: 7.30, ': '' }, '40:14 D005 "to" saknas. Lägg till raden "to: …".'],
    [{ 'to: 7.30': 'to: 22.00' }, '40:31 D005 "from" och "to" är samma tid, så ingen tid är tyst.'],
    [
      { 'night is yes or': 'nigth is yes or' },
      '40:45 D040 "nigth" är inget svar i dialogen. Menade du "night"?',
    ],
    [
      { 'late is yes }': 'night is yes }' },
      '40:61 D043 "night is yes" står två gånger. Ta bort den ena, eller rätta den till det som menas.',
    ],
    [{ 'klart {at}': 'klart {att}' }, '39:35 T003 Det finns inget svar som heter {att}. Menade du {at}?'],
    [
      { 'klart {at}': 'klart {consent}' },
      '39:35 T003 Det finns inget svar som heter {consent}. De som finns: person, night, alias, at, late, phone, city.',
    ],
    [{ 'at: time': 'night: time' }, '38:14 D004 Namnet "night" används redan av prenumerationen.'],
    [{ 'at: time': 'at: tiem' }, '38:18 D005 "tiem" är inget slag av svar. Menade du "time"?'],
    [
      { '    say: Besök hos {alias} klart {at}. Avsluta med STOPP.\n': '' },
      '38:5 D005 "say" saknas. Lägg till raden "say: …".',
    ],
    [
      { 'topic: visit_done': 'topic: visit_doen' },
      '33:20 D010 "visit_doen" är inget meddelande under "notify". Menade du "visit_done"?',
    ],
    [
      { 'notify:\n': 'notify:\n  late: Försenat.\n' },
      '37:3 D005 "late" ska ha rader med say: och det den ger. Skriv texten på nästa rad, indragen: say: …',
    ],
    [
      { ' Avsluta med STOPP.': '' },
      '39:10 T012 Meddelandet säger inte hur man slutar få det. Skriv till exempel: Avsluta med STOPP.',
    ],
    [
      { 'hos {alias}': 'hos {person}' },
      '39:20 T004 {person} säger vem det gäller till alla som ser sms:et. Fråga efter ett namn som bara invånaren förstår, och visa det i stället.',
    ],
    [
      { 'length: 1..12': 'length: 1..400' },
      '39:10 T010 3 sms på "sv" (442 tecken, GSM-7). Skriv en kortare text.',
    ],
    [
      { 'length: 1..12': 'length: 1..12\n    keep: 12 months' },
      '40:20 D033 {alias} är känsligt och ska inte stå i en text. Ta bort det. Den som tar emot ärendet ser svaren ändå.',
    ],
    [
      { '    to: phone\n': '    to: alias\n' },
      '32:5 D038 Meddelanden skickas med sms, men ingen kod har visat att numret är invånarens. Hämta numret med call: verify_phone, eller fråga efter en kod till det.',
    ],
    [
      { '    type: consent\n    purpose: besok\n    keep: 12 months\n': '    type: yes/no\n' },
      '30:5 D038 En prenumeration sparas utan att någon har frågats om samtycke. Lägg en fråga med type: consent först i dialogen.',
    ],
  ])('%j', (by, expected) => {
    expect(told(by as Readonly<Record<string, string>>)).toContain(expected)
  })
  test('tells a misspelt topic alone', () => {
    expect(told({ 'topic: visit_done': 'topic: visit_doen' })).toHaveLength(1)
  })
  test('warns of a notice that nobody can subscribe to', () => {
    const other = 'notify:\n  late:\n    say: Sent. Avsluta med STOPP.\n'
    expect(told({ 'notify:\n': other }).filter((line) => line.includes('D044'))).toEqual([
      '37:3 D044 "late" skickas aldrig: ingen kan prenumerera på det. Lägg till do: subscribe med topic: late, eller ta bort det.',
    ])
  })
  test('holds the translations against the source', () => {
    expect(told({}, { 'notify.visit_done': 'notify.visit_dune' })).toEqual([
      'besok.en.yaml 1:1 T020 "notify.visit_done" är inte översatt till "en". Lägg till "notify.visit_done: …" under texts:.',
      'besok.en.yaml 14:3 T021 "notify.visit_dune" finns inte i dialogen. Menade du "notify.visit_done"?',
    ])
    expect(told({}, { ' done {at}': '' })).toEqual([
      'besok.en.yaml 14:22 T022 Översättningen saknar {at}, som den svenska texten har. Skriv {namnen} som i den svenska texten; ordningen är fri.',
    ])
  })
})
