// What is in Latin letters and digits within a text that runs from right to left.
import { isolateLeftToRight } from '../../../../bot/stages/wording/isolate-left-to-right'

const shown = (text: string) => isolateLeftToRight(text).replaceAll('\u2068', '‹').replaceAll('\u2069', '›')

test.each([
  ['a phone number', 'اتصل على 042-10 50 00.', 'اتصل على ‹042-10 50 00›.'],
  ['an address', 'في Storgatan 12، الآن', 'في ‹Storgatan 12›، الآن'],
  ['a case number', 'رقم F-2026-000001', 'رقم ‹F-2026-000001›'],
  ['an e-mail address', 'هكذا، anna@exempel.se.', 'هكذا، ‹anna@exempel.se›.'],
  ['a number with its country', 'اتصل +46 42 10 50 00', 'اتصل ‹+46 42 10 50 00›'],
])('%s is kept together', (_, text, expected) => expect(shown(text)).toBe(expected))

test.each(['3 أيام', 'مدينة Helsingborg اليوم', 'رمز [هنا](https://www.helsingborg.se/a-b)', ''])(
  '"%s" needs nothing',
  (text) => expect(shown(text)).toBe(text),
)
