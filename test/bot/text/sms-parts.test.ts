import { smsParts } from '../../../bot/text/sms-parts'

/** Lengths at the limits of 3GPP TS 23.038 and TS 23.040. */
test.each([
  ['', 1, 'GSM-7', 0],
  ['a'.repeat(160), 1, 'GSM-7', 160],
  ['a'.repeat(161), 2, 'GSM-7', 161],
  ['a'.repeat(306), 2, 'GSM-7', 306],
  ['a'.repeat(307), 3, 'GSM-7', 307],
  ['åäöÅÄÖéüÜñÑàèìòùÇØøÆæßÉ'.repeat(6).slice(0, 130), 1, 'GSM-7', 130],
  ['€'.repeat(80), 1, 'GSM-7', 160],
  ['€'.repeat(81), 2, 'GSM-7', 162],
  // 76 of them and one left over: the pair of places is not divided.
  ['€'.repeat(153), 3, 'GSM-7', 306],
  ['č'.repeat(70), 1, 'UCS-2', 70],
  ['č'.repeat(71), 2, 'UCS-2', 71],
  ['č'.repeat(134), 2, 'UCS-2', 134],
  ['č'.repeat(135), 3, 'UCS-2', 135],
  ['😀'.repeat(35), 1, 'UCS-2', 70],
  // 33 whole ones a part, for a surrogate pair is not divided.
  ['😀'.repeat(67), 3, 'UCS-2', 134],
])('%# %s', (text, parts, encoding, places) => {
  expect(smsParts(text)).toMatchObject({ parts, encoding, places })
})

test.each([
  ['kl. 8–16', '–'],
  ['”Hej”', '”'],
  ['Vänta…', '…'],
  ['kč', 'č'],
  ['hårt blanksteg:\u00a0x', '\u00a0'],
])('names the character that takes the GSM alphabet away: %s', (text, forcedBy) => {
  expect(smsParts(text).forcedBy).toBe(forcedBy)
})

test('every printable ASCII character but the grave accent fits', () => {
  const ascii = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n))
  expect(ascii.filter((one) => smsParts(one).encoding !== 'GSM-7')).toEqual(['`'])
})
