// A process that checks and learns a city before the first test: the workers would each do it for themselves, all at once.
// Argument: `shipped` or `small`.
import { join } from 'node:path'
import { copyCached } from '../../bot/disk-cache/copy-cached'
import { testCache } from './load-for-tests'
import { projectRoot } from './project-root'
import { smallCity } from './small-city'
import { shippedContent } from './test-bot'

/** The build has learnt the shipped city; it is checked here as of the day of the tests. */
function takeLearnt(): void {
  const learnt = join(projectRoot, 'dist', 'learnt')
  copyCached(learnt, testCache('shipped'))
  copyCached(join(learnt, 'danger'), testCache('danger'))
}

async function learn(city: string | undefined): Promise<void> {
  if (city === 'small') await smallCity()
  else {
    takeLearnt()
    await shippedContent()
  }
}

if (require.main === module) void learn(process.argv[2])
