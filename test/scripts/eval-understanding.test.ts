// The command as people run it, on a small city of its own.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UnderstandingResult } from '../../scripts/eval/understanding/render-table'
import { projectRoot } from '../support/project-root'
import { runScript } from '../support/script'

const folder = mkdtempSync(join(tmpdir(), 'eval-understanding-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kept =
  /^(?:city|actions|grovsopor|felanmalan|kontakta-oss|bli-uppringd|verify_phone|elsewhere)(?:\.en)?\.yaml$/
const articles = ['simhallen', 'biblioteket', 'rattor', 'hund', 'skollov', 'skolmat']

beforeAll(() => {
  mkdirSync(join(folder, 'dialogs'))
  mkdirSync(join(folder, 'knowledge'))
  for (const name of readdirSync(join(projectRoot, 'dialogs')).filter((one) => kept.test(one)))
    cpSync(join(projectRoot, 'dialogs', name), join(folder, 'dialogs', name))
  for (const name of articles.flatMap((one) => [`${one}.md`, `${one}.en.md`]))
    cpSync(join(projectRoot, 'knowledge', name), join(folder, 'knowledge', name))
})

const evaluate = (...options: readonly string[]) =>
  runScript('eval-understanding', ['--content', folder, '--folds', '2', ...options])

test('tells how good it is, by language, and what is taken for what, as JSON; the same again for the same seed', () => {
  const svg = join(folder, 'reliability.svg')
  const { status, stdout, stderr } = evaluate('--json', '--svg', svg, '--top', '3')
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'teaching 1 of 2 …\nteaching 2 of 2 …\n' })
  const result = JSON.parse(stdout) as UnderstandingResult
  expect(result.languages.map(({ language }) => language)).toEqual(['sv', 'en'])
  for (const one of result.languages) {
    expect(one.phrases).toBeGreaterThan(100)
    expect(one.accuracy).toBeGreaterThan(0.6)
    expect(one.accuracyAsOne).toBeGreaterThanOrEqual(one.accuracy)
    expect(one.macroF1).toBeGreaterThan(0.5)
    expect(one.calibrationError).toBeLessThan(0.3)
    expect(one.bins.reduce((sum, { count }) => sum + count, 0)).toBe(one.phrases)
    expect(one.outOfScope.texts).toBeGreaterThan(50)
    expect(one.outOfScope.auroc).toBeGreaterThan(0.6)
  }
  const [swedish, english] = result.languages
  const noise = (figures = swedish) => new Map(figures?.noise.map(({ kind, accuracy }) => [kind, accuracy]))
  expect(noise().get('capitals')).toBe(swedish?.accuracy)
  expect(noise().get('no-marks')).toBeGreaterThan(0.5)
  expect(noise(english).get('no-marks')).toBeNull()
  expect(result.confusions.length).toBeLessThanOrEqual(3)
  for (const { topics, counts, phrases } of result.confusions) {
    expect(phrases).toHaveLength(counts[0] + counts[1])
    for (const { label, takenFor, place } of phrases) {
      expect([label, takenFor].sort()).toEqual(topics)
      expect(place).toMatch(/^(?:dialogs|knowledge)\/[\w.-]+:\d+$/)
    }
  }
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s)
  expect(evaluate('--json', '--top', '3').stdout).toBe(stdout)
})

test('prints a table for people, of one language when that is asked for', () => {
  const { status, stdout } = evaluate('--lang', 'sv')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^2 folds, seed 1 +sv\n/)
  expect(stdout).toMatch(/accuracy +\d+\.\d %/)
  expect(stdout).toMatch(/held back at 95 % let through +\d+\.\d %/)
  expect(stdout).toMatch(/no-marks +\d+\.\d %/)
  expect(stdout).toMatch(/(?:dialogs|knowledge)\/[\w.-]+:\d+ {2}".+"\n +taken for (?:dialog|article):/)
})

test('explains itself with --help', () => {
  const { status, stdout } = evaluate('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('--svg FILE')
})

test.each([
  [
    'a number of folds that is none',
    ['--folds', 'five'],
    /--folds is a whole number from 2 to 20, not "five"/,
  ],
  ['a single fold', ['--folds', '1'], /from 2 to 20/],
  ['an unknown option', ['--fold', '3'], /--fold/],
  ['a language without phrases', ['--lang', 'xx'], /no phrase is in "xx"/],
  ['a folder that is none', ['--content', '/no/such/folder'], /CONTENT_DIR/],
])('refuses %s', (_, options, message) => {
  const { status, stdout, stderr } = evaluate(...options)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('    at ')
})

test('refuses a city that cannot be used', () => {
  const broken = join(folder, 'broken')
  mkdirSync(join(broken, 'dialogs'), { recursive: true })
  mkdirSync(join(broken, 'knowledge'))
  writeFileSync(join(broken, 'dialogs', 'city.yaml'), 'city: [')
  const { status, stderr } = evaluate('--content', broken)
  expect(status).toBe(2)
  expect(stderr).toContain('city.yaml cannot be used')
})
