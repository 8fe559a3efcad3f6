// The articles in `knowledge/` as residents get them: sound, readable, and in both languages.
import { join } from 'node:path'
import { checkArticles, type CheckedArticles } from '../../../bot/knowledge/check-articles'
import { maxLix, plainText } from '../../../bot/knowledge/check-readability'
import { lix } from '../../../bot/knowledge/lix'
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
  checked = checkArticles(files, { today: '2026-11-24', departments })
})

test('no shipped article has a fault', () => {
  expect(checked.findings).toEqual([])
  expect(checked.articles.size).toBeGreaterThan(0)
})

test('every Swedish article is easier to read than the limit', () => {
  const values = [...checked.articles.values()].map(({ id, texts }) => {
    const text = texts.get('sv')!
    return { id, lix: lix(plainText(`${text.answer}\n\n${text.details}`)) }
  })
  expect(values.filter(({ lix: value }) => value >= maxLix)).toEqual([])
  expect(values.every(({ lix: value }) => value > 10)).toBe(true)
})
