// Plays a planning system's day, for pilots and rehearsals.
import { parseArgs } from 'node:util'
import { readSettings } from '../adapters/settings'
import { playDay } from './home-care/play-day'
import type { Fate } from './home-care/planning-day'

const usage = `Så här: npm run simulate:homecare [-- --url http://localhost:3978 --speed 60 --seed 1 --clients 50 --json]

Spelar en dag i ett påhittat planeringssystem mot en bot som kör: femtio brukare, k-1 till k-50, med besök som planeras, flyttas,
påbörjas och blir klara, några sent, några inte alls, och en del händelser som kommer två gånger. Allt signeras med
HOMECARE_FEED_SECRET, samma som boten har. Registrera ett medgivande för till exempel k-1 med npm run grants för att få sms.

  --url      botens adress
  --speed    så många gånger fortare än en riktig dag: 60 spelar dagen på 17 minuter
  --seed     samma tal ger samma dag
  --clients  antal brukare
  --json     sammanfattningen som JSON`

const fateWords: Readonly<Record<Fate, string>> = {
  done: 'klara',
  late: 'klara, men registrerade sent',
  silent: 'utan registrering',
  missed: 'uteblivna',
  cancelled: 'inställda',
}

function wholeNumber(name: string, written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new Error(`--${name} är ett heltal från 1, inte "${written}"`)
  return Number(written)
}

async function simulate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:3978' },
      speed: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      clients: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const { HOMECARE_FEED_SECRET: secret } = readSettings()
  if (secret === undefined) throw new Error('HOMECARE_FEED_SECRET saknas: sätt samma som boten har')
  const { requests, counts, fates } = await playDay({
    url: values.url.replace(/\/$/, ''),
    secret,
    speed: wholeNumber('speed', values.speed),
    seed: wholeNumber('seed', values.seed),
    clients: wholeNumber('clients', values.clients),
    progress: (line) => {
      console.error(line)
    },
  })
  const visits = Object.fromEntries(
    (Object.keys(fateWords) as Fate[]).map((fate) => [
      fate,
      [...fates.values()].filter((one) => one === fate).length,
    ]),
  ) as Record<Fate, number>
  if (values.json) {
    console.log(JSON.stringify({ requests, ...counts, visits }))
    return
  }
  console.log(
    `${requests} anrop: ${counts.accepted} händelser mottagna, ${counts.repeated} upprepade, ${counts.dropped} med annan rättslig grund, ${counts.dead} oläsliga`,
  )
  for (const [fate, words] of Object.entries(fateWords) as [Fate, string][])
    console.log(`${String(visits[fate]).padStart(5)} besök ${words}`)
}

simulate().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
