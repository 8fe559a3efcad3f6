// What waits to be done outside, and what was given up: looked at, put back or dropped by who runs the city.
import { explainOptions } from './command/explain-options'
import { parseArgs } from 'node:util'
import { readSettings } from '../adapters/settings'
import type { ListedEntry, Store } from '../bot/contracts/store/store'
import { feedTrouble, type FeedTrouble } from '../bot/home-care/feed-trouble'
import { noStoreYet, openKeptStore } from './command/open-store'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'
import { utcMinute } from './command/utc-minute'

const language = reportLanguage()

const said = {
  sv: {
    usage: `Så här: npm run outbox [-- --waiting] [--feed] [--retry ID|all]... [--drop ID]... [--json] [--lang en]

Hur mycket som väntar på att göras utanför boten (sms, besked till verksamheter), och de döda breven: det som boten har gett upp.
Av varje visas när, vilken sort, hur många försök, varför och vilket id. Aldrig vad som står i det, och aldrig till vem. Kör det
där boten körs.

  --waiting   visar också det som väntar, med när det görs nästa gång
  --feed      visar också hemtjänstens händelser som inte gick att läsa, och besök som enheten har fått veta saknar registrering
  --retry ID  försöker igen med ett dött brev; "all" tar alla. Ett sms som har blivit för gammalt skickas inte ändå
  --drop ID   tar bort ett dött brev för gott
  --json      allt som ett JSON-objekt
  --lang      språket i det som skrivs här: sv eller en
  --help      den här texten`,
    count: (waiting: number, dead: number) => `${waiting} väntar, ${dead} har getts upp.`,
    waiting: 'Väntar:',
    dead: 'Har getts upp:',
    feedDead: 'Händelser från hemtjänsten som inte gick att läsa:',
    feedAlerts: 'Besök som enheten har fått veta saknar registrering:',
    noId: 'utan giltigt id',
    attempts: (count: number) => `${count} försök`,
    retried: (id: string) => `${id}: boten försöker igen.`,
    dropped: (id: string) => `${id}: borta.`,
    unknown: (id: string) => `Det finns inget dött brev med id "${id}". Inget är ändrat.`,
  },
  en: {
    usage: `Usage: npm run outbox [-- --waiting] [--feed] [--retry ID|all]... [--drop ID]... [--json] [--lang en]

How much waits to be done outside (texts, word to departments), and the dead letters: what was given up. Of each it shows when,
of which kind, after how many attempts, why, and its id; never what is in it, and never to whom. Run it where the city runs.

  --waiting   lists what waits too, with the time of the next attempt
  --feed      lists events of the home care too that could not be read, and visits that a unit was told have nothing registered
  --retry ID  tries a dead letter again; "all" takes all. A text that has become too old is not sent even so
  --drop ID   removes a dead letter for good
  --json      everything as one JSON object
  --lang      language of what is written here: sv or en
  --help      this text`,
    count: (waiting: number, dead: number) => `${waiting} waiting, ${dead} given up.`,
    waiting: 'Waiting:',
    dead: 'Given up:',
    feedDead: 'Events of the home care that could not be read:',
    feedAlerts: 'Visits that a unit was told have nothing registered:',
    noId: 'without a valid id',
    attempts: (count: number) => `${count} ${count === 1 ? 'attempt' : 'attempts'}`,
    retried: (id: string) => `${id}: is tried again.`,
    dropped: (id: string) => `${id}: gone.`,
    unknown: (id: string) => `There is no dead letter with the id "${id}". Nothing was changed.`,
  },
}[language]

/** More than anybody reads; the counts are true beyond it. */
const mostListed = 10_000

interface Options {
  readonly waiting: boolean
  readonly feed: boolean
  readonly retry: readonly string[]
  readonly drop: readonly string[]
  readonly json: boolean
}

function readOptions(): Options | 'help' {
  try {
    const { values } = parseArgs({
      options: {
        waiting: { type: 'boolean', default: false },
        feed: { type: 'boolean', default: false },
        retry: { type: 'string', multiple: true, default: [] },
        drop: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        lang: languageOption,
        help: { type: 'boolean', default: false },
      },
    })
    demandReportLanguage(values.lang)
    return values.help ? 'help' : values
  } catch (error) {
    throw new Error(`${explainOptions(error, reportLanguage())}\n\n${said.usage}`, { cause: error })
  }
}

interface Changes {
  readonly retried: readonly string[]
  readonly dropped: readonly string[]
}

/** @throws Error when an id is no dead letter's; then nothing is changed. */
async function change(store: Store, { retry, drop }: Options): Promise<Changes> {
  if (retry.length + drop.length === 0) return { retried: [], dropped: [] }
  const dead = (await store.listOutbox({ dead: true, limit: mostListed })).map(({ id }) => id)
  const retried = retry.includes('all') ? dead.filter((id) => !drop.includes(id)) : retry
  const unknown = [...retried, ...drop].find((id) => !dead.includes(id))
  if (unknown !== undefined) throw new Error(said.unknown(unknown))
  for (const id of drop) await store.finishOutbox(id)
  for (const id of retried) await store.reviveOutbox(id)
  return { retried, dropped: drop }
}

const line = ({ id, kind, at, attempts, reason }: ListedEntry): string =>
  [`  ${utcMinute(at)}`, kind, said.attempts(attempts), reason ?? ''].filter(Boolean).join('  ') +
  `\n    ${id}`

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

const feedLines = ({ dead, alerts }: FeedTrouble): readonly string[] => [
  ...titled(
    said.feedDead,
    dead.map(({ at, reason, eventId }) => `  ${utcMinute(at)}  ${reason}  ${eventId ?? said.noId}`),
  ),
  ...titled(
    said.feedAlerts,
    alerts.map(
      ({ at, visitId, window }) =>
        `  ${utcMinute(at)}  ${visitId}  ${utcMinute(window.start)} - ${utcMinute(window.end)}`,
    ),
  ),
]

async function report(store: Store, { waiting, feed, json }: Options, changes: Changes): Promise<string> {
  const counts = await store.countOutbox()
  const dead = await store.listOutbox({ dead: true, limit: mostListed })
  const trouble = feed ? await feedTrouble(store) : undefined
  const ahead = waiting ? await store.listOutbox({ dead: false, limit: mostListed }) : []
  if (json)
    return JSON.stringify({
      ...changes,
      waiting: counts.waiting,
      dead: counts.dead,
      letters: dead,
      ...(waiting && { ahead }),
      ...(trouble && { feed: trouble }),
    })
  return [
    ...changes.retried.map(said.retried),
    ...changes.dropped.map(said.dropped),
    said.count(counts.waiting, counts.dead),
    ...titled(said.waiting, ahead.map(line)),
    ...titled(said.dead, dead.map(line)),
    ...(trouble === undefined ? [] : feedLines(trouble)),
  ].join('\n')
}

async function main(): Promise<void> {
  const options = readOptions()
  if (options === 'help') {
    console.log(said.usage)
    return
  }
  const store = openKeptStore(readSettings(), noStoreYet[language])
  try {
    const changes = await change(store, options)
    console.log(await report(store, options, changes))
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  console.error(explainOptions(error, reportLanguage()))
  process.exitCode = 2
})
