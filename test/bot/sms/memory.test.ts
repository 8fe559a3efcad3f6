import { hearText, limits, newMemory, type Hearing } from '../../../bot/sms/memory'

const beginMs = Date.parse('2026-11-24T09:00:00Z')
const today = '2026-11-24'

/** What becomes of texts that come so many seconds after the first. */
function hear(
  ...texts: readonly (readonly [text: string, second: number, date?: string])[]
): readonly Hearing[] {
  let memory = newMemory
  return texts.map(([text, second, date = today]) => {
    const heard = hearText(memory, text, new Date(beginMs + second * 1_000), date)
    memory = heard.memory
    return heard.hearing
  })
}
const kinds = (hearings: readonly Hearing[]) => hearings.map(({ kind }) => kind)

test('what a person writes is heard', () => {
  expect(
    kinds(hear(['hej', 0], ['när töms soporna', 5], ['1', 9], ['1', 12], ['ja', 15], ['ja', 19], ['ja', 21])),
  ).toEqual(Array(7).fill('heard'))
})
test('the same text under another id within ten seconds is an echo, and later it is not', () => {
  expect(kinds(hear(['När töms soporna?', 0], ['när töms  soporna', 9]))).toEqual(['heard', 'echo'])
  expect(kinds(hear(['när töms soporna', 0], ['när töms soporna', 11]))).toEqual(['heard', 'heard'])
})
test('a machine that answers a machine is met with silence from its third text on, for an hour', () => {
  const auto = 'Jag är bortrest till måndag'
  const heard = hear([auto, 0], [auto, 60], [auto, 120], ['är det någon där', 180], ['hallå då', 3_721])
  expect(kinds(heard)).toEqual(['heard', 'heard', 'silent', 'silent', 'heard'])
  expect(heard[2]).toMatchObject({ isNew: true })
  expect(heard[3]).toMatchObject({ isNew: false })
})
test('a flood is told once and then met with silence', () => {
  const flood = Array.from({ length: limits.inTenMinutes + 2 }, (_, n) => [`fråga nummer ${n}`, n] as const)
  const heard = hear(...flood)
  expect(kinds(heard.slice(0, limits.inTenMinutes))).not.toContain('silent')
  expect(heard.slice(limits.inTenMinutes)).toMatchObject([
    { kind: 'silent', isNew: true },
    { kind: 'silent', isNew: false },
  ])
})
test('a day holds so many texts, and the next day is a new one', () => {
  const slow = Array.from({ length: limits.onOneDay + 1 }, (_, n) => [`fråga nummer ${n}`, n * 60] as const)
  const heard = hear(...slow, ['god morgon', 86_400, '2026-11-25'])
  expect(heard.at(-2)).toMatchObject({ kind: 'silent', isNew: true })
  expect(heard.at(-1)).toEqual({ kind: 'heard' })
})
test('what is remembered grows no further than a flood, and holds no words', () => {
  let memory = newMemory
  for (let n = 0; n < 500; n += 1)
    ({ memory } = hearText(memory, `hemligt ${n}`, new Date(beginMs + n), today))
  expect(memory.heard.length).toBeLessThanOrEqual(limits.inTenMinutes + 1)
  expect(JSON.stringify(memory)).not.toContain('hemligt')
})
