// Before all tests: everything that is built, so that pages and command line tools under test are today's.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export default function buildOnce(): void {
  const built = spawnSync(process.execPath, [join(__dirname, '..', '..', 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('scripts/build.mjs failed: see above')
}
