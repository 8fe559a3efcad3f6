// A text as a page shows it: no line ends within a number, and phone numbers are links that call.
import { forPage } from '../../../bot/text/for-page'

test.each([
  ['Ett lov kostar 30 000 kronor.', 'Ett lov kostar 30\u00A0000 kronor.'],
  ['1 234 567 kr', '1\u00A0234\u00A0567 kr'],
  ['Ring 116 000.', 'Ring [116\u00A0000](tel:116000).'],
])('"%s"', (text, held) => {
  expect(forPage(text)).toBe(held)
})

test.each(['den 3 2026', '12 0000', 'klockan 7 till 19', '3 st', 'linje 5 10 minuter'])(
  '"%s" stays as it is',
  (text) => {
    expect(forPage(text)).toBe(text)
  },
)
