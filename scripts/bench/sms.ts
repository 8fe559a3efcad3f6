// A busy day of texts through the door of 46elks: five hundred phones with ten texts each, while the server is killed five times.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { toConversationId } from '../../bot/contracts/talk/ids'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { keyedHash } from '../../bot/privacy/keyed-hash'
import { chanceOf } from '../soak/chance'
import { percentile, rounded } from './figures'
import { serveChild, type ServedChild } from './serve-child'

const phones = 500
const textsOfPhone = 10
const kills = 5
/** So many phones write at the same time. */
const atOnce = 16
const ours = '+46766861000'
const webhook = { path: 'benchbenchbenchbench', user: 'bench', password: 'bench' }

const questions = [
  'hej',
  'när töms soptunnan hos oss',
  'felanmälan',
  'hål i gatan',
  'Drottninggatan 5',
  'avbryt',
  'vad kostar simhallen',
  'hur söker man plats i förskolan',
  'meny',
  'var kan jag lämna batterier',
]

const numberOf = (phone: number): string => `+4670${String(1_740_000 + phone)}`
const idOf = (phone: number, n: number): string => `s${phone}-${n}`

const startServer = (dataDirectory: string): Promise<ServedChild> =>
  serveChild(['dist/main.js'], {
    DATA_DIR: dataDirectory,
    ELKS_WEBHOOK_PATH: webhook.path,
    ELKS_WEBHOOK_USER: webhook.user,
    ELKS_WEBHOOK_PASSWORD: webhook.password,
    SMS_DAILY_KRONOR: '1000000',
  })

/** One that dies and comes back while texts keep coming; a gateway sends again what was not answered. */
class Line {
  readonly replyMs: number[] = []
  answered = 0
  private constructor(
    private server: ServedChild,
    private readonly dataDirectory: string,
  ) {}

  static open = async (dataDirectory: string): Promise<Line> =>
    new Line(await startServer(dataDirectory), dataDirectory)

  async restart(): Promise<void> {
    await this.server.kill()
    this.server = await startServer(this.dataDirectory)
  }

  stop = (): Promise<void> => this.server.stop()

  async send(phone: number, n: number): Promise<void> {
    const form = new URLSearchParams({
      direction: 'incoming',
      id: idOf(phone, n),
      from: numberOf(phone),
      to: ours,
      message: questions[(phone + n) % questions.length] ?? '',
    })
    for (;;) {
      const startedAt = performance.now()
      const status = await this.post(form)
      if (status === 200 || status === 204) {
        this.replyMs.push(performance.now() - startedAt)
        this.answered += 1
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  private async post(form: URLSearchParams): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${webhook.user}:${webhook.password}`).toString('base64')}`
    const url = `${this.server.url}/sms/elks/${webhook.path}`
    try {
      const response = await fetch(url, { method: 'POST', body: form, headers: { authorization } })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }
}

async function replay(line: Line, phoneNumbers: readonly number[]): Promise<void> {
  const left = [...phoneNumbers]
  const worker = async (): Promise<void> => {
    for (let phone = left.shift(); phone !== undefined; phone = left.shift())
      for (let n = 0; n < textsOfPhone; n += 1) await line.send(phone, n)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Texts of a phone that are not there exactly once, in their order, each with one turn. */
async function faultsOf(store: Store, phone: number): Promise<number> {
  const name = toConversationId(`sms:${ours}:${await keyedHash(store, numberOf(phone))}`)
  const lines = await store.linesAfter(name, 0, 10 * textsOfPhone)
  const received = lines.flatMap((line) => (line.author === 'resident' ? [String(line.message.id)] : []))
  const replied = lines.flatMap((line) => (line.author === 'bot' ? [String(line.answers)] : []))
  const expected = Array.from({ length: textsOfPhone }, (_, n) => `elks/${idOf(phone, n)}`)
  const isInOrder = received.join() === expected.join()
  const isAnsweredOnce = new Set(replied).size === replied.length
  let faults = isInOrder && isAnsweredOnce ? 0 : 1
  for (const id of expected) if ((await store.turnOf(name, id as never)) === undefined) faults += 1
  return faults
}

/** While phones write, the server dies when so many texts have been answered, at moments chosen by chance. */
async function killAtRandom(line: Line, isOver: () => boolean): Promise<void> {
  const chance = chanceOf(5)
  const moments = Array.from({ length: kills }, () => chance.next() * phones * textsOfPhone * 0.9).sort(
    (a, b) => a - b,
  )
  for (const moment of moments) {
    while (line.answered < moment && !isOver()) await new Promise((resolve) => setTimeout(resolve, 5))
    if (!isOver()) await line.restart()
  }
}

export async function benchSms(): Promise<Readonly<Record<string, number>>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'dygnet-bench-'))
  try {
    const line = await Line.open(dataDirectory)
    await replay(line, [phones + 1, phones + 2])
    line.replyMs.length = 0
    line.answered = 0
    const startedAt = performance.now()
    let isOver = false
    const killing = killAtRandom(line, () => isOver)
    await replay(
      line,
      Array.from({ length: phones }, (_, phone) => phone),
    )
    isOver = true
    const seconds = (performance.now() - startedAt) / 1_000
    await killing
    await line.stop()
    const store = openSqliteStore({
      file: join(dataDirectory, 'dygnet.db'),
      clock: systemClock,
      logger: silentLogger,
    })
    let faults = 0
    for (let phone = 0; phone < phones; phone += 1) faults += await faultsOf(store, phone)
    await store.close()
    return {
      smsDaySeconds: rounded(seconds),
      smsReplyP95Ms: rounded(percentile(line.replyMs, 0.95)),
      smsLostDoubledOrOutOfOrder: faults,
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
