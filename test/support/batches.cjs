// A run of all tests: files beside each other share what they load. A test file by itself loads the house anew, more than a
// thousand modules, and runs it cold; that was most of a run. Files that mostly wait for programs and browsers gain little and are
// run alone, so that they wait side by side.
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs')
const { join, relative } = require('node:path')
const { isMostlyWaiting } = require('./dearest-first.cjs')

const tests = join(__dirname, '..')
const batchesFolder = join(tests, 'batches')
/** More would make batches that the others wait for at the end. */
const mostFiles = 8

const testFiles = () =>
  readdirSync(tests, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** Neighbours, for they load the same. */
function batchesOf(files) {
  const batches = []
  for (let from = 0; from < files.length; from += mostFiles) batches.push(files.slice(from, from + mostFiles))
  return batches
}

const wordBatch = (files) => {
  const names = files.map((file) => relative(tests, file))
  return `// Written by test/support/batches.cjs.
for (const file of ${JSON.stringify(names, undefined, 2)})
  describe(file, () => void require(\`../\${file}\`))
`
}

/** Writes the batches anew and gives what a run has to match: them, and the files that stay alone. */
exports.writeBatches = () => {
  const files = testFiles()
  const alone = files.filter(isMostlyWaiting)
  const together = files.filter((file) => !alone.includes(file))
  rmSync(batchesFolder, { recursive: true, force: true })
  mkdirSync(batchesFolder)
  const batches = batchesOf(together).map((batch, index) => {
    const file = join(batchesFolder, `${String(index + 1).padStart(2, '0')}.cjs`)
    writeFileSync(file, wordBatch(batch))
    return file
  })
  return [...alone, ...batches]
}
