// `routing:` and a department's `desk:` of city.yaml: what they give, and what is said of each fault.
import { sentencesOf } from '../../../scripts/command/render-findings'
import { compileWith, sound } from './sound-dialog'

const desk = (written: string) =>
  sound['city.yaml'].replace(
    '{ name: Gata och park, phone: 042-10 50 00 }',
    `{ name: Gata, desk: ${written} }`,
  )
const rules = (...lines: readonly string[]) =>
  sound['city.yaml'].replace(
    /\nrouting:\n(?: {2}- .*\n)+/,
    `\nrouting:\n${lines.map((line) => `  - ${line}\n`).join('')}`,
  )
const compiled = (city: string) => compileWith({ 'city.yaml': city })
const told = (city: string) => compiled(city).findings.map((one) => `${one.code} ${sentencesOf(one, 'sv')}`)

test('gives each rule what it asks and who gets it', () => {
  const city = compiled(
    rules(
      '{ class: [light, ice], place: [E6, väg 111], urgent: yes, hours: closed, to: vatten }',
      '{ class: pothole, road owner: trafikverket, urgent: no, to: kontaktcenter }',
    ),
  ).city
  expect(city?.routing).toEqual([
    { classes: ['light', 'ice'], places: ['E6', 'väg 111'], urgent: true, hours: 'closed', to: 'vatten' },
    { classes: ['pothole'], roadOwners: ['trafikverket'], urgent: false, to: 'kontaktcenter' },
  ])
})

test.each([
  ['{ email: felanmalan@exempel.se }', { kind: 'email', to: 'felanmalan@exempel.se' }],
  [
    '{ webhook: "https://arenden.exempel.se/in?x=1" }',
    { kind: 'webhook', to: 'https://arenden.exempel.se/in?x=1' },
  ],
  ['{ webhook: "http://localhost:9000/in" }', { kind: 'webhook', to: 'http://localhost:9000/in' }],
])('gives a department the desk %s', (written, expected) => {
  expect(told(desk(written)).filter((line) => line.includes('gata-park'))).toEqual([])
  expect(compiled(desk(written)).city?.departments.get('gata-park')?.desk).toEqual(expected)
})

test('gives an Open311 desk, and says where notes that it cannot take would be lost', () => {
  const city = desk('{ open311: https://arenden.exempel.se/open311/v2 }')
  const expected = { kind: 'open311', to: 'https://arenden.exempel.se/open311/v2' }
  expect(compiled(city).city?.departments.get('gata-park')?.desk).toEqual(expected)
  expect(told(city)).toContain(
    'D005 "gata-park" har bara Open311, som inte kan ta emot ärenden utan plats, löften om uppringning och samtal som väntar. ' +
      'Ge enheten kontaktcenter en desk med email eller webhook, så får den dem.',
  )
  // Since one has a desk, it is said of each that has none.
  expect(told(city)).toContain(
    'D005 "vatten" har ingen desk, så ingen får veta av enhetens ärenden och löften om uppringning. ' +
      'Ge enheten eller kontaktcenter en desk med email eller webhook.',
  )
  const centre = '{ name: Kontaktcenter, phone: 042-10 50 00 }'
  expect(city).toContain(centre)
  expect(told(city.replace(centre, '{ name: Kontaktcenter, desk: { email: kc@exempel.se } }'))).toEqual([])
})

test.each([
  [rules('{ clas: light, to: vatten }'), 'D001 "clas" är inget som kan stå i en regel. Menade du "class"?'],
  [rules('{ class: light }'), 'D005 "to" saknas. Lägg till raden "to: …".'],
  [rules('{ to: vaten }'), 'D010 "vaten" är ingen enhet i city.yaml. Menade du "vatten"?'],
  [rules('{ hours: closd, to: vatten }'), 'D005 "closd" är varken open eller closed. Menade du "closed"?'],
  [rules('{ urgent: kanske, to: vatten }'), 'D005 "urgent" ska vara true eller false.'],
  [
    rules('light till vatten'),
    'D005 en regel ska vara rader med namn: värde. Skriv till exempel { class: light, to: gata-park }.',
  ],
  [
    rules('{ to: vatten }', '{ class: ice, to: avfall }'),
    'D020 den här regeln används aldrig: en regel ovanför gäller alla ärenden. Sätt regeln utan villkor sist.',
  ],
  [desk('{ mail: a@exempel.se }'), 'D001 "mail" är inget som kan stå under "desk". Menade du "email"?'],
  [
    desk('{ email: Anna Ek }'),
    'D005 "Anna Ek" är ingen e-postadress. Skriv bara adressen: felanmalan@exempel.se.',
  ],
  [
    desk('{ email: "a@exempel.se, b@exempel.se" }'),
    'D005 "a@exempel.se, b@exempel.se" är ingen e-postadress. Skriv bara adressen: felanmalan@exempel.se.',
  ],
  [
    desk('{ webhook: "http://arenden.exempel.se" }'),
    'D005 "http://arenden.exempel.se" är ingen säker webbadress. Den ska börja med https:// och får inte innehålla lösenord.',
  ],
  [
    desk('{ webhook: "https://a:b@exempel.se" }'),
    'D005 "https://a:b@exempel.se" är ingen säker webbadress. Den ska börja med https:// och får inte innehålla lösenord.',
  ],
  [
    desk('{ email: a@exempel.se, webhook: "https://exempel.se" }'),
    'D005 en enhet har en ärendeplats, men här står både "email" och "webhook".',
  ],
])('tells of a fault (%#)', (city, sentence) => {
  const own = told(city).filter((line) => !line.includes('har ingen desk'))
  expect(own.map((one) => one.toLowerCase())).toEqual([sentence.toLowerCase()])
})
