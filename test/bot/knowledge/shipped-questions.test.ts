// The list of what residents ask: each of the eighty is there once, and what is said to answer it is there too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readQuestions } from '../../../bot/knowledge/read-questions'

const root = join(__dirname, '../../..')
const listed = readQuestions(readFileSync(join(root, 'knowledge', 'questions.md'), 'utf8'))

test('the eighty questions are listed in order', () => {
  expect(listed.map(({ number }) => number)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1))
})

test('only emergencies and small talk are answered by something else than an article or a dialog', () => {
  expect(listed.filter(({ topics }) => topics.length === 0).map(({ number }) => number)).toEqual([78, 80])
})

test('every article and dialog that is named exists', () => {
  const files = new Set([
    ...readdirSync(join(root, 'knowledge')).map((name) => `article:${name}`),
    ...readdirSync(join(root, 'dialogs')).map((name) => `dialog:${name}`),
  ])
  const missing = listed
    .flatMap(({ topics }) => topics)
    .filter((topic) => !files.has(`${topic}${topic.startsWith('article:') ? '.md' : '.yaml'}`))
  expect(missing).toEqual([])
})
