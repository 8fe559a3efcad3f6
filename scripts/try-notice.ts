// Tries a notice by hand: puts it into the outbox as the event of another system would, and says what is sent to whom, when.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Settings } from '../adapters/settings'
import { checkOn } from '../bot/content'
import { readContentFiles } from '../bot/content-files'
import type { City } from '../bot/contracts/city'
import { systemClock } from '../bot/contracts/clock'
import { findingLine } from '../bot/contracts/finding'
import { silentLogger } from '../bot/contracts/logger'
import type { Dialog, Notice } from '../bot/dialog/model'
import { createNotify, type NoticeEvent } from '../bot/notices/notify'
import { readNoticeValues, wantedValues } from './notice-values'
import { databaseFile, openStore } from './open-store'
import { projectRoot } from './project-root'
import { showTold, toldLines } from './render-told'

const usage = `Usage: npm run notify -- <dialog> --to <person> [--give name=value]... [--event <name>] [--id <id>] [--json]

Something happened in another system: everyone who subscribed to it gets an entry in the outbox of the store that DATA_DIR or
REDIS_URL names, and a reply of theirs opens the dialog. Subscribe first, in the chat of a server with the same settings. Try
it on a store of your own: what waits there is sent once an SMS gateway is connected.

  --to     whom it is about, as the subscription calls them ("person:" in the dialog's do: subscribe)
  --give   what the event brings, one for each name under "gives:" of the notice: --give visit_time=08:41
  --event  which notice; needed only where the dialog has several
  --id     the other system's id of the event; the same one again tells nobody twice
  --json   { event, id, told: [{ kind, to, text, dueAt, waits }] }`

interface Wish {
  readonly dialog: string
  readonly person: string
  readonly give: readonly string[]
  readonly event: string | undefined
  readonly id: string
  readonly json: boolean
}

/** Undefined when only the usage is wished for. */
function readWish(parameters: readonly string[]): Wish | undefined {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      give: { type: 'string', multiple: true, default: [] },
      event: { type: 'string' },
      id: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const [dialog, ...more] = positionals
  if (dialog === undefined || more.length > 0) throw new Error(`Name one dialog.\n\n${usage}`)
  if (values.to === undefined) throw new Error(`--to is missing: whom is it about?\n\n${usage}`)
  const { event, give, json, id = `by-hand-${randomUUID()}` } = values
  return { dialog, person: values.to, give, event, id, json }
}

interface Served {
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly city: City
}

async function readServed({ CONTENT_DIR }: Settings, now: Date): Promise<Served> {
  const files = await readContentFiles(CONTENT_DIR ?? projectRoot)
  const { dialogs, city, findings } = checkOn(files, now)
  for (const finding of findings) if (finding.severity === 'error') console.error(findingLine(finding, 'sv'))
  if (city === undefined) throw new Error('dialogs/city.yaml cannot be used; see npm run dialogs:check')
  return { dialogs, city }
}

const listed = (names: readonly string[]): string => new Intl.ListFormat('en').format(names)

function findNotice({ dialogs }: Served, { dialog: id, event }: Wish): Notice {
  const dialog = dialogs.get(id)
  if (dialog === undefined) {
    const having = [...dialogs.values()].filter(({ notices }) => notices.size > 0).map((one) => one.id)
    throw new Error(`There is no dialog "${id}". With notices there is ${listed(having) || 'none'}.`)
  }
  const names = [...dialog.notices.keys()]
  const name = event ?? (names.length === 1 ? names[0] : undefined)
  const notice = name === undefined ? undefined : dialog.notices.get(name)
  if (notice !== undefined) return notice
  if (names.length === 0) throw new Error(`"${id}" has no notices; they stand under "notify:".`)
  const wanted = event === undefined ? 'Say which with --event.' : `There is no notice "${event}".`
  throw new Error(`${wanted} The notices of "${id}" are ${listed(names)}.`)
}

interface Around {
  /** Read only when it is clear what is wished. */
  readonly settings: () => Settings
  readonly print: (text: string) => void
}

/** @throws Error that says what is wrong and what to do. */
export async function tryNotice(parameters: readonly string[], around: Around): Promise<void> {
  const { print } = around
  const wish = readWish(parameters)
  if (wish === undefined) {
    print(usage)
    return
  }
  const settings = around.settings()
  const now = systemClock.now()
  const served = await readServed(settings, now)
  const notice = findNotice(served, wish)
  const data = readNoticeValues(wish.give, notice)
  const file = databaseFile(settings)
  if (settings.REDIS_URL === undefined && !existsSync(file))
    throw new Error(
      `There is no ${file}. Start the server with this DATA_DIR and subscribe in its chat first.`,
    )
  const store = openStore(settings)
  try {
    const event: NoticeEvent = { id: wish.id, name: notice.event, person: wish.person, data }
    const tell = createNotify({
      store,
      content: () => served,
      clock: { now: () => now },
      logger: silentLogger,
    })
    const notified = await tell(event)
    if (notified.kind === 'refused')
      throw new Error(
        `The event was refused: ${notified.why}. The notice is given ${wantedValues(notice) || 'nothing'}.`,
      )
    const told = notified.told.map((one) => showTold(one, now))
    if (wish.json) print(JSON.stringify({ event: event.name, id: event.id, told }, undefined, 2))
    else print(told.flatMap((one) => toldLines(one, served.city.timeZone)).join('\n'))
    if (told.length === 0)
      throw new Error(
        `Nobody here subscribes to "${event.name}" about "${wish.person}". Subscribe in the dialog "${wish.dialog}", or look at "person:" in its do: subscribe.`,
      )
  } finally {
    await store.close()
  }
}
