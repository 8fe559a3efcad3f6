// Tries a notice by hand: puts it into the outbox as the event of another system would, and says what is sent to whom, when.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Settings } from '../../adapters/settings'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Notice } from '../../bot/dialog/model/model'
import { createNotify, type NoticeEvent } from '../../bot/notices/notify'
import { noticeWords, type NoticeWords } from './notice-words'
import { readNoticeValues, wantedValues } from './notice-values'
import { openKeptStore } from '../command/open-store'
import { readServed, type Served } from '../command/read-served'
import { showTold, toldLines } from './render-told'
import { demandReportLanguage, languageOption, reportLanguage } from '../command/report-language'

interface Wish {
  readonly dialog: string
  readonly person: string
  readonly give: readonly string[]
  readonly event: string | undefined
  readonly id: string
  readonly json: boolean
}

/** Undefined when only the usage is wished for. */
function readWish(parameters: readonly string[], said: NoticeWords): Wish | undefined {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      give: { type: 'string', multiple: true, default: [] },
      event: { type: 'string' },
      id: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: languageOption,
      help: { type: 'boolean', default: false },
    },
  })
  demandReportLanguage(values.lang)
  if (values.help) return undefined
  const [dialog, ...more] = positionals
  if (dialog === undefined || more.length > 0) throw new Error(`${said.oneDialog}\n\n${said.usage}`)
  if (values.to === undefined) throw new Error(`${said.noPerson}\n\n${said.usage}`)
  const { event, give, json, id = `by-hand-${randomUUID()}` } = values
  return { dialog, person: values.to, give, event, id, json }
}

const listed = (names: readonly string[]): string => names.join(', ')

function findNotice({ dialogs }: Served, { dialog: id, event }: Wish, said: NoticeWords): Notice {
  const dialog = dialogs.get(id)
  if (dialog === undefined) {
    const having = [...dialogs.values()].filter(({ notices }) => notices.size > 0).map((one) => one.id)
    throw new Error(said.noDialog(id, listed(having)))
  }
  const names = [...dialog.notices.keys()]
  const name = event ?? (names.length === 1 ? names[0] : undefined)
  const notice = name === undefined ? undefined : dialog.notices.get(name)
  if (notice !== undefined) return notice
  if (names.length === 0) throw new Error(said.noNotices(id))
  const wanted = event === undefined ? said.which : said.noNotice(event)
  throw new Error(`${wanted} ${said.theNotices(id, listed(names))}`)
}

interface Around {
  /** Read only when it is clear what is wished. */
  readonly settings: () => Settings
  readonly print: (text: string) => void
}

/** @throws Error that says what is wrong and what to do. */
export async function tryNotice(parameters: readonly string[], around: Around): Promise<void> {
  const { print } = around
  const said = noticeWords[reportLanguage(parameters)]
  const wish = readWish(parameters, said)
  if (wish === undefined) {
    print(said.usage)
    return
  }
  const settings = around.settings()
  const now = systemClock.now()
  const served = await readServed(settings, now, said.noCity)
  const notice = findNotice(served, wish, said)
  const data = readNoticeValues(wish.give, notice, said.noPair)
  const store = openKeptStore(settings, said.noStore)
  try {
    const event: NoticeEvent = { id: wish.id, name: notice.event, person: wish.person, data }
    const tell = createNotify({
      store,
      content: () => served,
      clock: { now: () => now },
      logger: silentLogger,
    })
    const notified = await tell(event)
    if (notified.kind === 'refused') throw new Error(said.refused(notified.why, wantedValues(notice)))
    const told = notified.told.map((one) => showTold(one, now))
    if (wish.json) print(JSON.stringify({ event: event.name, id: event.id, told }, undefined, 2))
    else print(told.flatMap((one) => toldLines(one, served.city.timeZone, said)).join('\n'))
    if (told.length === 0) throw new Error(said.nobody(event.name, wish.person, wish.dialog))
  } finally {
    await store.close()
  }
}
