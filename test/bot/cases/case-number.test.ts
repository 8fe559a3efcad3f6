import { caseNumbersIn, isCaseNumber } from '../../../bot/cases/case-number'

test.each([
  ['STATUS F-2026-000123', ['F-2026-000123']],
  ['hur går det med f 2026 123?', ['F-2026-000123']],
  ['F2026000123 och F–2026–000124', ['F-2026-000123', 'F-2026-000124']],
  ['F-2026-000123, F-2026-123', ['F-2026-000123']],
  ['rum F-20', []],
  ['ring 042-10 50 00', []],
  ['AF-2026-1', []],
])('in "%s"', (text, numbers) => {
  expect(caseNumbersIn(text)).toEqual(numbers)
})

test('what is no number of ours is never looked up', () => {
  expect(
    ['F-2026-000123', 'F-2026-000123/event/created', '../x', 'f-2026-000123', ''].map(isCaseNumber),
  ).toEqual([true, false, false, false, false])
})
