// What residents asked in vain: the list by which the hub decides what to write next.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSettings, type Settings } from '../adapters/settings'
import { systemClock } from '../bot/contracts/clock'
import type { Store, StoredRecord } from '../bot/contracts/store'
import type { UnansweredQuestion } from '../bot/stages/keep-unanswered'
import { databaseFile, openStore } from './open-store'

const usage = `Usage: npm run questions [-- --days 30] [--json]

Questions that nothing answered, newest first: when, in which language and channel, what was asked (masked), and the
topics that came nearest; of a follow-up also the article that had answered before it. How long they are kept stands in dialogs/city.yaml, "keep: question".

  --days N   of the last N days; 30 when not given
  --json     one JSON object a line
  --help     this text`

const dayMs = 86_400_000
const pageLength = 200

function readDays(): { readonly days: number; readonly json: boolean } | 'help' {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const days = Number(values.days)
  if (!Number.isFinite(days) || days <= 0) throw new Error(`--days is a number of days, not "${values.days}"`)
  return { days, json: values.json }
}

/** Newest first, until one is too old. */
async function* questionsSince(store: Store, since: string): AsyncGenerator<StoredRecord> {
  let before: readonly [string, string] | undefined
  for (;;) {
    const page = await store.records('question', { limit: pageLength, ...(before && { before }) })
    for (const record of page) {
      if (record.createdAt < since) return
      yield record
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return
    before = [last.createdAt, last.id]
  }
}

function line({ text, language, channel, nearest, about, at }: UnansweredQuestion): string {
  const near = nearest.map(({ topic, probability }) => `${topic} ${Math.round(probability * 100)} %`)
  const after = about === undefined ? '' : `  (after ${about}, which does not say it)`
  return `${at.slice(0, 16).replace('T', ' ')}  ${language} ${channel}  ${text}${after}\n    ${near.join(', ')}`
}

/** On a file that is not there nothing was asked yet; opening it would make one. */
const isThere = (settings: Settings): boolean =>
  settings.REDIS_URL !== undefined || existsSync(databaseFile(settings))

async function main(): Promise<void> {
  const options = readDays()
  if (options === 'help') {
    console.log(usage)
    return
  }
  const settings = readSettings()
  if (!isThere(settings))
    throw new Error(
      `${databaseFile(settings)} is not there. Start the city once, or set DATA_DIR or REDIS_URL.`,
    )
  const store = openStore(settings)
  const since = new Date(systemClock.now().getTime() - options.days * dayMs).toISOString()
  let count = 0
  for await (const { value } of questionsSince(store, since)) {
    count += 1
    console.log(options.json ? JSON.stringify(value) : line(value as UnansweredQuestion))
  }
  if (!options.json)
    console.log(count === 0 ? `Nothing was asked in vain in ${options.days} days.` : `${count} in all.`)
  await store.close()
}

main().catch((error: unknown) => {
  console.error(`${(error as Error).message}\n\n${usage}`)
  process.exitCode = 2
})
