import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import type { Dialog, Step } from '../../../bot/dialog/model/model'
import { conditionWords } from '../../../scripts/graph/condition-words'
import { dialogGraph, type DialogGraph } from '../../../scripts/graph/dialog-graph'
import { toMermaid } from '../../../scripts/graph/mermaid'
import { plainWords } from '../../../scripts/graph/plain-words'
import { toSvg } from '../../../scripts/graph/svg'
import { wrapText } from '../../../scripts/graph/wrap-text'
import { broken, compileWith } from '../../bot/dialog/sound-dialog'
import { runScript } from '../../support/script'
import { writeSmallCity } from '../../support/small-city'

const root = join(__dirname, '../../..')
const files = readdirSync(join(root, 'dialogs'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ path: `dialogs/${name}`, text: readFileSync(join(root, 'dialogs', name), 'utf8') }))
const shipped = compileDialogs({ files, today: '2026-11-24' }).dialogs

/** Keys of the dialog's own steps; those of called dialogs are in pictures of their own. */
function ownKeys(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    const inside = step.kind === 'if' ? [...step.then, ...step.else] : []
    const failing = 'ifFails' in step ? [...step.ifFails.values()].flat() : []
    const none = step.kind === 'ask' ? (step.pick?.ifNone ?? []) : []
    return [step.key, ...ownKeys([...inside, ...failing, ...none])]
  })
}

const drawn = (dialog: Dialog): DialogGraph => dialogGraph(dialog)
const soundDialog = (changed: Readonly<Record<string, string>> = {}): Dialog =>
  compileWith(changed).dialogs.get('nyckel')!

describe.each([...shipped.values()].map((dialog) => [dialog.id, dialog] as const))('%s', (_, dialog) => {
  const { nodes, edges } = drawn(dialog)
  const ids = new Set(nodes.map(({ id }) => id))

  test('has every step once', () => {
    const keys = nodes.map(({ key }) => key).filter((key) => key !== 'start' && key !== 'end')
    expect([...keys].sort()).toEqual([...ownKeys(dialog.steps)].sort())
    expect(ids.size).toBe(nodes.length)
  })

  test('has arrows only between boxes, and reaches every box from the start', () => {
    expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
    const reached = new Set(['n0'])
    for (const { from, to } of edges) if (reached.has(from)) reached.add(to)
    expect([...ids].filter((id) => !reached.has(id))).toEqual([])
  })

  test('comes to an end on every way', () => {
    const leaving = new Set(edges.map(({ from }) => from))
    const last = nodes.filter(({ id }) => !leaving.has(id))
    expect(last.filter(({ kind }) => kind !== 'end' && kind !== 'handoff')).toEqual([])
  })

  test('is drawn whole', () => {
    const svg = toSvg(drawn(dialog))
    for (const { key } of nodes) expect(svg).toContain(`data-step="${key}"`)
    expect(svg).not.toMatch(/NaN|undefined/)
  })
})

describe('felanmalan', () => {
  const { nodes, edges } = drawn(shipped.get('felanmalan')!)
  const of = (key: string) => nodes.find((node) => node.key === key)!

  test('marks the write and tells its failure', () => {
    const write = of('do:create_case')
    expect(write).toMatchObject({ kind: 'write', title: 'Ändrar: create_case' })
    const failed = edges.find(({ from, label }) => from === write.id && label === 'lyckas inte')!
    expect(nodes.find(({ id }) => id === failed.to)).toMatchObject({ kind: 'handoff' })
  })
  test('tells a condition in the words of the summary', () => {
    expect(of('if:3').title).toBe('Akut fara är ja?')
    expect(of('ask:details').onlyIf).toBe('Typ av fel är Något annat')
    const from = edges.filter((edge) => edge.from === of('if:3').id)
    expect(from.map(({ label }) => label)).toEqual(['ja', 'annars'])
  })
})

test('an answer that is forgotten leads back to its question', () => {
  const forgetting = broken(
    'nyckel.yaml',
    '  - confirm: send\n',
    '  - if: count > 4\n    then:\n      - forget: kind\n  - confirm: send\n',
  )
  const { nodes, edges } = drawn(soundDialog({ 'nyckel.yaml': forgetting }))
  const idOf = (key: string) => nodes.find((node) => node.key === key)!.id
  expect(edges).toContainEqual({ from: idOf('forget:kind'), to: idOf('ask:kind'), label: 'frågar igen' })
})

test('what staff write can break neither picture nor Mermaid', () => {
  const hostile = broken('nyckel.yaml', 'Var ligger huset?', '"Var & <b>hur</b> \\"nu\\" | [x] #1?"')
  const graph = drawn(soundDialog({ 'nyckel.yaml': hostile }))
  const svg = toSvg(graph)
  expect(svg).toContain('Var &amp; &lt;b&gt;hur&lt;/b&gt; &quot;nu&quot;')
  expect(svg).not.toContain('<b>')
  const mermaid = toMermaid(graph)
  const line = mermaid.split('\n').find((one) => one.includes('hur'))!
  expect(line).toContain('#38; #60;b#62;hur#60;/b#62;')
  expect(line.match(/"/g)).toHaveLength(2)
})

test('conditions are told in Swedish', () => {
  const dialog = soundDialog()
  const step = dialog.steps.find((one) => one.kind === 'if')!
  expect(conditionWords(step.condition, dialog)).toBe('state är lost och many')
})

test('a word of the language is told in Swedish too', () => {
  const dialog = soundDialog({
    'nyckel.yaml': broken(
      'nyckel.yaml',
      'must: place inside city',
      'must: place inside city and place has digits',
    ),
  })
  const must = dialog.asks.get('place')?.must
  expect(must && conditionWords(must, dialog)).toBe('place ligger i kommunen och place har siffror')
})

test('plurals are told by their usual form', () => {
  expect(plainWords('inom {n, plural, one {# dag} other {# dagar}}.')).toBe('inom {n} dagar.')
  expect(plainWords('{a, plural, =0 {Gratis.} other {{a} kr.}} Ok {b}')).toBe('{a} kr. Ok {b}')
  expect(plainWords('Öppen {n, plural, one {')).toBe('Öppen {n, plural, one {')
})

test('long texts are cut at a word', () => {
  expect(wrapText('ett två tre fyra fem', 8, 2)).toEqual(['ett två', 'tre …'])
  expect(wrapText('', 8, 2)).toEqual([])
  expect(wrapText('Donaudampfschiff', 8, 2)).toEqual(['Donauda…'])
})

describe('the command', () => {
  const city = mkdtempSync(join(tmpdir(), 'dygnet-drawn-'))
  beforeAll(() => writeSmallCity(city))
  afterAll(() => rmSync(city, { recursive: true }))
  const run = (...options: readonly string[]) =>
    runScript('draw-dialog', options, { variables: { CONTENT_DIR: city } })

  test('prints Mermaid, and knows no dialog that is not there', () => {
    const drawing = run('grovsopor')
    expect(drawing.status).toBe(0)
    expect(drawing.stdout).toMatch(/^flowchart TD\n {2}n0\(\["Boka hämtning av grovsopor"\]\)\n/)
    const unknown = run('grovsoppor')
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toContain(
      'Det finns ingen dialog "grovsoppor" som går att läsa. De som finns är: ',
    )
    expect(run('grovsoppor', '--lang', 'en').stderr).toContain('There are: ')
  })

  test('a picture gets the folder it is asked into, and a file that cannot be written is told in a sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dygnet-graph-'))
    const draw = (file: string) => run('grovsopor', '--svg', file)
    const picture = join(folder, 'new', 'picture.svg')
    expect(draw(picture)).toMatchObject({
      status: 0,
      stdout: `Bilden ligger i ${picture}. Öppna den i en webbläsare.\n`,
    })
    expect(readFileSync(picture, 'utf8')).toMatch(/^<svg /)
    const refused = draw(folder)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toMatch(/^Bilden går inte att skriva till /)
    expect(refused.stderr).not.toContain('    at ')
    rmSync(folder, { recursive: true })
  })

  test('the picture in docs/ is that of the dialog: npm run dialogs:graph -- felanmalan --svg docs/felanmalan.svg', () => {
    expect(readFileSync(join(root, 'docs/felanmalan.svg'), 'utf8')).toBe(
      toSvg(drawn(shipped.get('felanmalan')!)),
    )
  })
})
