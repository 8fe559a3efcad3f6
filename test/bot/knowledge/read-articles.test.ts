// Files from a real folder, in a fixed order.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArticles } from '../../../bot/knowledge/read-articles'
import { check, english, swedish } from './sound-article'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dygnet-articles-'))
  folder = join(root, 'knowledge')
  await mkdir(folder)
})
afterEach(() => rm(root, { recursive: true }))

test('the Markdown files of a folder are read by name, other files are not', async () => {
  await writeFile(join(folder, 'elda.md'), swedish.text)
  await writeFile(join(folder, 'elda.en.md'), english.text)
  await writeFile(join(folder, 'notes.txt'), 'x')
  await mkdir(join(folder, 'old.md'))
  const files = await readArticles(folder)
  expect(files).toEqual([english, swedish])
  expect(check(files).findings).toEqual([])
})

test('a folder that is not there is an error that names it', async () => {
  await expect(readArticles(join(root, 'nowhere'))).rejects.toThrow(/ENOENT.*nowhere/)
})
