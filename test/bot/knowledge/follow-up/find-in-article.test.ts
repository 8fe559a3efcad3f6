import type { ArticleText } from '../../../../bot/contracts/knowledge/article'
import { findInArticle } from '../../../../bot/knowledge/follow-up/find-in-article'
import { readFollowUp } from '../../../../bot/knowledge/follow-up/read-follow-up'

const article: ArticleText = {
  language: 'sv',
  title: 'Isbanan',
  answer: 'Isbanan är öppen vardagar klockan 10 till 20 och helger klockan 10 till 16.',
  details: [
    '- **Barn** får låna hjälm. Fråga i kassan.',
    '- **Barn:** 20 kronor. En vuxen betalar 50 kronor.',
    '- **Säsong:** banan har is i november, december, januari och februari.',
    '- **Skridskor:** slipning tar ungefär tio minuter.',
  ].join('\n'),
  questions: ['finns det bastu på isbanan'],
}

function find(question: string, askedBefore: readonly string[] = [], synonyms: string[][] = []) {
  const read = readFollowUp(question, 'sv')
  if (read === undefined) throw new Error(`"${question}" was not read as a follow-up`)
  const found = findInArticle('isbanan', article, read, { askedBefore, synonyms })
  return found.kind === 'found' ? found.passage.text : found.kind
}

test.each([
  ['an occasion that the article counts among others', 'och på söndagar?', 'Isbanan är öppen'],
  ['a part of the day, by the hours', 'går det på kvällen?', 'Isbanan är öppen'],
  ['a price', 'vad kostar det?', '20 kronor'],
  ['a duration', 'hur lång tid tar det?', 'tio minuter'],
  ['a month that is missing in a list of months', 'och i mars?', 'november, december'],
  ['what is named, in another form', 'och skridskorna?', 'slipning'],
])('finds %s', (_, question, words) => {
  expect(find(question)).toContain(words)
})

test('prefers the side that was asked about before, where two passages answer alike', () => {
  expect(find('och för barn?')).toContain('låna hjälm')
  expect(find('och för barn?', ['price'])).toContain('20 kronor')
})

test('knows the synonyms that staff wrote', () => {
  expect(find('och ungar?')).toBe('missing')
  expect(find('och ungar?', [], [['barn', 'ungar']])).toContain('hjälm')
})

test('finds nothing in the example questions, for they are not what the article says', () => {
  expect(find('finns det bastu?')).toBe('missing')
})

test('says that something is touched where a named word stands there and nothing answers', () => {
  expect(find('och barn som åker i rullstol?')).toBe('touched')
})
