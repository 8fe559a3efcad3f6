// The articles in `knowledge/` as residents get them: sound, readable, and in both languages.
import { join } from 'node:path'
import { checkArticles, type CheckedArticles } from '../../../bot/knowledge/check-articles'
import { maxLix, plainText } from '../../../bot/knowledge/check-readability'
import { lix } from '../../../bot/yaml/lix'
import { readArticles } from '../../../bot/knowledge/read-articles'

const departments = [
  'gata-park',
  'avfall',
  'kontaktcenter',
  'aldreomsorg',
  'forskola-skola',
  'stadsbyggnad',
  'kultur-fritid',
  'miljo',
  'socialtjanst',
  'vatten',
]

let checked: CheckedArticles
beforeAll(async () => {
  const files = await readArticles(join(__dirname, '../../../knowledge'))
  checked = checkArticles(files, { today: '2026-11-27', departments, allowsMachineTexts: true })
})

test('no shipped article has a fault', () => {
  expect(checked.findings).toEqual([])
  expect(checked.articles.size).toBeGreaterThanOrEqual(25)
})

test('every Swedish article is easier to read than the limit', () => {
  const values = [...checked.articles.values()].map(({ id, texts }) => {
    const text = texts.get('sv')!
    return { id, lix: lix(plainText(`${text.answer}\n\n${text.details}`)) }
  })
  expect(values.filter(({ lix: value }) => value >= maxLix)).toEqual([])
  expect(values.every(({ lix: value }) => value > 10)).toBe(true)
})

test('every article has ten Swedish and six English questions', () => {
  const few = [...checked.articles.values()].filter(
    ({ texts }) => texts.get('sv')!.questions.length < 10 || texts.get('en')!.questions.length < 6,
  )
  expect(few.map(({ id }) => id)).toEqual([])
})

test.each(['vald-i-hemmet', 'orolig-for-barn'])('%s begins with 112 and asks for no details', (id) => {
  const { sv, en } = Object.fromEntries(checked.articles.get(id)!.texts)
  expect(sv!.answer).toMatch(/^\*\*Ring 112/)
  expect(en!.answer).toMatch(/^\*\*Call 112/)
  expect(sv!.details).toContain('Skriv inga namn eller detaljer här i chatten.')
  expect(en!.details).toContain('Please do not write names or details in this chat.')
})

test('violence at home names the national helpline in the short answer', () => {
  for (const { answer } of checked.articles.get('vald-i-hemmet')!.texts.values()) {
    expect(answer).toContain('020-50 50 50')
  }
})

test('ten articles have a twin that is far easier to read', () => {
  const twins = [...checked.articles.values()].flatMap(({ easy, texts }) =>
    easy === undefined ? [] : [{ easy, ordinary: texts.get('sv')! }],
  )
  expect(twins.length).toBeGreaterThanOrEqual(10)
  const lixOf = ({ answer, details }: { readonly answer: string; readonly details: string }) =>
    lix(plainText(`${answer}\n\n${details}`))
  expect(twins.filter(({ easy, ordinary }) => lixOf(easy) > 25 || lixOf(easy) >= lixOf(ordinary))).toEqual([])
})
