// Which figures in a reply can be tapped to call, and which must never be.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adviceFor } from '../../../bot/emergency/advice'
import { emergencyKinds } from '../../../bot/contracts/talk/emergency-kind'
import { linkPhones } from '../../../bot/text/link-phones'
import { projectRoot } from '../../support/project-root'

test.each([
  ['Ring 112 nu.', 'Ring [112](tel:112) nu.'],
  ['**Ring 112**, eller sms:a 112!', '**Ring [112](tel:112)**, eller sms:a [112](tel:112)!'],
  ['rufen Sie 112 an', 'rufen Sie [112](tel:112) an'],
  ['اتصل على 112، الآن', 'اتصل على [112](tel:112)، الآن'],
  ['Råd får du på 1177.', 'Råd får du på [1177](tel:1177).'],
  ['Polisen: 114 14', 'Polisen: [114 14](tel:11414)'],
  ['Bris på 116 111.', 'Bris på [116 111](tel:116111).'],
  ['Ring 042-10 50 00, fråga', 'Ring [042-10 50 00](tel:042105000), fråga'],
  ['020-50 50 50 eller 08-123 456 78', '[020-50 50 50](tel:020505050) eller [08-123 456 78](tel:0812345678)'],
  ['0771-567 567', '[0771-567 567](tel:0771567567)'],
  ['+46 42 10 50 00', '[+46 42 10 50 00](tel:+4642105000)'],
  ['\u2068042-10 50 00\u2069', '\u2068[042-10 50 00](tel:042105000)\u2069'],
])('%s', (said, linked) => {
  expect(linkPhones(said)).toBe(linked)
})

test.each([
  'Ärendet har nummer F-2026-000001.',
  'Stolpe 45123, stolpe 01123',
  'Det kostar 112 kr, 1177 kronor eller 1 112 kr.',
  'Avgiften är 112,50 eller 1.112 och 112 % mer.',
  'Onsdag 2 december 07-12, den 2026-11-29 08.00-12.00',
  'Personnummer 19121212-1212, 121212-1212 och 010203-1234',
  'org.nr 212000-1157, bankgiro 5050-1055',
  'Noterat: telefon 070-123 45 67, +46 70 123 45 67',
  'Adress: Storgatan 112 och Norra vägen 1177',
  'Vi kommer till Långa Raden 112.',
  'Se § 112 och nr 112',
  'Välj på 1177.se eller https://www.1177.se/112 eller a112@exempel.se',
  '[Ring 112](tel:112) och [042-10 50 00](https://example.se/042-105000)',
  '251 89 Helsingborg',
])('no number to call: %s', (said) => {
  expect(linkPhones(said)).toBe(said)
})

describe('in what the city says', () => {
  const texts = readdirSync(join(projectRoot, 'knowledge'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(projectRoot, 'knowledge', file), 'utf8'))
    .map((text) => text.slice(text.indexOf('\n---', 4)))
  const advice = emergencyKinds.flatMap((kind) =>
    ['sv', 'en', 'ar', 'fi', 'so', 'uk', 'fa', 'pl', 'es', 'de'].map((language) =>
      adviceFor({ kind, language }, 'web'),
    ),
  )

  test('every number to call in an article and in each advice can be tapped', () => {
    const left = [...texts, ...advice].flatMap((text) =>
      linkPhones(text)
        .replace(/\[[^\]]*\]\([^)]*\)/g, '')
        .split('\n')
        .filter((line) => /\b(?:112|1177|114 14|116 111|0\d{1,3}-\d\d \d\d)\b(?!\.se)/.test(line)),
    )
    expect(left).toEqual([])
  })
})
