// scripts/test on a machine without the programs that some tests start.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../support/project-root'

/** The script alone, in a folder of its own: what it installs and counts is no part of this. */
const folder = mkdtempSync(join(tmpdir(), 'dygnet-test-'))
const bin = join(folder, 'bin')
const write = (path: string, script: string) => writeFileSync(join(folder, path), script, { mode: 0o755 })
beforeAll(() => {
  for (const name of ['bin', 'scripts']) mkdirSync(join(folder, name))
  copyFileSync(join(projectRoot, 'scripts', 'test'), join(folder, 'scripts', 'test'))
  write('scripts/install', '#!/bin/sh\n')
  write(
    'scripts/count-results.mjs',
    `import { readFileSync } from 'node:fs'
console.log(readFileSync(process.argv[2], 'utf8'))`,
  )
  for (const name of ['bash', 'sh', 'sed', 'dirname', 'cat', 'mktemp', 'rm', 'sort', 'env'])
    symlinkSync(`/usr/bin/${name}`, join(bin, name))
  symlinkSync(process.execPath, join(bin, 'node'))
  // Nobody who may install programs.
  write('bin/id', '#!/bin/sh\necho 1000\n')
  write('bin/npm', '#!/bin/sh\n')
  write('bin/npx', `#!/bin/sh\nshift 2; cd ${projectRoot}; exec node node_modules/jest/bin/jest.js "$@"\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (variables: NodeJS.ProcessEnv, ...words: readonly string[]) =>
  spawnSync(join(folder, 'scripts', 'test'), words, { encoding: 'utf8', env: { PATH: bin, ...variables } })

test('leaves out, and names, the tests that reach a missing program; the rooms asked for stay', () => {
  const { stdout, stderr } = run({}, '--listTests', 'test/adapters/sms', 'test/adapters/rate-limits')
  const named = ['test/adapters/sms/simulator/page.test.ts', 'test/adapters/rate-limits/rate-limits.test.ts']
  for (const file of named) {
    expect(stderr).toContain(`${file}\n`)
    expect(stdout).not.toContain(file)
  }
  expect(stdout).toContain('test/adapters/sms/')
  expect(stdout).not.toContain('test/bot/')
})

test('with CI=true a missing program is a failure', () => {
  const { status, stdout } = run({ CI: 'true' }, '--listTests')
  expect(stdout).toBe('0 passed, 1 failed\n')
  expect(status).toBe(1)
})
