// What a resident gets from an article: short answer, details, source; or nothing once its date has passed.
import { answerFromArticle, articleIsValid } from '../../../bot/knowledge/answer-from-article'
import { articleExamples } from '../../../bot/knowledge/article-examples'
import { check, english, swedish } from './sound-article'

const { articles } = check([swedish, english])
const article = articles.get('elda')!
const setting = { today: '2026-11-24', city: { languages: ['sv', 'en'] } }

test('the short answer stands first and the details after it', () => {
  expect(answerFromArticle(article, 'en', setting)).toEqual({
    kind: 'answer',
    text: 'You may burn dry twigs. Put the fire out before you leave.\n\n- Keep **water** near.\n- Read [more here](https://example.se/en/more).\n\nCall 042-10 50 00. A barrel costs SEK 2,660.',
    spoken: { language: 'en', isMachine: false },
    sources: [
      {
        articleId: 'elda',
        title: 'Fires in the garden',
        url: 'https://example.se/elda',
        owner: 'Miljöenheten',
        reviewed: '2026-10-02',
      },
    ],
  })
})

test('an article of one paragraph is its short answer alone', () => {
  const short = { ...swedish, text: swedish.text.slice(0, swedish.text.indexOf('\n\n') + 1) }
  const answer = answerFromArticle(check([short]).articles.get('elda')!, 'sv', setting)
  expect(answer).toMatchObject({ kind: 'answer', text: 'Du får elda torrt ris. Släck innan du går.' })
})

test("the source of the Swedish text has the article's own date", () => {
  expect(answerFromArticle(article, 'sv', setting)).toMatchObject({ sources: [{ reviewed: '2026-10-01' }] })
})

test('a language without a translation gets Swedish, and says so', () => {
  const city = { languages: ['sv', 'en', 'ar'] }
  expect(answerFromArticle(article, 'ar', { ...setting, city })).toMatchObject({
    kind: 'answer',
    spoken: { language: 'sv', isMachine: false },
  })
})

test('a language the city no longer speaks gets Swedish, though a translation is there', () => {
  const city = { languages: ['sv'] }
  expect(answerFromArticle(article, 'en', { ...setting, city })).toMatchObject({
    kind: 'answer',
    spoken: { language: 'sv', isMachine: false },
  })
})

test('the article answers through its last day and is withdrawn the day after', () => {
  expect(articleIsValid(article, '2027-10-01')).toBe(true)
  expect(answerFromArticle(article, 'sv', { ...setting, today: '2027-10-01' }).kind).toBe('answer')
  expect(answerFromArticle(article, 'en', { ...setting, today: '2027-10-02' })).toEqual({
    kind: 'withdrawn',
    title: 'Fires in the garden',
    language: 'en',
    department: 'miljo',
  })
})

test('questions alone, in a language spoken in part, lead to the text in Swedish', () => {
  const somali = {
    path: 'knowledge/elda.so.md',
    text: '---\ntranslates: elda\nlanguage: so\nquestions:\n  - ma gubi karaa caleemo\n  - dab beerta\n  - dab mamnuuc\n---\n',
  }
  const read = check([swedish, english, somali])
  expect(read.findings).toEqual([])
  expect(articleExamples(read.articles)).toContainEqual({
    ...{ text: 'dab beerta', label: 'article:elda', language: 'so', kind: 'asked' },
  })
  expect(answerFromArticle(read.articles.get('elda')!, 'so', setting)).toMatchObject({
    text: expect.stringContaining('Du får elda') as string,
  })
  const whole = check([swedish, english, somali], { languages: ['sv', 'en', 'so'] })
  expect(whole.findings.map(({ code }) => code)).toEqual(['D063'])
})

test('the questions of an article are asked examples, its title and sentences told ones', () => {
  const examples = articleExamples(articles)
  expect(new Set(examples.map(({ label }) => label))).toEqual(new Set(['article:elda']))
  const of = (kind: string, language: string) =>
    examples
      .filter((example) => example.kind === kind && example.language === language)
      .map(({ text }) => text)
  expect(of('asked', 'sv')).toEqual(['får man elda löv', 'bränna ris', 'eldningsförbud idag?'])
  expect(of('asked', 'en')).toEqual(['may i burn leaves', 'burning twigs', 'fire ban today?'])
  expect(of('told', 'en')[0]).toBe('Fires in the garden')
  expect(of('told', 'sv').length).toBeGreaterThan(1)
})
