// An article is cut where a resident could be given a piece of it alone.
import { splitPassages } from '../../../../bot/knowledge/search/split-passages'

const article = {
  language: 'sv',
  title: 'Bestrida en p-bot',
  answer: 'Läs först vad det står på lappen.',
  details: `**Parkeringsanmärkning** (gata och torg):

- Betala i tid, även om den är fel.
- Bestrid hos [polisen](https://polisen.se/) inom sex månader.

Hit kan du ta med:

- ris, löv och gräs
- trä och metall
- Asbest tar vi inte emot.

Ring först. En tunna kostar 2 660 kronor.`,
  questions: [],
}

test('short answer, paragraphs, whole lists and points that are sentences are passages', () => {
  const passages = splitPassages('p-bot', article)
  expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
    [undefined, 'Läs först vad det står på lappen.'],
    ['Parkeringsanmärkning (gata och torg)', 'Betala i tid, även om den är fel.'],
    ['Parkeringsanmärkning (gata och torg)', 'Bestrid hos [polisen](https://polisen.se/) inom sex månader.'],
    ['Hit kan du ta med', '- ris, löv och gräs\n- trä och metall'],
    ['Hit kan du ta med', 'Asbest tar vi inte emot.'],
    [undefined, 'Ring först. En tunna kostar 2 660 kronor.'],
  ])
  expect(passages[0]).toMatchObject({ articleId: 'p-bot', language: 'sv', title: 'Bestrida en p-bot' })
})

test('an article of its short answer alone is one passage', () => {
  expect(splitPassages('p-bot', { ...article, details: '' })).toHaveLength(1)
})
