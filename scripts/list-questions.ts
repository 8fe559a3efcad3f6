// What residents asked in vain: the list by which the hub decides what to write next.
import { explainOptions } from './command/explain-options'
import { parseArgs } from 'node:util'
import { readSettings } from '../adapters/settings'
import { systemClock } from '../bot/contracts/basics/clock'
import { dayMs } from '../bot/contracts/basics/durations'
import type { Store, StoredRecord } from '../bot/contracts/store/store'
import type { UnansweredQuestion } from '../bot/stages/understanding/keep-unanswered'
import { noStoreYet, openKeptStore } from './command/open-store'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'
import { utcMinute } from './command/utc-minute'

const language = reportLanguage()

const said = {
  sv: {
    usage: `Så här: npm run questions [-- --days 30] [--json] [--lang en]

Frågor som inget svarade på, de nyaste först: när, på vilket språk och i vilken kanal, vad som frågades och de ämnen som låg
närmast; vid en följdfråga också artikeln som hade svarat före. Nummer och e-postadresser är dolda. Namn, gatuadresser och annat
som någon har skrivit står kvar, så sprid inte listan vidare. Kör det där boten körs. Hur länge frågorna sparas står i dialogs/city.yaml, "keep: question".

  --days N   från de senaste N dagarna; 30 om inget sägs
  --json     ett JSON-objekt på varje rad
  --lang     språket i det som skrivs här: sv eller en
  --help     den här texten`,
    days: (written: string) => `--days är ett antal dagar, inte "${written}"`,
    after: (article: string) => `efter ${article}, som inte säger det`,
    none: (days: number) => `Ingen har frågat förgäves på ${days} dagar.`,
    all: (count: number) => `${count} sammanlagt.`,
  },
  en: {
    usage: `Usage: npm run questions [-- --days 30] [--json] [--lang en]

Questions that nothing answered, newest first: when, in which language and channel, what was asked, and the topics that
came nearest; of a follow-up also the article that had answered before it. Numbers and e-mail addresses are masked. Names, street
addresses and whatever else somebody wrote are not, so do not pass the list on. How long they are kept stands in
dialogs/city.yaml, "keep: question".

  --days N   of the last N days; 30 when not given
  --json     one JSON object a line
  --lang     language of what is written here: sv or en
  --help     this text`,
    days: (written: string) => `--days is a number of days, not "${written}"`,
    after: (article: string) => `after ${article}, which does not say it`,
    none: (days: number) => `Nothing was asked in vain in ${days} days.`,
    all: (count: number) => `${count} in all.`,
  },
}[language]

const pageLength = 200

function readDays(): { readonly days: number; readonly json: boolean } | 'help' {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      lang: languageOption,
      help: { type: 'boolean', default: false },
    },
  })
  demandReportLanguage(values.lang)
  if (values.help) return 'help'
  const days = Number(values.days)
  if (!Number.isFinite(days) || days <= 0) throw new Error(said.days(values.days))
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

function line({ text, language: spoken, channel, nearest, about, at }: UnansweredQuestion): string {
  const near = nearest.map(({ topic, probability }) => `${topic} ${Math.round(probability * 100)} %`)
  const after = about === undefined ? '' : `  (${said.after(about)})`
  return `${utcMinute(at)}  ${spoken} ${channel}  ${text}${after}\n    ${near.join(', ')}`
}

async function main(): Promise<void> {
  const options = readDays()
  if (options === 'help') {
    console.log(said.usage)
    return
  }
  const store = openKeptStore(readSettings(), noStoreYet[language])
  const since = new Date(systemClock.now().getTime() - options.days * dayMs).toISOString()
  let count = 0
  for await (const { value } of questionsSince(store, since)) {
    count += 1
    console.log(options.json ? JSON.stringify(value) : line(value as UnansweredQuestion))
  }
  if (!options.json) console.log(count === 0 ? said.none(options.days) : said.all(count))
  await store.close()
}

main().catch((error: unknown) => {
  console.error(`${explainOptions(error, reportLanguage())}\n\n${said.usage}`)
  process.exitCode = 2
})
