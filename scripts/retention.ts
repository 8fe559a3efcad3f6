// What is kept for how long, what is over its time, and what has been removed: for whoever answers for the city's records.
import { explainOptions } from './command/explain-options'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { readSettings } from '../adapters/settings'
import { systemClock } from '../bot/contracts/basics/clock'
import type { Deletion } from '../bot/contracts/store/deletion'
import { dayMs } from '../bot/contracts/basics/durations'
import { silentLogger } from '../bot/contracts/basics/logger'
import type { RetentionClass, Store } from '../bot/contracts/store/store'
import { applyRetention, surveyRetention, type ClassNow } from '../bot/retention/apply-retention'
import { deletionsSince } from '../bot/retention/deletion-log'
import { findOldKeys, removeOldKeys } from '../bot/retention/old-keys'
import { findHeld, liftHold, nameOfHeld, placeHold } from '../bot/retention/legal-holds'
import { classNames } from './retention/class-names'
import { openKeptStore } from './command/open-store'
import { readServed } from './command/read-served'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'
import { retentionWords } from './retention/retention-words'
import { utcMinute } from './command/utc-minute'

const language = reportLanguage()
const said = retentionWords[language]

const deeds = ['run', 'log', 'holds', 'hold', 'release'] as const

interface Wish {
  readonly deed: (typeof deeds)[number] | 'survey'
  /** What to hold or to release. */
  readonly name: string
  readonly reason: string
  readonly by: string
  readonly days: number
  readonly json: boolean
}

/** Undefined when only the usage is wished for. */
function readWish(): Wish | undefined {
  const { values } = parseArgs({
    options: {
      run: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
      holds: { type: 'boolean', default: false },
      hold: { type: 'string' },
      release: { type: 'string' },
      reason: { type: 'string', default: '' },
      by: { type: 'string', default: userInfo().username },
      days: { type: 'string', default: '90' },
      json: { type: 'boolean', default: false },
      lang: languageOption,
      help: { type: 'boolean', default: false },
    },
  })
  demandReportLanguage(values.lang)
  if (values.help) return undefined
  const [deed = 'survey', ...more] = deeds.filter(
    (name) => values[name] !== undefined && values[name] !== false,
  )
  if (more.length > 0) throw new Error(said.oneDeed)
  const reason = values.reason.trim()
  if ((deed === 'hold' || deed === 'release') && reason === '') throw new Error(said.noReason)
  const days = Number(values.days)
  if (!Number.isFinite(days) || days <= 0) throw new Error(said.days(values.days))
  const name = values.hold ?? values.release ?? ''
  return { deed, name, reason, by: values.by, days, json: values.json }
}

const nameOf = (retentionClass: RetentionClass): string =>
  `${retentionClass.padEnd(13)} ${classNames[language][retentionClass].padEnd(31)}`

const surveyLine = ({ retentionClass, days, count, oldest }: ClassNow): string => {
  const old = oldest === undefined ? said.nothingOld : said.old(count, oldest.slice(0, 10))
  return `${nameOf(retentionClass)} ${said.kept(days).padEnd(13)} ${old}`
}

const logLine = ({ at, class: retentionClass, removed, by, before }: Deletion): string =>
  [
    utcMinute(at),
    nameOf(retentionClass),
    removed === null ? said.unfinished : said.removed(removed),
    `${said.by[by]}${before === null ? '' : `, ${said.before(before.slice(0, 10))}`}`,
  ].join('  ')

const print = (wish: Wish, value: unknown, lines: readonly string[]): void =>
  console.log(wish.json ? JSON.stringify(value, undefined, 2) : lines.join('\n'))

async function showLog(store: Store, wish: Wish, now: Date): Promise<void> {
  const deletions = await deletionsSince(store, new Date(now.getTime() - wish.days * dayMs), now)
  print(wish, deletions, deletions.length === 0 ? [said.noDeletions(wish.days)] : deletions.map(logLine))
}

async function showHolds(store: Store, wish: Wish): Promise<void> {
  const holds = await store.legalHolds()
  const lines = holds.map(
    ({ held, reason, by, at }) => `${at.slice(0, 10)}  ${nameOfHeld(held)}  ${reason} (${by})`,
  )
  print(wish, holds, lines.length === 0 ? [said.noHolds] : lines)
}

async function hold(store: Store, wish: Wish, now: Date): Promise<void> {
  const held = await findHeld(store, wish.name)
  if (held === undefined) throw new Error(said.unknown(wish.name))
  await placeHold(store, held, { ...wish, now })
  print(wish, { placed: held }, [said.placed(nameOfHeld(held))])
}

async function release(store: Store, wish: Wish, now: Date): Promise<void> {
  const held = await liftHold(store, wish.name, { ...wish, now })
  if (held === undefined) throw new Error(said.notHeld(wish.name))
  print(wish, { lifted: held }, [said.lifted(nameOfHeld(held))])
}

async function work(store: Store, wish: Wish): Promise<void> {
  const now = systemClock.now()
  if (wish.deed === 'log') return showLog(store, wish, now)
  if (wish.deed === 'holds') return showHolds(store, wish)
  if (wish.deed === 'hold') return hold(store, wish, now)
  if (wish.deed === 'release') return release(store, wish, now)
  const { city } = await readServed(readSettings(), now, said.noCity)
  if (wish.deed === 'survey') {
    const survey = await surveyRetention(store, { city, now })
    const { kept, series } = await findOldKeys(store, now)
    const oldKeys = kept.length + series.length
    const keysLine = oldKeys === 0 ? [] : [said.oldKeys(oldKeys)]
    print(wish, survey, [...survey.map(surveyLine), ...keysLine, '', said.toRun])
    return
  }
  const went = await applyRetention({ store, city, now, logger: silentLogger, by: 'staff' })
  const oldKeys = await removeOldKeys(store, now)
  const wentLines = [...went].map(
    ([name, count]) => `${nameOf(name)} ${count === 'failed' ? said.failed : said.removed(count)}`,
  )
  print(wish, Object.fromEntries(went), [...wentLines, ...(oldKeys === 0 ? [] : [said.removedKeys(oldKeys)])])
  if ([...went.values()].includes('failed')) throw new Error(said.someFailed)
}

async function main(): Promise<void> {
  const wish = readWish()
  if (wish === undefined) {
    console.log(said.usage)
    return
  }
  const store = openKeptStore(readSettings(), said.noStore)
  try {
    await work(store, wish)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  console.error(explainOptions(error, reportLanguage()))
  process.exitCode = 2
})
