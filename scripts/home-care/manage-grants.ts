// Grants by hand, as staff register, prove, look at and end them until the console can.
import { parseArgs } from 'node:util'
import type { Settings } from '../../adapters/settings'
import { checkOn } from '../../bot/content/content'
import { readContentFiles } from '../../bot/content/content-files'
import type { City } from '../../bot/contracts/city/city'
import { systemClock } from '../../bot/contracts/basics/clock'
import type { Store } from '../../bot/contracts/store/store'
import { readPhone } from '../../bot/dialog/words/read-phone'
import { grantAudit } from '../../bot/home-care/audit-grant'
import { chooseTexts } from '../../bot/home-care/choose-texts'
import { recordsOfEnd, type EndedBy } from '../../bot/home-care/end-grants'
import {
  endReasons,
  grantById,
  grantKeys,
  grantsOfClient,
  grantsOfPhone,
  standingOf,
  wishedTexts,
  type Grant,
} from '../../bot/home-care/grant'
import { checkGrantCode, sendGrantCode } from '../../bot/home-care/prove-phone'
import { registerGrant } from '../../bot/home-care/register-grant'
import { toLocalTime } from '../../bot/hours/local-time'
import { limitCodes } from '../../bot/one-time-code/limit-codes'
import { hasOptedOut as isOptedOut } from '../../bot/sms/opt-out'
import { randomCode } from '../../bot/one-time-code/random-code'
import * as said from './grant-words'
import { maskPhone } from '../command/mask-phone'
import { noStoreYet, openKeptStore } from '../command/open-store'
import { projectRoot } from '../../main/project-root'

const text = { type: 'string' } as const
const options = {
  client: text,
  phone: text,
  scopes: text,
  waiver: text,
  processing: text,
  'relative-consent': text,
  alias: text,
  from: text,
  to: text,
  why: text,
  lang: { type: 'string', default: 'sv' },
  by: text,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parse>['values']
const parse = (parameters: readonly string[]) =>
  parseArgs({ args: [...parameters], allowPositionals: true, options })

interface Desk {
  readonly store: Store
  readonly city: City
  readonly values: Values
  readonly by: string
  readonly print: (text: string) => void
}

export interface ManageParts {
  readonly settings: () => Settings
  readonly print: (text: string) => void
}

/** @throws Error that says in Swedish what is wrong and what to write. */
export async function manageGrants(
  parameters: readonly string[],
  { settings, print }: ManageParts,
): Promise<void> {
  const { values, positionals } = parse(parameters)
  const [command, ...words] = positionals
  if (values.help || command === undefined) {
    print(said.usage)
    return
  }
  const run = commands[command]
  if (run === undefined) throw new Error(said.unknownCommand(command))
  if (values.by === undefined || values.by.trim() === '') throw new Error(said.noBy)
  const read = settings()
  const { city } = checkOn(await readContentFiles(read.CONTENT_DIR ?? projectRoot), systemClock.now())
  if (city === undefined) throw new Error(said.noCity)
  const store = openKeptStore(read, noStoreYet.sv)
  try {
    await run(words, { store, city, values, by: values.by.trim(), print })
  } finally {
    await store.close()
  }
}

type Command = (words: readonly string[], desk: Desk) => Promise<void>
const commands: Readonly<Record<string, Command | undefined>> = {
  add,
  code,
  list,
  show,
  texts,
  revoke,
}

async function add(_: readonly string[], { store, city, values, by, print }: Desk): Promise<void> {
  const wish = {
    clientRef: values.client ?? '',
    phone: values.phone ?? '',
    scopes: (values.scopes ?? '').split(',').flatMap((scope) => (scope.trim() === '' ? [] : [scope.trim()])),
    secrecyWaiverRef: values.waiver ?? '',
    processingConsentRef: values.processing ?? '',
    relativeConsentAt: values['relative-consent'] ?? '',
    alias: values.alias ?? '',
    by,
    language: values.lang,
    from: values.from,
    to: values.to,
  }
  const registered = await registerGrant(wish, { store, city, clock: systemClock })
  if (registered.kind === 'refused')
    throw new Error(registered.faults.map((fault) => said.faults[fault]).join('\n'))
  print(values.json ? JSON.stringify({ id: registered.id }) : said.added(registered.id))
}

async function code([id, digits]: readonly string[], { store, city, by, print }: Desk): Promise<void> {
  if (id === undefined) throw new Error(said.noWhich)
  const clock = systemClock
  const hasOptedOut = (phone: string) => isOptedOut(store, phone)
  if (digits === undefined) {
    const parts = { store, city, clock, makeCode: randomCode, maySendCode: limitCodes(store), hasOptedOut }
    const sent = await sendGrantCode(id, by, parts)
    if (sent !== 'sent') throw new Error(said.sentWords[sent])
    print(said.sentWords.sent)
    return
  }
  const checked = await checkGrantCode(id, digits, by, { store, clock, hasOptedOut })
  if (checked !== 'proved') throw new Error(said.checkedWords[checked])
  print(said.checkedWords.proved)
}

async function list(_: readonly string[], desk: Desk): Promise<void> {
  const { values, print } = desk
  const grants = await grantsNamed(desk)
  await Promise.all(grants.map((grant) => noteShown(grant, desk)))
  if (values.json) print(JSON.stringify(grants.map((grant) => toJson(grant))))
  else print(grants.length === 0 ? said.noGrants : grants.map((grant) => lineOf(grant, desk)).join('\n'))
}

async function grantsNamed({ store, values }: Desk): Promise<readonly Grant[]> {
  if (values.client !== undefined) return grantsOfClient(store, values.client)
  if (values.phone === undefined) throw new Error(said.noWhich)
  const phone = readPhone(values.phone)
  if (typeof phone !== 'object') throw new Error(said.faults.phone)
  return grantsOfPhone(store, phone.number)
}

async function show([id]: readonly string[], desk: Desk): Promise<void> {
  const { store, values, print } = desk
  if (id === undefined) throw new Error(said.noWhich)
  const grant = await grantById(store, id)
  if (grant === undefined) throw new Error(said.noSuch)
  await noteShown(grant, desk)
  const trail = (await store.recordsUnder('audit', grantKeys.grant(id)))
    .map(({ value }) => value as { readonly at: string; readonly what: string; readonly by: string })
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  if (values.json) {
    print(JSON.stringify({ ...toJson(grant), trail }))
    return
  }
  const { secrecyWaiverRef, processingConsentRef, relativeConsentAt, registeredBy, scopes } = grant
  const day = (iso: string) => toLocalTime(new Date(iso), desk.city.timeZone).date
  print(
    [
      lineOf(grant, desk),
      `  berättas: ${scopes.map((scope) => said.scopeWords[scope]).join(', ')}`,
      `  hävd sekretess: ${secrecyWaiverRef}   samtycke: ${processingConsentRef}   den anhörigas ja: ${day(relativeConsentAt)}`,
      `  registrerat av ${registeredBy}   sms: ${said.wishWords[grant.texts]}`,
      ...trail.map(({ at, what, by }) => `  ${stampOf(at, desk)}  ${said.deeds[what] ?? what} (${by})`),
    ].join('\n'),
  )
}

async function texts([id, word]: readonly string[], { store, city, by, print }: Desk): Promise<void> {
  const wished = wishedTexts.find((one) => one === word)
  if (id === undefined) throw new Error(said.noWhich)
  if (wished === undefined) throw new Error(said.noWish)
  const grant = await grantById(store, id)
  const now = systemClock.now()
  if (grant === undefined || standingOf(grant, now) === 'ended') throw new Error(said.noSuch)
  const { records, outbox } = chooseTexts([grant], { texts: wished }, { by, now }, city)
  await store.putRecords(records)
  await store.enqueueAll(outbox)
  print(said.wishWords[wished])
}

async function revoke([id]: readonly string[], { store, values, by, print }: Desk): Promise<void> {
  const why = endReasons.find((one) => one === values.why)
  if (why === undefined) throw new Error(said.noWhy)
  if (id !== undefined && (await grantById(store, id)) === undefined) throw new Error(said.noSuch)
  const which: EndedBy | undefined =
    id !== undefined ? { grant: id } : values.client === undefined ? undefined : { clientRef: values.client }
  if (which === undefined) throw new Error(said.noWhich)
  const records = await recordsOfEnd(store, which, { why, by, now: systemClock.now() })
  await store.putRecords(records)
  print(said.ended(records.filter(({ collection }) => collection === 'audit').length))
}

const noteShown = (grant: Grant, { store, by }: Desk): Promise<void> =>
  store.putRecord(grantAudit(grant.id, { what: 'shown', by, now: systemClock.now() }))

function toJson({ id, clientRef, phone, alias, scopes, validFrom, validTo, ...grant }: Grant): object {
  const {
    secrecyWaiverRef,
    processingConsentRef,
    relativeConsentAt,
    registeredBy,
    ended,
    texts: wished,
  } = grant
  return {
    id,
    clientRef,
    phone: phone === null ? null : maskPhone(phone),
    alias,
    scopes,
    validFrom,
    validTo,
    secrecyWaiverRef,
    processingConsentRef,
    relativeConsentAt,
    registeredBy,
    ended,
    texts: wished,
    standing: standingOf(
      { id, clientRef, phone, alias, scopes, validFrom, validTo, ...grant },
      systemClock.now(),
    ),
  }
}

function stampOf(iso: string, { city }: Desk): string {
  const { date, minute } = toLocalTime(new Date(iso), city.timeZone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date} ${two(Math.floor(minute / 60))}.${two(minute % 60)}`
}

/** One line: what matters when several are looked through. */
function lineOf(grant: Grant, { city }: Desk): string {
  const { id, clientRef, phone, alias, validFrom, validTo, ended } = grant
  const standing = said.standings[standingOf(grant, systemClock.now())]
  const why = ended === undefined ? '' : ` ${said.reasons[ended.why]}`
  const first = toLocalTime(new Date(validFrom), city.timeZone).date
  const last = toLocalTime(new Date(Date.parse(validTo) - 1), city.timeZone).date
  const who = phone === null ? '' : `  ${maskPhone(phone)}  "${alias}"`
  return `${id}  ${standing}${why}  ${clientRef}${who}  ${first} till ${last}`
}
