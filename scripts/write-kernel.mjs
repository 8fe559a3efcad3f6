// `npm run kernel` writes the machine code of `bot/understanding/classifier/plane-sweep.wat` beside it; with `-- --check` it only tells
// whether the two belong together.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openWabt from 'wabt'

const folder = new URL('../bot/understanding/classifier/', import.meta.url)
const source = fileURLToPath(new URL('plane-sweep.wat', folder))
const target = fileURLToPath(new URL('plane-sweep.wasm', folder))

const wabt = await openWabt()
const code = wabt.parseWat(source, readFileSync(source, 'utf8'), { simd: true }).toBinary({}).buffer

if (!process.argv.includes('--check')) writeFileSync(target, code)
else if (!readFileSync(target).equals(code)) {
  console.error(`${target} is not what ${source} says. Run: npm run kernel`)
  process.exitCode = 1
}
