import fc from 'fast-check'
import { escapeMarkup } from '../../adapters/escape-markup'

test('marks of markup stand for themselves', () => {
  expect(escapeMarkup(`<a href="x">Söner & 'Co' 💡</a>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;Söner &amp; &#39;Co&#39; 💡&lt;/a&gt;',
  )
})

test.each([
  ['control characters', 'a\u0000\u0008\u000b\u001bb'],
  ['a lone half of a pair', 'a\ud83db'],
  ['its other half', 'a\udca1b'],
  ['what is no character', 'a\ufffe\uffffb'],
])('%s are left out', (_name, text) => {
  expect(escapeMarkup(text)).toBe('ab')
})

test('tabs and line breaks stay', () => {
  expect(escapeMarkup('a\tb\r\nc')).toBe('a\tb\r\nc')
})

test('whatever stands in a text, nothing of it is markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkup(text)
      expect(escaped).not.toMatch(/[<>"']/)
      expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(escaped).not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: 500 },
  )
})
