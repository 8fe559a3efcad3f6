import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { compileDialogs, type CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { readDialogFiles } from '../../../bot/dialog/reading/read-dialog-files'
import type { DialogFile } from '../../../bot/dialog/reading/fields/sort-documents'
import { readArticles } from '../../../bot/knowledge/read-articles'
import { parseYaml } from '../../../bot/yaml/parse-yaml'
import { formatText } from '../../../scripts/format/format-text'
import { whims, writtenAnyhow } from './written-anyhow'

const format = (text: string, path = 'dialogs/min.yaml'): string => {
  const formatted = formatText(path, text)
  if (formatted.kind !== 'formatted') throw new Error(`not formatted: ${JSON.stringify(formatted)}`)
  return formatted.text
}

describe('mends what a beginner leaves behind:', () => {
  test.each([
    ['blanks at the end of a line', 'dialog: x  \ntitle: X\t\n', 'dialog: x\ntitle: X\n'],
    ['line ends of Windows', 'dialog: x\r\ntitle: X\r\n', 'dialog: x\ntitle: X\n'],
    ['no line end after the last line', 'dialog: x', 'dialog: x\n'],
    ['empty lines in a row', '\n\ndialog: x\n\n\n\ntitle: X\n\n\n', 'dialog: x\n\ntitle: X\n'],
    [
      'steps at the very left',
      'steps:\n- ask: a\n  question: A?\n',
      'steps:\n  - ask: a\n    question: A?\n',
    ],
    [
      'steps too far in',
      'steps:\n      - ask: a\n        choices:\n             b: B\n',
      'steps:\n  - ask: a\n    choices:\n      b: B\n',
    ],
    ['blanks after a dash', 'start:\n  -   hej\n  - hopp\n', 'start:\n  - hej\n  - hopp\n'],
    [
      'comments beside what moves',
      'steps:\n# Först\n- ask: a\n  # Frågan\n  question: A?\n',
      'steps:\n  # Först\n  - ask: a\n    # Frågan\n    question: A?\n',
    ],
    [
      'a bracket over several lines',
      'tests:\n- test: T\n  chat: [user: a,\n    asks: b]\n',
      'tests:\n  - test: T\n    chat: [user: a,\n      asks: b]\n',
    ],
    [
      'a text over several lines',
      'steps:\n- say: |\n    Hej  \n\n\n    du\n',
      'steps:\n  - say: |\n      Hej  \n\n\n      du\n',
    ],
    [
      'a step that begins with another word',
      'steps:\n  - question: A?\n    type: text\n    ask: a\n',
      'steps:\n  - ask: a\n    question: A?\n    type: text\n',
    ],
    [
      'a head in another order, with its comments',
      '# Om filen\n\ntitle: X\n# Vem\nowner: y\ndialog: x\n',
      '# Om filen\n\ndialog: x\ntitle: X\n# Vem\nowner: y\n',
    ],
    [
      'a branch within a branch',
      'steps:\n  - then:\n      - id: b\n        say: Ja.\n    if: x\n',
      'steps:\n  - if: x\n    then:\n      - say: Ja.\n        id: b\n',
    ],
    ['quotes that are not needed', 'steps:\n  - say: "Hej på dig."\n', 'steps:\n  - say: Hej på dig.\n'],
  ])('%s', (_, before, after) => {
    expect(format(before)).toBe(after)
    expect(format(after)).toBe(after)
  })

  test('the head of an article, and nothing of its text', () => {
    const head = '---\ntitle: "Elda ute"\nid: elda  \nquestions:\n- får man elda\n---\n'
    const body = 'Ja.  \n\n\n\n- en\n    - två'
    expect(format(`${head}${body}`, 'knowledge/elda.md')).toBe(
      `---\nid: elda\ntitle: Elda ute\nquestions:\n  - får man elda\n---\n${body}\n`,
    )
  })
})

describe('leaves as it is', () => {
  test.each([
    ['quotes that keep a colon', 'steps:\n  - say: "Obs: ring"\n'],
    ['quotes that keep a sign', 'steps:\n  - say: "Ärende #{nummer}"\n'],
    ['quotes that tell a text from a name', 'steps:\n  - do: a\n    with: { x: "kind" }\n'],
    ['the same over several lines', 'steps:\n  - do: a\n    with:\n      x: "kind"\n'],
    ['quotes around what others read as no', 'texts:\n  answer: "No"\n'],
    [
      'choices in the order of their writer',
      'steps:\n  - ask: a\n    choices:\n      end: Sluta\n      ask: Fråga\n',
    ],
    [
      'a word that nobody knows, and its neighbours',
      'steps:\n  - question: A?\n    colour: red\n    ask: a\n',
    ],
  ])('%s', (_, text) => {
    expect(format(text)).toBe(text)
  })

  test('a file whose form cannot be read, and says which fault to mend', () => {
    const formatted = formatText('dialogs/min.yaml', 'dialog: x\ntitle: Obs: x\n')
    expect(formatted).toMatchObject({ kind: 'unreadable', finding: { code: 'Y001', place: { line: 2 } } })
  })

  test('a comment above a word that would have to follow a dash', () => {
    const text = 'steps:\n  - question: A?\n    # Namnet\n    ask: a\n'
    expect(format(text)).toBe(text)
  })
})

const root = join(__dirname, '../../..')
const today = '2026-11-24'
const hashesOf = ({ dialogs }: CompiledDialogs) =>
  [...dialogs.values()].map(({ id, shapeHash, textHash }) => [id, shapeHash, textHash])
const shapeless = (findings: CompiledDialogs['findings']) =>
  findings.map(({ code, place, message }) => `${place.file} ${code} ${message.sv}`).sort()

describe('what is shipped', () => {
  let files: readonly DialogFile[]
  beforeAll(async () => {
    files = await readDialogFiles(join(root, 'dialogs'))
  })

  test('is formatted', async () => {
    const articles = await readArticles(join(root, 'knowledge'))
    for (const { path, text } of [...files, ...articles])
      expect(`${path}\n${format(text, path)}`).toBe(`${path}\n${text}`)
  })

  test('means the same however it was written before it was formatted, and is formatted once and for all', () => {
    const known = compileDialogs({ files, today })
    fc.assert(
      fc.property(whims, (chosen) => {
        const mangled = files.map((file) => {
          if (file.path.endsWith('actions.yaml') || file.path.endsWith('translated.yaml')) return file
          const roots = parseYaml(file.path, file.text).documents.flatMap(({ root: top }) => top ?? [])
          const text = roots.map((top) => writtenAnyhow(top, chosen)).join('---\n')
          const formatted = format(text, file.path)
          expect(format(formatted, file.path)).toBe(formatted)
          expect(formatted).not.toMatch(/[ \t\r]\n|\n\n\n|^(?: {2})* -/m)
          expect(formatted.match(/# anmärkning \d+/g)?.sort()).toEqual(
            text.match(/# anmärkning \d+/g)?.sort(),
          )
          return { ...file, text: formatted }
        })
        const compiled = compileDialogs({ files: mangled, today })
        expect(hashesOf(compiled)).toEqual(hashesOf(known))
        expect(shapeless(compiled.findings)).toEqual(shapeless(known.findings))
        expect(compiled.city).toEqual(known.city)
      }),
      { seed: 3, numRuns: 4 },
    )
  })

  test('of two lines that are mended the others stay byte for byte', () => {
    const text = readFileSync(join(root, 'dialogs/felanmalan.yaml'), 'utf8')
    const changed = text
      .replace('question: Vad gäller felet?', 'question: "Vad gäller felet?"  ')
      .replace('type: address', 'type: address   ')
    expect(changed).not.toBe(text)
    expect(format(changed)).toBe(text)
  })
})
