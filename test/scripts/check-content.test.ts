import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkAsTold } from '../../scripts/content/check-as-told'
import { runScript, runTool, scriptArguments } from '../support/script'

const root = resolve(__dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-content-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const check = (...options: readonly string[]) => runTool(checkAsTold, options)
const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const shipped = readFileSync(join(root, 'dialogs/felanmalan.yaml'), 'utf8')

describe('as a process of its own', () => {
  test('finds no error in what is shipped', () => {
    const { status, stdout } = runScript('check-content', ['--today', '2026-11-24'])
    expect(stdout).toContain('0 fel')
    expect(status).toBe(0)
  })

  test('ends with 1 when something is wrong, and with 2 and a word on stderr when told something odd', () => {
    mkdirSync(join(folder, 'dialogs'))
    write('dialogs/actions.yaml', '')
    const faulty = runScript('check-content', ['--lang', 'en', folder])
    expect(faulty).toMatchObject({ status: 1, stderr: '' })
    expect(faulty.stdout).toContain('1 error, 0 warnings')
    const refused = runScript('check-content', ['--nope'])
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('--nope')
  })
})

test('shows place, code, line, caret and hint, and ends with 1', async () => {
  const path = write('felanmalan.yaml', shipped.replace('kind is other', 'kind is othr'))
  const { status, stdout } = await check(path)
  const [head = '', line = '', caret = ''] = stdout.split('\n')
  expect(head).toMatch(
    /^FEL dialogs\/felanmalan\.yaml:\d+:22 D040 "othr" är inget av pothole, .*\. Menade du "other"\?$/,
  )
  expect(line).toContain('only if: kind is othr')
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('othr')
  expect(status).toBe(1)
})

test('gives findings with fixes as JSON', async () => {
  const text = shipped.replace('kind is other', 'kind is othr')
  const path = write('felanmalan.yaml', text)
  const { findings, errors } = JSON.parse((await check('--json', path)).stdout) as {
    errors: number
    findings: { code: string; fix: { start: number; end: number; text: string } }[]
  }
  expect(errors).toBe(1)
  const { fix } = findings.find(({ code }) => code === 'D040')!
  expect(text.slice(0, fix.start) + fix.text + text.slice(fix.end)).toBe(shipped)
})

test('gives JSON of the shape that docs/checks.md shows', async () => {
  const path = write('felanmalan.yaml', shipped.replace('kind is other', 'kind is othr'))
  const keysOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? keysOf(value[0])
      : typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, part]) => [key, keysOf(part)])
        : typeof value
  const docs = readFileSync(join(root, 'docs/checks.md'), 'utf8')
  const shown = JSON.parse(/```json\n([^]*?)```/.exec(docs)?.[1] ?? '') as unknown
  expect(keysOf(JSON.parse((await check('--json', path)).stdout))).toEqual(keysOf(shown))
})

test('checks a content folder of its own, in English', async () => {
  mkdirSync(join(folder, 'dialogs'))
  write('dialogs/actions.yaml', '')
  const { status, stdout } = await check('--lang', 'en', folder)
  expect(stdout).toContain('city.yaml is missing')
  expect(stdout).toContain('1 error, 0 warnings')
  expect(status).toBe(1)
})

test.each([
  [['--lang', 'fi'], '--lang är sv eller en'],
  [['--today', 'i morgon'], '--today är ett datum som finns'],
  [['--today', '2026-99-99'], '--today är ett datum som finns, till exempel 2026-12-24, inte "2026-99-99"'],
  [['--today', '2026-02-29'], '--today är ett datum som finns'],
  [['--today', '2026-02-29', '--lang', 'en'], '--today is a date of the calendar'],
  [['--todya', '2026-12-24'], 'Valet --todya finns inte.'],
  [['--today'], 'Efter --today saknas ett värde.'],
  [['--nope', '--lang', 'en'], "Unknown option '--nope'"],
  [['en', 'till'], 'Skriv ett namn, en fil eller en mapp i taget.'],
  [['/no/such/folder'], '/no/such/folder går inte att läsa: den finns inte.'],
  [['båtplats'], 'Det finns ingen dialog, artikel, fil eller mapp som heter båtplats. Dialogerna är: '],
  [['--lang', 'en', '/no/such/folder'], 'Cannot read /no/such/folder'],
  [['felanmalen'], 'Det finns ingen dialog, artikel, fil eller mapp som heter felanmalen. Dialogerna är: '],
])('refuses %j with 2 and says why', async (options, why) => {
  const { status, stderr } = await check(...options)
  expect(stderr).toContain(why)
  expect(status).toBe(2)
})

describe('in a folder of its own', () => {
  const dialogs = () => join(folder, 'dialogs')
  beforeEach(() => cpSync(join(root, 'dialogs'), dialogs(), { recursive: true }))
  const told = async (): Promise<readonly string[]> => {
    const { stdout } = await check('--today', '2026-11-24', folder)
    return [...stdout.matchAll(/^(?:FEL|varning) .*$/gm)].map(([line]) => line)
  }

  test('tells of files and folders that are not read', async () => {
    write('dialogs/odlingslada.yaml.txt', 'dialog: odlingslada\n')
    mkdirSync(join(dialogs(), 'gator'))
    write('dialogs/gator/odlingslada.yaml', 'dialog: odlingslada\n')
    expect([...(await told())].sort()).toEqual([
      'varning dialogs/gator/:1:1 D064 Inget i mappen gator läses: bara filer direkt i dialogs läses. Flytta filerna till dialogs, eller flytta mappen härifrån.',
      'varning dialogs/odlingslada.yaml.txt:1:1 D064 odlingslada.yaml.txt läses inte: namnet ska sluta på .yaml. Döp om filen till odlingslada.yaml, eller flytta den härifrån.',
    ])
  })

  test('tells errors first, and of a faulty dialog neither its translations nor its tests', async () => {
    const faulty = shipped
      .replace('title: Felanmälan', 'title: Felanmälan till staden')
      .replace('    type: address', '    type: adres')
      .replace(/^ {2}- say: .*$/m, '  - say: Välkommen till oss.')
    write('dialogs/felanmalan.yaml', faulty)
    write(
      'dialogs/bli-uppringd.en.yaml',
      readFileSync(join(dialogs(), 'bli-uppringd.en.yaml'), 'utf8').replace(/^title: .*$/m, 'title: Ring me'),
    )
    const lines = await told()
    expect(lines[0]).toMatch(/^FEL dialogs\/felanmalan\.yaml:\d+:\d+ D005 /)
    expect(lines.filter((line) => /felanmalan/.test(line))).toHaveLength(1)
    write('dialogs/felanmalan.yaml', faulty.replace('type: adres', 'type: address'))
    expect((await told()).join('\n')).toMatch(/felanmalan\.en\.yaml:\d+:\d+ T023 /)
  })
})

test('takes the name of a dialog or an article for its files', async () => {
  expect((await check('--today', '2026-11-24', 'felanmalan')).stdout).toContain('5 filer lästa: 0 fel')
  expect((await check('--today', '2026-11-24', 'byta-karl')).stdout).toContain('2 filer lästa: 0 fel')
})

test('finds no error in the article that the guide for staff shows', async () => {
  const guide = readFileSync(join(root, 'docs/for-hub-staff.md'), 'utf8')
  const article = /```\n(---\nid: odlingslott\n[^]*?)```/.exec(guide)?.[1] ?? ''
  const { status, stdout } = await check('--today', '2026-11-24', write('odlingslott.md', article))
  expect(stdout).toContain('T020 Artikeln saknar språket "en".')
  expect(stdout).toContain('1 fil läst: 0 fel, 1 varning.')
  expect(status).toBe(0)
})

test('explains itself', async () => {
  const { status, stdout } = await check('--help')
  expect(stdout).toContain('Så här: npm run dialogs:check')
  expect((await check('--help', '--lang', 'en')).stdout).toContain('Usage: npm run dialogs:check')
  expect(status).toBe(0)
})

describe('--fix', () => {
  const before = shipped
    .replace('kind is other', 'kind is othr')
    .replace('type: address', 'type:address')
    .replace('optional: true', 'optinal: true')

  test('mends a line at a time, says what it did, and leaves the rest of the file as it was', async () => {
    const path = write('felanmalan.yaml', before)
    const { status, stdout } = await check('--fix', path)
    expect(readFileSync(path, 'utf8')).toBe(shipped)
    expect(stdout).toMatch(
      /rättat dialogs\/felanmalan\.yaml:\d+ D040 .*\n {4}- only if: kind is othr\n {4}\+ only if: kind is other\n/,
    )
    expect(stdout.match(/^rättat /gm)).toHaveLength(3)
    expect(stdout).toContain('0 fel')
    expect(status).toBe(0)
  })

  test('moves a whole step in that was pasted too far out', async () => {
    const step = /^ {2}- ask: place\n(?: {4}.*\n)+/m.exec(shipped)?.[0] ?? ''
    const path = write('felanmalan.yaml', shipped.replace(step, step.replace(/^ {2}/gm, '')))
    const { status, stdout } = await check('--fix', path)
    expect(readFileSync(path, 'utf8')).toBe(shipped)
    expect(stdout.match(/^rättat /gm)).toHaveLength(1)
    expect(status).toBe(0)
  })

  test('leaves a file alone whose form nobody can be sure of', async () => {
    const text = before.replace('title: Felanmälan', 'title: Felanm\uFFFDlan')
    const path = write('felanmalan.yaml', text)
    const { status, stdout } = await check('--fix', path)
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(stdout).toContain('dialogs/felanmalan.yaml är inte rörd')
    expect(status).toBe(1)
  })

  test('says when there is nothing to mend', async () => {
    const path = write('felanmalan.yaml', shipped)
    expect((await check('--fix', path)).stdout).toContain('Inget gick att rätta av sig självt.')
    expect(readFileSync(path, 'utf8')).toBe(shipped)
  })
})

test('--watch checks what is saved, and says shortly when all is well', async () => {
  const path = write('felanmalan.yaml', shipped)
  const watching = spawn(process.execPath, scriptArguments('check-content', '--watch', path), { cwd: root })
  let told = ''
  watching.stdout.on('data', (data: Buffer) => (told += data.toString()))
  const until = async (part: string): Promise<void> => {
    while (!told.includes(part)) await once(watching.stdout, 'data')
  }
  try {
    await until('Väntar på ändringar')
    write('felanmalan.yaml', shipped.replace('kind is other', 'kind is othr'))
    await until('1 fel, 0 varningar\n')
    expect(told).toContain('Menade du "other"?')
    write('felanmalan.yaml', shipped)
    await until('felanmalan.yaml: allt är bra')
  } finally {
    const gone = once(watching, 'close')
    watching.kill()
    await gone
  }
})
