import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
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

describe('counts as Twilio does', () => {
  const gsm = fc.constantFrom(...'aåäöÅ Ö1.\n?ñΔ€[]{}~^|\\'.split(''))
  const beyond = fc.constantFrom('č', '–', '”', 'ж', 'س', '\u0301', '😀', '👍🏽', '👨‍👩‍👧', '🇸🇪', '`', '\t')
  const counted = (text: string) => {
    const { segmentsCount, encodingName } = new SegmentedMessage(text)
    return { parts: segmentsCount, encoding: encodingName }
  }
  const mixed = fc.oneof({ weight: 20, arbitrary: gsm }, { weight: 1, arbitrary: beyond })
  test.each([
    ['texts of the GSM alphabet', gsm],
    ['texts with a character beyond it here and there', mixed],
    ['texts of characters beyond it', fc.oneof(gsm, beyond)],
  ])('%s', (_name, characters) => {
    const texts = fc.array(characters, { maxLength: 500 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(smsParts(text)).toMatchObject(counted(text))
      }),
      { seed: 20_261_128, numRuns: 100 },
    )
  })
  test.each([
    ...[160, 153, 306, 459].map((places) => ['a', '€', places] as const),
    ...[70, 67, 134, 201].map((places) => ['č', '😀', places] as const),
  ])('a text of "%s" with one "%s" in it, around %d places', (one, wide, places) => {
    // Where a part ends, the wide one goes as a whole into the next.
    for (const length of [places - 2, places - 1, places, places + 1])
      for (const at of [0, 65, 66, 151, 152, length - 2, length])
        if (at <= length) {
          const text = one.repeat(at) + wide + one.repeat(length - at)
          expect(smsParts(text)).toMatchObject(counted(text))
        }
  })
})
