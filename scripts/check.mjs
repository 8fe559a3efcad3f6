// `npm run check`: every check that needs no test, two at a time, each one's output in one piece.
// In the order of their cost, so that none of the dear ones is left over at the end.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

const checks = ['dialogs', 'content', 'lint', 'types', 'imports', 'kernel', 'format']
const atATime = Math.min(2, availableParallelism())
const failed = []

/** Runs `npm run check:<name>`; says how it went once it has ended, so that two at a time do not mix their lines. */
function run(name) {
  const began = performance.now()
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn('npm', ['run', '--silent', `check:${name}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colour },
  })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      const mark = code === 0 ? '✔' : '✖'
      console.log(`${mark} check:${name} (${seconds} s)`)
      if (code === 0) return resolve()
      failed.push(name)
      console.log(`${Buffer.concat(output).toString().trimEnd()}\n`)
      resolve()
    })
  })
}

async function runInTurn() {
  for (let name = checks.shift(); name !== undefined; name = checks.shift()) await run(name)
}

await Promise.all(Array.from({ length: atATime }, runInTurn))
if (failed.length > 0)
  console.log(`Faults in ${failed.map((name) => `check:${name}`).join(', ')}: see above.`)
process.exitCode = failed.length > 0 ? 1 : 0
