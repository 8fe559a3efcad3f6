// Bot Framework's bot is loaded with the first turn, which may come when the process has no file to spare.
import { spawnSync } from 'node:child_process'
import { projectRoot } from '../support/project-root'

const mostOpenFiles = 64

/** Opens all files that the process may have open, tries, lets go of them, and tries again. */
const twice = `
  const { openSync, closeSync } = require('node:fs')
  // As the web chat has loaded it when the server began to listen.
  require('botbuilder-core')
  const { openCityBot } = require('./dist/main/open-city-bot.js')
  const run = openCityBot({})
  const attempt = () => run({ activity: {}, turnState: new Map() }).then(() => 'ran', ({ code }) => code ?? 'ran')
  const open = []
  try { for (;;) open.push(openSync('/dev/null')) } catch {}
  attempt().then(async (first) => {
    open.forEach((file) => closeSync(file))
    console.log(first, await attempt())
  })`

test('a turn that came when no file could be opened keeps no later one from being run', () => {
  const limited = `ulimit -n ${mostOpenFiles} && exec "$@"`
  const { stdout } = spawnSync('sh', ['-c', limited, 'sh', process.execPath, '-e', twice], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  expect(stdout.trim()).toBe('EMFILE ran')
})
