// Before all tests: everything that is built, so that pages, command line tools and processes under test are today's.
import { build, type Plugin } from 'esbuild'
import type { GlobalConfig } from 'jest'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { childArguments, childrenFolder } from './child'
import { projectRoot } from './project-root'

/** Processes that tests start again and again; from TypeScript or file by file, each would take twice as long to start. */
const children = [
  'killed-turn',
  'killed-write',
  'two-nodes',
  'durable-writer',
  'send-texts',
  'take-and-tell',
  'script-child',
  'learn-ahead',
]
const foldersOf: Readonly<Record<string, string>> = { 'durable-writer': 'test/adapters' }

/** A bundle lies elsewhere than its parts: what they find beside themselves lies beside what the build made of them. */
const asBuilt: Plugin = {
  name: 'as-built',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(projectRoot, path)
      const text = readFileSync(path, 'utf8')
      if (!/^(?:main|bot|scripts)\b/.test(file) || !/__(?:dir|file)name/.test(text)) return undefined
      const built = join(projectRoot, 'dist', file).replace(/\.ts$/, '.js')
      const contents = text
        .replaceAll('__dirname', JSON.stringify(dirname(built)))
        .replaceAll('__filename', JSON.stringify(built))
      return { contents, loader: 'ts' }
    })
  },
}

/** For all tests; those of a chosen file or room may need none of it. */
async function learnAhead(): Promise<void> {
  const learning = ['shipped', 'small'].map((city) =>
    spawn(process.execPath, childArguments('learn-ahead', city), { stdio: 'inherit' }),
  )
  // What cannot be learnt is told by the tests that need it.
  await Promise.all(learning.map((child) => once(child, 'close')))
}

export default async function buildOnce({ nonFlagArgs }: GlobalConfig): Promise<void> {
  const built = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('scripts/build.mjs failed: see above')
  await build({
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
    plugins: [asBuilt],
    logLevel: 'error',
  })
  if (nonFlagArgs.length === 0) await learnAhead()
}
