// Before all tests: everything that is built, so that pages, command line tools and processes under test are today's.
import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { childrenFolder } from './child'
import { projectRoot } from './project-root'

/** Processes that tests start again and again; from TypeScript, each would take twice as long to start. */
const children = ['killed-turn', 'killed-write', 'two-nodes', 'durable-writer', 'send-texts', 'take-and-tell']
const foldersOf: Readonly<Record<string, string>> = { 'durable-writer': 'test/adapters' }

export default function buildOnce(): void {
  const built = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('scripts/build.mjs failed: see above')
  buildSync({
    absWorkingDir: projectRoot,
    entryPoints: children.map((name) => join(foldersOf[name] ?? 'test/support', `${name}.ts`)),
    entryNames: '[name]',
    outdir: childrenFolder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'error',
  })
}
