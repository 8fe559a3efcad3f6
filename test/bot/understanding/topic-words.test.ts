// How much of a text is in a topic's own words.
import { TopicWords } from '../../../bot/understanding/topic-words'

const words = new TopicWords([
  { text: 'hur bokar jag en sporthall', label: 'article:lokal' },
  { text: 'boka lokal för träning', label: 'article:lokal' },
  { text: 'fakturan är fel', label: 'article:faktura' },
  { text: 'hur betalar jag en räkning', label: 'article:faktura' },
  { text: 'hur söker jag bygglov', label: 'article:bygglov' },
  { text: 'hur söker jag förskola', label: 'article:forskola' },
  { text: 'receptet på kanelbullar', label: null },
])

test('is all of it when every word is', () => {
  expect(words.shareOf('boka en sporthall', 'article:lokal')).toBe(1)
})
test('passes over what many topics say, and numbers', () => {
  expect(words.shareOf('hur söker jag?', 'article:lokal')).toBe(1)
  expect(words.shareOf('hur söker jag bygglov?', 'article:lokal')).toBe(0)
  expect(words.shareOf('boka sporthall 070-123 45 67', 'article:lokal')).toBe(1)
})
test('counts endings, compounds and letters without dots', () => {
  expect(words.shareOf('boka sporthallarna', 'article:lokal')).toBe(1)
  expect(words.shareOf('traningslokal', 'article:lokal')).toBe(1)
})
test('falls with every word of something else, the rarer the more', () => {
  const klarna = words.shareOf('min klarnafaktura är fel', 'article:faktura')
  const recipe = words.shareOf('receptet på kanelbullar är fel', 'article:faktura')
  expect(klarna).toBeGreaterThan(recipe)
  expect(recipe).toBeLessThan(0.6)
})
test('is nothing of what only texts out of scope say, and of a topic that nobody taught', () => {
  expect(words.shareOf('kanelbullar', 'article:faktura')).toBe(0)
  expect(words.shareOf('fakturan', 'article:annat')).toBe(0)
})
test('is all of a text without any word that says what it is about', () => {
  expect(words.shareOf('jag', 'article:faktura')).toBe(1)
  expect(words.shareOf('…', 'article:faktura')).toBe(1)
})
