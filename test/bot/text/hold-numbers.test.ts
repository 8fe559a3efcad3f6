// No line ends within a number.
import { holdNumbers } from '../../../bot/text/hold-numbers'

test.each([
  ['Ett lov kostar 30 000 kronor.', 'Ett lov kostar 30\u00A0000 kronor.'],
  ['1 234 567 kr', '1\u00A0234\u00A0567 kr'],
  ['[116 000](tel:116000)', '[116\u00A0000](tel:116000)'],
])('"%s"', (text, held) => {
  expect(holdNumbers(text)).toBe(held)
})

test.each(['042-10 50 00', 'den 3 2026', '12 0000', 'klockan 7 till 19', '3 st', 'linje 5 10 minuter'])(
  '"%s" stays as it is',
  (text) => {
    expect(holdNumbers(text)).toBe(text)
  },
)
