// A day that does not suit is no day to book.
import { findMeantDates, withoutDeniedDays } from '../../../../bot/dialog/words/denied-days'

/** A Tuesday. */
const today = '2026-11-24'
const meant = (text: string): readonly string[] =>
  findMeantDates(text, today, false).flatMap(({ days }) => days[0] ?? [])

const [tomorrow, thursday, friday] = ['2026-11-25', '2026-11-26', '2026-11-27'] as const

test.each([
  'helst inte på torsdag, för då är vi hos doktorn',
  'kan ni hämta en soffa men inte i morgon',
  'jag kan inte på torsdag',
  'torsdag går inte',
  'på torsdag kan vi tyvärr inte',
  'vi är inte hemma på torsdag',
  'vi är bortresta på torsdag',
  'på torsdag är vi bortresta',
  'inte på torsdag eller fredag',
  'vilken dag som helst utom onsdag',
  'not on Thursday',
  'Thursday does not work',
])('"%s" wishes for no day', (text) => expect(meant(text)).toEqual([]))

test.each<[string, readonly string[]]>([
  ['helst på fredag men inte på torsdag', [friday]],
  ['fredag, inte torsdag', [friday]],
  ['inte på torsdag utan på fredag', [friday]],
  ['inte torsdag, fredag går bra', [friday]],
  ['I cannot do Thursday but Friday is fine', [friday]],
])('"%s" wishes for the other one', (text, days) => expect(meant(text)).toEqual(days))

test.each<[string, readonly string[]]>([
  ['på torsdag om det inte är fullt', [thursday]],
  ['inte förrän på torsdag', [thursday]],
  ['inte bara på torsdag', [thursday]],
  ['kan ni inte komma på torsdag', [thursday]],
  ['passar inte torsdag?', [thursday]],
  ['det går inte att vänta till i morgon', [tomorrow]],
])('"%s" wishes for it all the same', (text, days) => expect(meant(text)).toEqual(days))

test.each<[string, string]>([
  ['bilen kom inte i tisdags', '2026-11-17'],
  ['ni tömde inte tunnan i går', '2026-11-23'],
  ['men ni kom inte i torsdags', '2026-11-19'],
])('"%s" tells of that day', (text, day) => expect(meant(text)).toEqual([day]))

test('what denies a day goes with it', () => {
  expect(withoutDeniedDays('fredag, inte torsdag', today, false)).toBe('fredag,  ')
  expect(withoutDeniedDays('på torsdag', today, false)).toBe('på torsdag')
})
