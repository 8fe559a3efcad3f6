// Before all tests: everything that is built, so that pages, command line tools and processes under test are today's.
import { build, type Plugin } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { childrenFolder } from './child'
import { projectRoot } from './project-root'

/** Processes that tests start again and again; from TypeScript, each would take twice as long to start. */
const children = ['killed-turn', 'killed-write', 'two-nodes', 'durable-writer', 'send-texts', 'take-and-tell']
const foldersOf: Readonly<Record<string, string>> = { 'durable-writer': 'test/adapters' }

/** The phrases that the build compiled lie beside a file that a bundle has no place for: each process would compile them anew. */
const withBuiltPhrases: Plugin = {
  name: 'with-built-phrases',
  setup(building) {
    const folder = join(projectRoot, 'dist', 'bot', 'emergency')
    building.onLoad({ filter: /bot\/emergency\/kept-phrases\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('__dirname', JSON.stringify(folder))
        .replaceAll('__filename', JSON.stringify(join(folder, 'kept-phrases.js'))),
      loader: 'ts',
    }))
  },
}

export default async function buildOnce(): Promise<void> {
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
    plugins: [withBuiltPhrases],
    logLevel: 'error',
  })
}
