// A language spoken in part: what must be there of it, what may be missing, and what a machine may have written.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { broken, compileWith, sound } from './sound-dialog'

const shipped = readFileSync(join(__dirname, '../../../dialogs/city.fi.yaml'), 'utf8')
const finnishCity = shipped.replace(/^ {2}dialog:(felanmalan|grovsopor|kontakta-oss): .*\n/gm, (line, name) =>
  name === 'felanmalan' ? line.replace('felanmalan', 'nyckel') : line.replace('dialog:', 'article:'),
)
const speaks = broken('city.yaml', 'languages: [sv, en]\n', 'languages: [sv, en]\nlanguages in part: [fi]\n')
const city = { 'city.yaml': speaks, 'city.fi.yaml': finnishCity }

const dialog = (head: string, texts: string) => `translates: nyckel
language: fi
${head}title: Tilaa avain
start: [Haluan tilata avaimen, avain on kadonnut, saanko uuden avaimen]
labels: { kind: Laji, count: Määrä }
choices:
  kind: { door: Ovenavain, mail: Postiavain, other: Jotain muuta }
texts:
${texts}`
const texts = `  place: Missä talo on?
  place.hint: Esimerkiksi Storgatan 12.
  place.must: Se talo ei ole kunnassa.
  no_house: Emme tunne sitä taloa.
  find_key.fails: Rekisteri ei vastannut.
  kind: Mitä avainta se koskee?
  note: Kuvaile avain.
  count: Montako?
  contact: Miten tavoitamme sinut?
  wait: Se kestää {days, plural, one {# päivän} other {# päivää}}.
  wait.sms: Kestää {days, plural, one {# päivän} other {# päivää}}.
  send: Tilaanko {count} lajia {kind}?
  order_key.fails: Sitä ei voitu tilata.
  done_text: Valmis! Numero on {order_number}.
`
const told = (files: Readonly<Record<string, string>>) =>
  compileWith({ ...city, ...files }).findings.map(
    ({ code, severity, place, message }) => `${place.file} ${code} ${severity} ${message.en}`,
  )

test('a dialog need not be translated to it', () => expect(told({})).toEqual([]))

test('a dialog that is translated to it wants all its texts', () => {
  expect(told({ 'nyckel.fi.yaml': dialog('', texts) })).toEqual([])
  expect(told({ 'nyckel.fi.yaml': dialog('', texts.replace(/ {2}note: .*\n/, '')) })).toEqual([
    'nyckel.fi.yaml T020 warning "note" is not translated to "fi"',
  ])
})

test("the bot's own texts must be there, and one that is missing is told", () => {
  expect(told({ 'city.fi.yaml': '# Ingenting\n' })).toContain(
    'city.yaml T020 error the translation to "fi" is missing',
  )
  expect(told({ 'city.fi.yaml': finnishCity.replace(/ {2}clarify: .*\n/, '') })).toEqual([
    'city.fi.yaml T020 warning "clarify" is not translated to "fi"',
  ])
})

test('a text knows in which languages a machine wrote it', () => {
  const { dialogs, city: read } = compileWith({
    ...city,
    'nyckel.fi.yaml': dialog('translated: machine\n', texts),
  })
  const { title, asks } = dialogs.get('nyckel')!
  expect([title, asks.get('place')!.question].map(({ machine }) => [...machine!])).toEqual([['fi'], ['fi']])
  expect([...read!.texts.get('hello')!.machine!]).toEqual(['fi'])
})

test('a machine may not have translated a question for consent, which then stays in Swedish', () => {
  const consent = broken(
    'nyckel.yaml',
    'type: phone or email\n    optional: true\n    keep: 90 days',
    'type: consent\n    purpose: nyckel\n    keep: 90 days',
  )
  const withConsent = (head: string, more: string) =>
    told({ 'nyckel.yaml': consent, 'nyckel.fi.yaml': dialog(head, more) }).filter((line) =>
      line.includes('.fi.'),
    )
  const withoutConsent = texts.replace(/ {2}contact: .*\n/, '')
  expect(withConsent('translated: machine\n', texts)).toEqual([
    'nyckel.fi.yaml T026 error a question for consent must not be machine translated',
  ])
  expect(withConsent('translated: machine\n', withoutConsent)).toEqual([])
  expect(withConsent('', texts)).toEqual([])
  expect(withConsent('', withoutConsent)).toEqual([
    'nyckel.fi.yaml T020 warning "contact" is not translated to "fi"',
  ])
})

test('where the city forbids it, no text of a machine is read', () => {
  const forbidden = speaks.replace('machine translations: allowed', 'machine translations: forbidden')
  const { findings, city: read } = compileWith({ ...city, 'city.yaml': forbidden })
  expect(findings.map(({ code, place }) => `${place.file} ${code}`)).toEqual(['city.fi.yaml T027'])
  expect(read!.texts.get('hello')!.byKey.has('fi')).toBe(false)
})

test('a city that says nothing of machines forbids them', () => {
  const silent = sound['city.yaml'].replace(/^machine translations: .*\n/m, '')
  expect(compileWith({ 'city.yaml': silent }).city!.allowsMachineTexts).toBe(false)
})
