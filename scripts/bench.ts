// Measures speed and memory on this machine, in one run, and prints the figures that docs/operations.md quotes.
import { benchCheck } from './bench/check'
import { benchClassifier } from './bench/classifier'
import { benchHomeCare } from './bench/home-care'
import { benchHttp } from './bench/http'
import { benchPlaces } from './bench/places'
import { benchProcess } from './bench/process'
import { benchSearch } from './bench/search'
import { benchSms } from './bench/sms'
import { benchTurns } from './bench/turns'
import { benchWalk } from './bench/walk'

const usage = `Usage: npm run bench [-- --json] [-- --only turns,http,process,walk,check,search,places,classifier,sms,home-care]

Builds first, then takes about a minute. Machines differ and are noisy: compare ratios, and figures of one run.`

type Figures = Readonly<Record<string, number>>
const parts: Readonly<Record<string, () => Promise<Figures> | Figures>> = {
  turns: benchTurns,
  http: benchHttp,
  process: benchProcess,
  walk: benchWalk,
  check: benchCheck,
  search: benchSearch,
  places: benchPlaces,
  classifier: benchClassifier,
  sms: benchSms,
  'home-care': benchHomeCare,
}

function chosenParts(): readonly string[] {
  const only = process.argv[process.argv.indexOf('--only') + 1]
  if (!process.argv.includes('--only') || only === undefined) return Object.keys(parts)
  const unknown = only.split(',').filter((name) => !(name in parts))
  if (unknown.length > 0)
    throw new Error(`--only knows ${Object.keys(parts).join(', ')}, not ${unknown.join(', ')}`)
  return only.split(',')
}

async function bench(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage)
    return
  }
  const figures: Record<string, number> = {}
  for (const name of chosenParts()) {
    console.error(`measuring ${name} …`)
    Object.assign(figures, await parts[name]?.())
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, undefined, 2))
  else for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${figure}`)
}

bench().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
