// LIX by hand: words per sentence + 100 × words of more than six letters / words.
import { lix, sentencesOf, wordsOf } from '../../../bot/yaml/lix'

test.each([
  ['Hej du. Kom nu.', 2],
  ['Katten sitter på mattan.', 4],
  // 6 words in 1 sentence, 2 of them long: 6 + 33.3
  ['Kommunen svarar på frågor om förskolan.', 39],
  // 6 words in 3 sentences, 2 long: 2 + 33.3
  ['Förskolan öppnar tidigt. Kommunen svarar. Ja', 35],
  // A colon and a new line end a sentence: 4 words in 4 sentences.
  ['Obs: ring\nnu\nja', 1],
  ['', 0],
  ['112 1177', 0],
])('the LIX of "%s" is %i', (text, value) => {
  expect(lix(text)).toBe(value)
})

test('a word is letters with hyphens inside, and no figure', () => {
  expect(wordsOf('e-tjänsten på 042-10 50 00, kl. 7')).toEqual(['e-tjänsten', 'på', 'kl'])
})

test('a point inside a figure or an address ends no sentence', () => {
  expect(sentencesOf('Läs polisen.se kl. 7.30 idag. Ring sedan.')).toEqual([
    'Läs polisen.se kl',
    '7.30 idag',
    'Ring sedan',
  ])
})
