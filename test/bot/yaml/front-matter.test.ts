import { readFrontMatter } from '../../../bot/yaml/front-matter'
import { scalarOf } from '../../../bot/yaml/node'

test('reads the block between the lines with places in the whole file', () => {
  const read = readFrontMatter('knowledge/a.md', '---\ntitle: Hej\nowner: avfall\n---\n\n# Rubrik\n')
  expect(read).toMatchObject({ present: true, broken: false, findings: [], body: '\n# Rubrik\n' })
  const owner = read.root?.kind === 'map' ? scalarOf(read.root, 'owner') : undefined
  expect(owner).toMatchObject({ text: 'avfall', place: { file: 'knowledge/a.md', line: 3, column: 8 } })
  expect(read.source.place(read.bodyStart)).toMatchObject({ line: 5, column: 1 })
})

test('gives faults their place in the whole file', () => {
  const { findings, broken } = readFrontMatter('a.md', '---\ntitle: Obs: hej\n---\ntext\n')
  expect(broken).toBe(true)
  expect(findings).toMatchObject([{ code: 'Y001', place: { line: 2, column: 8 } }])
})

test.each([
  ['no front matter', '# Rubrik\n'],
  ['an unclosed one', '---\ntitle: Hej\n'],
])('says when there is %s', (_, text) => {
  expect(readFrontMatter('a.md', text)).toMatchObject({ present: false, root: undefined, body: text })
})

test('ends at the first closing line and reads windows line ends', () => {
  const read = readFrontMatter('a.md', '---\r\ntitle: Hej\r\n---\r\ntext\r\n---\r\n')
  expect(read).toMatchObject({ present: true, body: 'text\r\n---\r\n' })
})
