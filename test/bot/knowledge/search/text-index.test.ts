// What a search finds however a resident writes it, and what it does not.
import fc from 'fast-check'
import { TextIndex } from '../../../../bot/knowledge/search/text-index'
import { synonymsFrom } from '../../../../bot/knowledge/search/synonyms'

fc.configureGlobal({ seed: 20_261_128 })

const texts = [
  'Återvinningscentralen är öppen vardagar klockan 7 till 19.',
  'Du ansöker om förskola i e-tjänsten. Barnet har rätt till en plats inom fyra månader.',
  'Är det en parkeringsanmärkning betalar du först och bestrider sedan hos polisen.',
  'Sophämtningen sker varannan vecka. Ställ ut kärlet kvällen före.',
  'Bygglov kostar olika mycket. Avgiften står i taxan.',
  'Biblioteket lånar ut böcker, filmer och spel.',
]
const groups = [
  ['tippen', 'återvinningscentral', 'sop station'],
  ['dagis', 'förskola'],
]
const index = new TextIndex(
  texts.map((text) => ({ head: '', texts: [text] })),
  'sv',
  synonymsFrom(groups, 'sv'),
)
const firstOf = (question: string): string | undefined => texts[index.search(question, 1)[0]?.at ?? -1]

test.each([
  ['another ending', 'månad för plats', 1],
  ['a piece of a compound', 'anmärkning på parkering', 2],
  ['a compound of words that stand apart', 'ställa ut kvällskärlet', 3],
  ['a missing å, ä or ö', 'aterbetalning nej atervinningscentralen', 0],
  ['a slip of the finger', 'biblotekets boker', 5],
  ['a synonym', 'när öppnar tippen', 0],
  ['a phrase that stands for a word', 'var ligger min sop station', 0],
  ['a synonym in a compound', 'dagisplats', 1],
])('finds %s', (_, question, at) => {
  expect(firstOf(question)).toBe(texts[at])
})

test('trusts what staff said of a word more than the words it is made of', () => {
  const told = new TextIndex(
    texts.map((text) => ({ head: '', texts: [text] })),
    'sv',
    synonymsFrom([['kärlkvällen', 'återvinningscentral']], 'sv'),
  )
  const [meant, alike] = told.search('var ligger kärlkvällen', 2)
  expect([meant?.at, alike?.at]).toEqual([0, 3])
  expect(alike?.score).toBeLessThan((meant?.score ?? 0) / 2)
})

test('prefers the text that holds a time when a time is asked for', () => {
  const times = new TextIndex(
    [
      { head: '', texts: ['Hämtning av grovsopor bokar du själv.'] },
      { head: '', texts: ['Hämtning av grovsopor sker i maj.'] },
    ],
    'sv',
  )
  expect(times.search('när är hämtning av grovsopor', 2).map(({ at }) => at)).toEqual([1, 0])
  expect(times.search('hämtning av grovsopor bokar', 2).map(({ at }) => at)).toEqual([0, 1])
})

test('prefers the text that says what a thing is when that is asked', () => {
  const things = new TextIndex(
    [
      {
        head: 'Färdtjänst',
        texts: ['Färdtjänst är gratis.', 'Färdtjänst är en resa hem.'],
      },
    ],
    'sv',
  )
  expect(things.search('vad är färdtjänst', 1)[0]?.at).toBe(1)
  expect(things.search('är färdtjänst bra', 1)[0]?.at).toBe(0)
})

test('lets the head of a page tell what its texts are about', () => {
  const pages = new TextIndex(
    [
      { head: 'Simhallen', texts: ['Det är gratis.'] },
      { head: 'Biblioteket', texts: ['Det är gratis.'] },
    ],
    'sv',
  )
  expect(pages.search('är biblioteket gratis', 1)[0]?.at).toBe(1)
})

test('finds the text that answers on the page that is asked about, though it does not name what the page is about', () => {
  const texts = [
    'Färdtjänst är resor för dig som inte kan åka buss. Färdtjänst söker du hos kommunen, och färdtjänsten kör dygnet runt.',
    'Du får ta med dig en person. Han eller hon betalar lika mycket.',
    'En resa kostar 50 kronor.',
  ]
  const pages = new TextIndex(
    [
      { head: 'Färdtjänst', texts },
      { head: 'Simhallen', texts: ['Simhallen är öppen alla dagar.', 'Ett besök kostar 80 kronor.'] },
    ],
    'sv',
  )
  expect(pages.search('vad kostar färdtjänst', 1)[0]?.at).toBe(2)
  expect(pages.search('kostar simhallen', 1)[0]?.at).toBe(4)
})

test('covers all of a question that stands in the text, and little of one that does not', () => {
  const [whole] = index.search('vad kostar bygglov', 1)
  expect(whole).toMatchObject({ at: 4, coverage: 1 })
  expect(index.search('kostar elefantmat på zoo mycket', 1)[0]?.coverage).toBeLessThan(0.35)
})

test('finds nothing for what shares no letters with any text, or is no word', () => {
  expect(index.search('xyzzy', 5)).toEqual([])
  expect(index.search('?!', 5)).toEqual([])
  expect(new TextIndex([], 'sv').search('bygglov', 5)).toEqual([])
})

test('stems English by its own rules', () => {
  const english = new TextIndex(
    [
      { head: '', texts: ['Applications are answered within a month.'] },
      { head: '', texts: ['The library lends books.'] },
    ],
    'en',
  )
  expect(english.search('how do i apply for an application', 1)[0]?.at).toBe(0)
})

test('gives the same hits for the same question, scores falling and coverage a share', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...texts), fc.lorem()), (question) => {
      const hits = index.search(question, texts.length)
      expect(index.search(question, texts.length)).toEqual(hits)
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
      expect(hits.every(({ coverage }) => coverage >= 0 && coverage <= 1)).toBe(true)
    }),
  )
})
