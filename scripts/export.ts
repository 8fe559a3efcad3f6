// All that is kept of one resident, handed out or deleted, for whoever has the right to it.
import { explainOptions } from './command/explain-options'
import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, type Settings } from '../adapters/settings'
import { systemClock } from '../bot/contracts/basics/clock'
import { isE164 } from '../bot/contracts/basics/phone-number'
import { toConversationId } from '../bot/contracts/talk/ids'
import { silentLogger } from '../bot/contracts/basics/logger'
import { sentFilesIn } from '../bot/contracts/talk/sent-file'
import type { Store } from '../bot/contracts/store/store'
import { limitCodes } from '../bot/one-time-code/limit-codes'
import { randomCode } from '../bot/one-time-code/random-code'
import { eraseConversations } from '../bot/retention/erase-conversation'
import { checkHolderCode, sendHolderCode } from '../bot/retention/prove-holder'
import {
  conversationsOfPhone,
  dataOfConversation,
  dataOfPhone,
  exportAudit,
  type ResidentData,
} from '../bot/retention/resident-data'
import { openUploads } from '../main/open-web-chat'
import { exportWords } from './retention/export-words'
import { openKeptStore } from './command/open-store'
import { readServed } from './command/read-served'
import { demandReportLanguage, languageOption, reportLanguage } from './command/report-language'

const said = exportWords[reportLanguage()]

type Wish = { readonly out: string | undefined } & (
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'send-code'; readonly phone: string }
  | { readonly kind: 'export' | 'erase'; readonly phone: string; readonly code: string }
)

/** Undefined when only the usage is wished for. */
function readWish(): Wish | undefined {
  const { values } = parseArgs({
    options: {
      conversation: { type: 'string' },
      phone: { type: 'string' },
      'send-code': { type: 'boolean', default: false },
      code: { type: 'string' },
      erase: { type: 'boolean', default: false },
      out: { type: 'string' },
      lang: languageOption,
      help: { type: 'boolean', default: false },
    },
  })
  demandReportLanguage(values.lang)
  if (values.help) return undefined
  const { conversation: id, phone, code, out, erase } = values
  if ((id === undefined) === (phone === undefined)) throw new Error(said.oneOf)
  if (id !== undefined) {
    if (values['send-code'] || code !== undefined || erase) throw new Error(said.onlyPhone)
    return { kind: 'conversation', id, out }
  }
  return readPhoneWish({ phone: phone ?? '', sends: values['send-code'], code, erase, out })
}

interface PhoneWords {
  readonly phone: string
  readonly sends: boolean
  readonly code: string | undefined
  readonly erase: boolean
  readonly out: string | undefined
}

function readPhoneWish({ phone, sends, code, erase, out }: PhoneWords): Wish {
  if (!isE164(phone)) throw new Error(said.badPhone)
  if (sends === (code !== undefined)) throw new Error(said.codeOrSend)
  if (erase && out !== undefined) throw new Error(said.eraseOrOut)
  if (code === undefined) return { kind: 'send-code', phone, out }
  return { kind: erase ? 'erase' : 'export', phone, code, out }
}

/** Whoever looks over a shoulder learns no number. */
const hidden = (phone: string): string => `…${phone.slice(-2)}`

const ourNumbers = ({ ELKS_NUMBER, TWILIO_NUMBER }: Settings): readonly string[] =>
  [ELKS_NUMBER, TWILIO_NUMBER].filter((number) => number !== undefined)

interface Around {
  readonly store: Store
  readonly settings: Settings
  readonly now: Date
}

async function sendCode(phone: string, { store, settings, now }: Around): Promise<void> {
  if (ourNumbers(settings).length === 0) throw new Error(said.noNumber)
  const { city } = await readServed(settings, now, said.noCity)
  const parts = { store, city, now, makeCode: randomCode, maySendCode: limitCodes(store) }
  if (!(await sendHolderCode(phone, parts))) throw new Error(said.tooMany(hidden(phone)))
  console.log(said.sent(hidden(phone)))
}

async function demandCode(phone: string, code: string, { store, now }: Around): Promise<void> {
  const tried = await checkHolderCode(store, phone, code, now)
  if (tried !== 'right') throw new Error(said.codes[tried])
}

/** The line of the audit first: nothing is handed out without one. */
async function write(
  data: ResidentData,
  how: 'conversation' | 'phone',
  out: string | undefined,
  { store, settings, now }: Around,
): Promise<void> {
  if (data.conversations.length + data.records.length === 0) throw new Error(said.nothing)
  await store.putRecord(exportAudit(data, { how, by: userInfo().username, now }))
  const folder = out ?? `export-${now.toISOString().replaceAll(':', '-')}`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'export.json')
  writeFileSync(file, JSON.stringify({ exportedAt: now.toISOString(), ...data }, undefined, 2), {
    mode: 0o600,
  })
  const files = await writeFiles(data, folder, settings)
  console.log(said.written(file, data.conversations.length, data.records.length, files))
}

const endings = { photo: 'jpg', pdf: 'pdf' } as const

/** Those that they sent and that are still here; gives how many. */
async function writeFiles(data: ResidentData, folder: string, settings: Settings): Promise<number> {
  const { shelf } = openUploads(settings, silentLogger)
  let count = 0
  for (const { id, transcript } of data.conversations)
    for (const line of transcript) {
      if (line.author !== 'resident' || line.message.content.kind !== 'upload') continue
      for (const sent of sentFilesIn(line.message.content.files)) {
        const bytes = await shelf.read(id, sent)
        if (bytes === undefined) continue
        writeFileSync(join(folder, `${sent.file}.${endings[sent.kind]}`), bytes, { mode: 0o600 })
        count += 1
      }
    }
  return count
}

async function erase(phone: string, { store, settings }: Around): Promise<void> {
  const talks = await conversationsOfPhone(store, phone, ourNumbers(settings))
  const parts = { store, shelf: openUploads(settings, silentLogger).shelf, clock: systemClock }
  const erased = await eraseConversations(parts, talks)
  const held = erased.filter(({ erasure }) => erasure === 'held').length
  console.log(said.erased(erased.length - held))
  const callBacks = erased.flatMap((one) => one.callBacks)
  if (callBacks.length > 0) console.log(said.callBacks(callBacks.join(', ')))
  if (held > 0) console.log(said.held(held))
}

async function work(wish: Wish, around: Around): Promise<void> {
  const { store, settings } = around
  switch (wish.kind) {
    case 'conversation':
      return write(
        await dataOfConversation(store, toConversationId(wish.id)),
        'conversation',
        wish.out,
        around,
      )
    case 'send-code':
      return sendCode(wish.phone, around)
    case 'export':
      await demandCode(wish.phone, wish.code, around)
      return write(await dataOfPhone(store, wish.phone, ourNumbers(settings)), 'phone', wish.out, around)
    case 'erase':
      await demandCode(wish.phone, wish.code, around)
      return erase(wish.phone, around)
  }
}

async function main(): Promise<void> {
  const wish = readWish()
  if (wish === undefined) {
    console.log(said.usage)
    return
  }
  const settings = readSettings()
  const store = openKeptStore(settings, said.noStore)
  try {
    await work(wish, { store, settings, now: systemClock.now() })
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  console.error(explainOptions(error, reportLanguage()))
  process.exitCode = 2
})
