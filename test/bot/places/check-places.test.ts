// Files of places: every fault is told with its line, and one wrong row does not take the others with it.
import { checkPlaces } from '../../../bot/places/check-places'
import { placeChecks } from '../../../bot/places/place-finding'
import { placeFaults, placeNearMisses } from './place-faults'

const check = (text: string) => checkPlaces([{ path: 'knowledge/places/test.csv', text }])

test.each(placeFaults)('$code: $sv', ({ code, line, text, sv }) => {
  const { findings } = check(text)
  expect(findings.map((finding) => finding.code)).toEqual([code])
  const [finding] = findings
  expect(finding?.place).toMatchObject({ file: 'knowledge/places/test.csv', line, column: 1 })
  expect(finding?.severity).toBe(placeChecks[code])
  expect(finding?.message.sv).toContain(sv)
  expect(finding?.message.en).not.toBe('')
  expect(finding?.hint?.sv).toMatch(/[Ss]kriv|[Ss]para|[Tt]a bort|[Ll]ägg|[Bb]yt|[Gg]e|[Kk]ontrollera/u)
})

test.each(placeNearMisses)('$code is not told of a file that only resembles it', ({ text }) => {
  const { rows, findings } = check(text)
  expect(findings).toEqual([])
  expect(rows.length).toBeGreaterThan(0)
})

test('every check has a fault and a near miss', () => {
  const all = Object.keys(placeChecks)
  expect([...new Set(placeFaults.map(({ code }) => code))].sort()).toEqual(all.sort())
  expect([...new Set(placeNearMisses.map(({ code }) => code))].sort()).toEqual(all.sort())
})

test('a wrong row is left out and the others are used', () => {
  const { rows } = check(
    'gata;nummer;lat;lon\nStorgatan;1;56.04;12.70\nStorgatan;2;1;2\nStorgatan;3;56.04;12.70\n',
  )
  expect(rows.map(({ number }) => number)).toEqual(['1', '3'])
})

test('a thousand wrong rows are told of five times, and counted', () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => `Storgatan;${at + 1};1;2`)
  const { findings } = check(['gata;nummer;lat;lon', ...rows].join('\n'))
  expect(findings).toHaveLength(5)
  expect(findings[4]?.message.sv).toContain('Det gäller 995 rader till.')
})

test('the hint tells swapped columns from another system of coordinates', () => {
  const hintOf = (lat: string, lon: string) =>
    check(`namn;lat;lon\nTorget;${lat};${lon}\n`).findings[0]?.hint?.sv
  expect(hintOf('12.70', '56.04')).toContain('byt plats')
  expect(hintOf('6213000', '107000')).toContain('SWEREF 99')
})
