// Prints the closing line of scripts/test and gives its exit code.
// Arguments: jest's JSON file, whether `npm run check` failed (0 or 1), jest's exit code.
import { readFileSync } from 'node:fs'

const [file, check, tests] = process.argv.slice(2)

function readCounts() {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    // A suite that could not even be loaded has no test to count, and is a failure all the same.
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const { passed, failed } = readCounts()
const checkFailed = check !== '0'
if (checkFailed) console.log('npm run check found faults: see above. It counts as one failed test.')
const allFailed = failed + (checkFailed ? 1 : 0)
console.log(`${passed} passed, ${allFailed} failed`)
process.exitCode = allFailed > 0 || tests !== '0' || passed === 0 ? 1 : 0
