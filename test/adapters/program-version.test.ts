import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readProgramVersion } from '../../adapters/program-version'

test('a build has a version, and what was not built has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-version-'))
  expect(readProgramVersion(folder)).toBeUndefined()
  writeFileSync(join(folder, 'program-version.txt'), 'abc')
  expect(readProgramVersion(folder)).toBe('abc')
  rmSync(folder, { recursive: true, force: true })
})
