// The evaluation command as people run it: small files written here, its output and exit codes read back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../support/script'

const folder = mkdtempSync(join(tmpdir(), 'eval-intents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Line {
  readonly text: string
  readonly label: string | null
  readonly note?: string
}

function write(name: string, lines: readonly (Line | string)[]): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}

const evaluate = (...options: readonly string[]) => runScript('eval-intents', options)

const phrases: Readonly<Record<string, readonly string[]>> = {
  bin: ['när töms soptunnan', 'min soptunna är full', 'tömning av soptunna', 'ny soptunna'],
  library: [
    'när öppnar biblioteket',
    'lånekort till biblioteket',
    'låna om böcker',
    'bibliotekets öppettider',
  ],
  light: ['gatlyktan är trasig', 'gatlyktan lyser inte', 'trasig lampa på gatan', 'mörkt på gatan'],
  school: ['ansök om skolskjuts', 'skolskjuts till mitt barn', 'skolbussens tider', 'busskort till skolan'],
  permit: ['ansök om bygglov', 'bygglov för altan', 'bygga garage', 'behöver jag bygglov'],
}
const lines: readonly Line[] = Object.entries(phrases).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label, note: 'not read' })),
)
const inScope: readonly Line[] = [
  { text: 'soptunnan är inte tömd', label: 'bin' },
  { text: 'biblioteket öppnar när', label: 'library' },
  { text: 'en trasig gatlykta', label: 'light' },
  { text: 'bygglov', label: 'light' },
]
const outOfScope: readonly Line[] = [
  { text: 'who won the match', label: null },
  { text: 'pannkakor recept', label: null },
]
const train = write('train.jsonl', lines)
const test = write('test.jsonl', [...inScope, ...outOfScope])

describe('npm run eval:intents', () => {
  it('prints the figures as one JSON object', () => {
    const { status, stdout } = evaluate('--train', train, '--test', test, '--json')
    const figures = JSON.parse(stdout) as Record<string, unknown>
    expect(status).toBe(0)
    expect(figures).toMatchObject({
      accuracy: 0.75,
      inScopeCount: 4,
      outOfScopeCount: 2,
      trainCount: 20,
      trainOutOfScopeCount: 0,
      labelCount: 5,
    })
    expect(figures.outOfScopeAuroc).toBeGreaterThan(0.8)
    expect(figures.trainSeconds).toBeGreaterThan(0)
    const { p50, p99 } = figures.predictionMs as { p50: number; p99: number }
    expect(p50).toBeGreaterThan(0)
    expect(p99).toBeGreaterThanOrEqual(p50)
  })

  it('prints a table for people', () => {
    const { status, stdout } = evaluate('--train', train, '--test', test)
    expect(status).toBe(0)
    expect(stdout).toMatch(/accuracy in scope +75\.00 %/)
    expect(stdout).toMatch(/tested on, out of scope +2/)
  })

  it('gives null for the AUROC of a test without texts out of scope', () => {
    const only = write('in-scope.jsonl', inScope)
    const figures = JSON.parse(evaluate('--train', train, '--test', only, '--json').stdout) as object
    expect(figures).toMatchObject({ outOfScopeAuroc: null, outOfScopeCount: 0 })
  })

  it('counts null labels of the training file and reads a byte order mark, CRLF and empty lines', () => {
    const mixed = join(folder, 'mixed.jsonl')
    const text = [...lines, { text: 'recept på pannkakor', label: null }]
      .map((line) => JSON.stringify(line))
      .join('\r\n\r\n')
    writeFileSync(mixed, `\uFEFF${text}\r\n`)
    const figures = JSON.parse(evaluate('--train', mixed, '--test', test, '--json').stdout) as object
    expect(figures).toMatchObject({ trainCount: 21, trainOutOfScopeCount: 1, labelCount: 5 })
  })

  it('explains itself with --help', () => {
    const { status, stdout } = evaluate('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('--train FILE')
    expect(stdout).toContain('out of scope')
  })

  it.each([
    ['a line that is no JSON', ['{"text":"a","label":"b"}', '{"text":'], /:2: this line is no JSON/],
    ['a text that is missing', ['{"label":"b"}'], /:1: "text" has to be a string/],
    [
      'a label that is missing',
      ['{"text":"a","label":"b"}', '', '{"text":"a"}'],
      /:3: "label" has to be a string/,
    ],
    ['a line that is no object', ['null'], /:1: "text" has to be a string/],
    ['an empty file', [], /holds no examples/],
    ['only null labels', ['{"text":"a","label":null}'], /every label is null/],
  ])('refuses %s and names the place', (name, content, message) => {
    const file = write(`${name}.jsonl`, content)
    const { status, stdout, stderr } = evaluate('--train', file, '--test', test, '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(file)
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
  })

  it.each([
    [
      'a file that is not there',
      ['--train', join(folder, 'none.jsonl'), '--test', test],
      /none\.jsonl: cannot be read/,
    ],
    ['a missing --test', ['--train', train], /--train and --test are both needed/],
    ['an unknown option', ['--trian', train], /--trian/],
  ])('refuses %s', (_, options, message) => {
    const { status, stderr } = evaluate(...options)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })
})
