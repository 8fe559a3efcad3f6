// The evaluation command as people run it: small files written here, its output and exit codes read back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../support/script'

const folder = mkdtempSync(join(tmpdir(), 'eval-emergency-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, lines: readonly (object | string)[]): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}

const evaluate = (...options: readonly string[]) => runScript('eval-emergency', options)

const alarms = write('alarms.jsonl', [
  { text: 'det brinner', lang: 'sv', kind: 'fire' },
  { text: 'hur mår kungen', lang: 'sv' },
  { text: 'my house is on fire', lang: 'en', kind: 'gas' },
])
const calm = write('calm.jsonl', [
  { text: 'jag brinner för musik', lang: 'sv' },
  { text: 'det brinner', lang: 'sv' },
])

describe('npm run eval:emergency', () => {
  it('prints shares, languages, kinds and what went wrong as one JSON object', () => {
    const { status, stdout } = evaluate('--alarms', alarms, '--calm', calm, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      recall: { texts: 3, alarmed: 2 },
      falseAlarms: { texts: 2, alarmed: 1, share: 0.5 },
      withSigns: { recall: { texts: 3 }, falseAlarms: { texts: 2 } },
      inLanguage: 2,
      ofKind: 1,
      recallPerLanguage: { sv: { share: 0.5 }, en: { share: 1 } },
      missed: [{ text: 'hur mår kungen', lang: 'sv' }],
      alarmed: [{ text: 'det brinner', lang: 'sv', kind: 'fire' }],
    })
  })

  it('prints a table for people, also of one file alone', () => {
    const { status, stdout } = evaluate('--calm', calm)
    expect(status).toBe(0)
    expect(stdout).toMatch(/false alarms +50\.0 % \(1 of 2\)/)
    expect(stdout).toMatch(/recall +– \(0 of 0\)/)
  })

  it.each([
    ['no file', [], /--alarms or --calm is needed/],
    ['a file that is not there', ['--calm', join(folder, 'none.jsonl')], /none\.jsonl: cannot be read/],
    ['a line that is no JSON', ['--calm', write('bad.jsonl', ['{"text":'])], /:1: this line is no JSON/],
    ['a text that is missing', ['--calm', write('no-text.jsonl', [{ lang: 'sv' }])], /:1: "text" has to be/],
    ['an unknown option', ['--calmm'], /--calmm/],
  ])('refuses %s', (_, options, message) => {
    const { status, stdout, stderr } = evaluate(...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
  })
})
