// Builds dist/: the server's files one by one, and what runs in browsers as small bundles: the resident's widget and page, and
// the phones on which staff try the bot.
// Types are checked by `npm run check:types`, so that a start never waits for them.
import { createHash } from 'node:crypto'
import { build, transform } from 'esbuild'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { basename, join, relative } from 'node:path'

const root = fileURLToPath(new URL('..', import.meta.url))
const widgetFolder = join('adapters', 'web-chat', 'widget')
const simulatorFolder = join('adapters', 'sms', 'simulator', 'page')
const kernel = join('bot', 'understanding', 'classifier', 'plane-sweep.wasm')
const examplesFolder = join('bot', 'emergency', 'examples')

function serverFiles() {
  const inFolder = (folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes(widgetFolder) && !file.includes(simulatorFolder))
  return [join(root, 'main.ts'), ...['main', 'bot', 'adapters', 'scripts'].flatMap(inFolder)]
}

/** A style sheet that a script imports comes as its minified text. */
const styleText = {
  name: 'style-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    })
  },
}

/** Swedish is in the scripts; these are fetched when they are spoken. */
const translations = ['en', 'ar', 'fi', 'so', 'uk', 'fa', 'pl', 'es', 'de']

const bundled = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: ['es2020', 'safari15.4'],
  charset: 'utf8',
  legalComments: 'none',
  plugins: [styleText],
}

/** For browsers without constructable style sheets, as `chat.css` is. */
async function writeMapStyles(outdir) {
  const ours = ['dom/confirm.css', 'place/map.css'].map((file) => join(widgetFolder, file))
  const parts = [join('node_modules', 'leaflet', 'dist', 'leaflet.css'), ...ours]
  const css = parts.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const { code } = await transform(css, { loader: 'css', minify: true })
  writeFileSync(join(outdir, 'map.css'), code)
}

/** Bundles the browser's code into `<outdir>/widget.js` and `page.js`, and what both fetch (`files.js`, `deeds.js`, `reasons.js`, `place.js`, `map.js`), and puts the page and its style sheets beside them. */
async function buildBrowser(outdir = join(root, 'dist', 'public')) {
  mkdirSync(outdir, { recursive: true })
  for (const file of ['page.html', 'page.css', 'view/chat.css', 'full-page.css', 'dom/confirm.css'])
    copyFileSync(join(root, widgetFolder, file), join(outdir, basename(file)))
  const readTexts = (language) =>
    JSON.parse(readFileSync(join(root, widgetFolder, 'texts', `${language}.json`), 'utf8'))
  const keys = Object.keys(readTexts('sv'))
  for (const language of translations) {
    const texts = readTexts(language)
    // The keys stand in the script, with the Swedish texts, and in that order: each byte is paid for by a phone.
    writeFileSync(join(outdir, `texts.${language}.json`), JSON.stringify(keys.map((key) => texts[key])))
  }
  const entries = (...files) =>
    Object.fromEntries(files.map((file) => [basename(file), join(widgetFolder, `${file}.ts`)]))
  await build({ ...bundled, outdir, entryPoints: entries('widget', 'page'), format: 'iife' })
  const fetched = entries('files/files', 'deeds/deeds', 'feedback/reasons', 'place/place', 'place/map')
  await build({ ...bundled, outdir, entryPoints: fetched, format: 'esm' })
  await writeMapStyles(outdir)
}

/** The page with phones: in a folder of its own, for what is in `public` is served to everybody always. */
async function buildSimulator(outdir = join(root, 'dist', 'simulator')) {
  mkdirSync(outdir, { recursive: true })
  for (const file of ['simulator.html', 'simulator.css'])
    copyFileSync(join(root, simulatorFolder, file), join(outdir, file))
  await build({ ...bundled, outdir, entryPoints: [join(simulatorFolder, 'simulator.ts')], format: 'iife' })
}

/** The language server that editors start, in one file. */
export const buildDialogServer = (outfile = join(root, 'dist', 'dialog-server.js')) =>
  build({
    absWorkingDir: root,
    entryPoints: [join('scripts', 'serve-editor.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    outfile,
  })

/** What the program reads as text; it stands beside the file that reads it. */
const copyExamples = () =>
  cpSync(join(root, examplesFolder), join(root, 'dist', examplesFolder), { recursive: true })

/** The machine code that training runs; `npm run kernel` writes it. */
const copyKernel = () => copyFileSync(join(root, kernel), join(root, 'dist', kernel))

/** So that no start compiles them. */
const keepPhrases = () =>
  createRequire(import.meta.url)(join(root, 'dist', 'bot', 'emergency', 'kept-phrases.js')).keepPhrases()

/** Beside what else the build makes it stays from build to build, for it takes longer than all of that: what has changed is learnt anew. */
async function learnContent() {
  const { learnAtBuild } = createRequire(import.meta.url)(join(root, 'dist', 'main', 'learn-at-build.js'))
  await learnAtBuild(process.env.CONTENT_DIR || root)
}

function removeBuilt() {
  const dist = join(root, 'dist')
  const made = existsSync(dist) ? readdirSync(dist).filter((name) => name !== 'learnt') : []
  for (const name of made) rmSync(join(dist, name), { recursive: true, force: true })
}

/** Names the program by what it is made of, its packages too, so that what one version remembers no other one believes. */
function writeProgramVersion() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const made = serverFiles().map((file) => join(root, 'dist', relative(root, file)).replace(/\.ts$/, '.js'))
  for (const file of made.sort()) hash.update(readFileSync(file))
  writeFileSync(join(root, 'dist', 'program-version.txt'), hash.digest('hex'))
}

async function buildAll() {
  removeBuilt()
  await build({
    absWorkingDir: root,
    entryPoints: serverFiles(),
    outbase: root,
    outdir: join(root, 'dist'),
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // As `require`: of a module that could not be read once, as when too many files were open, `import` says so for ever.
    supported: { 'dynamic-import': false },
    sourcemap: 'linked',
  })
  copyExamples()
  copyKernel()
  keepPhrases()
  writeProgramVersion()
  await buildDialogServer()
  await buildBrowser()
  await buildSimulator()
  await learnContent()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
