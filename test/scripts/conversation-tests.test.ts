// The tools around conversation tests, as staff run them: coverage, recording a talk, and comparing with an older version.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toLocalTime } from '../../bot/hours/local-time'
import { projectRoot } from '../support/test-bot'
import { runScript } from '../support/script'
import { writeSmallCity } from '../support/small-city'

const today = toLocalTime(new Date(), 'Europe/Stockholm').date
const folder = mkdtempSync(join(tmpdir(), 'dygnet-tests-'))
const committed = mkdtempSync(join(tmpdir(), 'dygnet-committed-'))

/** A part of what is shipped; and the same with more to find, committed, so that it differs from git in what a test changes. */
beforeAll(async () => {
  await writeCity(folder, ['byta-karl.md', 'byta-karl.en.md'])
  await writeCity(committed, [
    'atervinningscentral.md',
    'atervinningscentral.en.md',
    'synonyms.yaml',
    'places',
  ])
  git('init', '--quiet')
  git('add', 'dialogs', 'knowledge')
  git('-c', 'user.name=Staff', '-c', 'user.email=staff@example.org', 'commit', '--quiet', '-m', 'Content')
})

async function writeCity(into: string, knowledge: readonly string[]): Promise<void> {
  await writeSmallCity(into)
  for (const name of knowledge)
    cpSync(join(projectRoot, 'knowledge', name), join(into, 'knowledge', name), { recursive: true })
}

const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: committed })

afterAll(() => {
  for (const one of [folder, committed]) rmSync(one, { recursive: true })
})

const run = (script: string, words: readonly string[], input = '', content = folder) =>
  runScript(script, words, { input, variables: { CONTENT_DIR: content, GIT_DIR: join(committed, '.git') } })

function edit(file: string, from: string, to: string, content = folder): () => void {
  const path = join(content, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(from)) throw new Error(`${file} has no "${from}"`)
  writeFileSync(path, before.replace(from, to))
  return () => {
    writeFileSync(path, before)
  }
}

test('every test is played on both channels and in every language, and what none comes by is named', () => {
  const { stdout, status } = run('test-dialogs', ['felanmalan', '--untested'])
  expect(stdout).toMatch(/felanmalan: \d+ av \d+ steg, \d+ av \d+ grenar, \d+ av \d+ val/)
  expect(stdout).toMatch(/[1-9]\d* gick bra, 0 gick fel/)
  expect(status).toBe(0)
})

test('the tests of a dialog that begins only next year, or began last summer, are played all the same', () => {
  const undo = edit('dialogs/grovsopor.yaml', 'valid: { review', 'valid: { from: 2090-01-01, review')
  try {
    const { stdout, status } = run('test-dialogs', ['grovsopor'])
    expect(stdout).toMatch(/[1-9]\d* gick bra, 0 gick fel/)
    expect(status).toBe(0)
  } finally {
    undo()
  }
})

test('a failing turn is named with its line and the talk until then', () => {
  const undo = edit('dialogs/felanmalan.yaml', '- asks: danger', '- asks: contact')
  const { stdout, status } = run('test-dialogs', ['felanmalan'])
  undo()
  expect(stdout).toMatch(
    /✗ felanmalan: .*\n {2}dialogs\/felanmalan\.yaml:\d+:\d+ Boten skulle fråga "contact", men frågan var "danger"/,
  )
  expect(stdout).toMatch(/ {4}> /)
  expect(status).toBe(1)
})

test('a talk in the terminal becomes a test that passes', () => {
  const talk = ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över', 'ja', '', '']
  const recorded = run(
    'record-dialog',
    ['--name', 'Inspelat: en lampa', '--into', 'felanmalan'],
    talk.join('\n'),
  )
  expect(recorded.stderr).toBe('')
  const file = readFileSync(join(folder, 'dialogs', 'felanmalan.yaml'), 'utf8')
  expect(file).toMatch(
    / {2}- test: "Inspelat: en lampa"\n {4}channel: web\n {4}given:\n {6}find_similar_case: fails none_found\n {6}create_case: \{ case_number: /,
  )
  const { stdout, status } = run('test-dialogs', ['felanmalan'])
  expect(stdout).toContain('✓ felanmalan: Inspelat: en lampa')
  expect(status).toBe(0)
})

test.each([
  ['read through today', { reviewed: today, validUntil: '2099-12-31' }],
  ["that ended after the tests' own day", { reviewed: '2026-11-20', validUntil: '2026-11-25' }],
])('an article %s answers in a talk that is recorded', (_, { reviewed, validUntil }) => {
  const file = 'knowledge/byta-karl.md'
  const text = readFileSync(join(folder, file), 'utf8')
  const dates = /^reviewed: .*\nvalidUntil: .*$/m.exec(text)?.[0] ?? ''
  const undo = edit(file, dates, `reviewed: ${reviewed}\nvalidUntil: ${validUntil}`)
  const { stdout, stderr } = run('record-dialog', [], 'byta soptunna\n\n')
  undo()
  expect(stderr).toBe('')
  expect(stdout).toContain('så byter vi storlek på ditt kärl')
})

test('a changed text is shown beside the one it replaces, and nothing else is', () => {
  const undo = [
    edit(
      'dialogs/kontakta-oss.yaml',
      'På röda dagar är det stängt',
      'På röda dagar håller vi stängt',
      committed,
    ),
    edit(
      'dialogs/felanmalan.yaml',
      '\ntests:\n',
      '\ntests:\n  - test: "Felstavad gata"\n    chat:\n      - user: det är ett hål i gatan\n      - user: Drotninggatn 5\n',
      committed,
    ),
  ]
  // The one is found by the synonyms, the other by the addresses, of both versions.
  const questions = join(committed, 'questions.jsonl')
  writeFileSync(questions, '{"text": "hur gör jag med kretsloppspark i helgen"}\n')
  const { stdout, status } = run('diff-dialogs', ['HEAD', '--questions', questions], '', committed)
  for (const one of undo) one()
  expect(stdout).not.toContain(questions)
  expect(stdout).not.toContain('Felstavad gata')
  expect(stdout).toContain('≠ kontakta-oss')
  expect(stdout).toMatch(/^ {4}- .*är det stängt/m)
  expect(stdout).toMatch(/^ {4}\+ .*håller vi stängt/m)
  expect(stdout).not.toContain('≠ grovsopor')
  expect(status).toBe(1)
})

test('a version that git does not have is told', () => {
  const { stderr, status } = run('diff-dialogs', ['no-such-version'])
  expect(stderr).toContain('Git har ingen version "no-such-version"')
  expect(status).toBe(2)
})

test('random talks over all dialogs throw nothing, lose nothing and write nothing twice', () => {
  const words = ['--turns', '5000', '--messages', '200', '--seed', '7']
  const { stdout, stderr, status } = runScript('soak-dialogs', words)
  expect(stderr).not.toContain('Error')
  expect(stdout).toMatch(/^5000 turns in \d+ talks over \d+ dialogs/)
  expect(stdout).toContain('200 messages through ')
  expect(status).toBe(0)
})
