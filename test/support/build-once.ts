// Before all tests: the browser's code, so that pages under test are today's.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export default function buildOnce(): void {
  const built = spawnSync(
    process.execPath,
    [join(__dirname, '..', '..', 'scripts', 'build.mjs'), '--browser'],
    { stdio: 'inherit' },
  )
  if (built.status !== 0) throw new Error('scripts/build.mjs failed: see above')
}
