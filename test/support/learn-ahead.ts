// A process that checks and learns a city before the first test: the workers would each do it for themselves, all at once.
// Argument: `shipped` or `small`.
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { testCache } from './load-for-tests'
import { projectRoot } from './project-root'
import { smallCity } from './small-city'
import { shippedContent } from './test-bot'

/** What `npm run check` has learnt is not learnt again. */
function takeOver(): void {
  const taught = join(projectRoot, 'var', 'cache')
  const here = testCache('shipped')
  if (existsSync(taught) && !existsSync(here)) cpSync(taught, here, { recursive: true })
}

async function learn(city: string | undefined): Promise<void> {
  if (city === 'small') await smallCity()
  else {
    takeOver()
    await shippedContent()
  }
}

if (require.main === module) void learn(process.argv[2])
