// A process that books something in another system and is killed at one exact moment around its write.
// Arguments: store (`sqlite:<file>` or a Redis address), the other system's address, the moment's number (0: never by
// itself), the conversation, `keyed` or `asked`: whether the other system knows keys, or is asked for the outcome.
import { createHttpActions } from '../../adapters/http-actions'
import { assembleBot } from '../../bot/assemble-bot'
import type { Bot } from '../../bot/contracts/bot'
import { systemClock } from '../../bot/contracts/basics/clock'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import { noObserver } from '../../bot/contracts/talk/observer'
import type { Store } from '../../bot/contracts/store/store'
import { compileDialogs } from '../../bot/dialog/reading/compile-dialogs'
import { sound, today } from '../bot/dialog/sound-dialog'
import { smallCity } from './small-city'
import { around, killAtMoment, openStoreAt } from './kill-at-moment'

const dialog = `dialog: bastu
title: Boka bastu
owner: kultur-fritid
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [Jag vill boka bastun, boka bastu, bastun tack]
labels: { place: Plats }
steps:
  - ask: place
    question: Vilken bastu?
  - confirm: send
    question: Ska jag boka?
  - do: book_sauna
    with: { place: place }
    if fails: { handoff: Det gick inte att boka. }
  - say: Bokat med nummer {number}.
    id: booked
  - end: done
`
const actions = (server: string, how: string) => `book_sauna:
  effect: write
  takes: [place]
  gives: { number: text }
  http:
    method: POST
    url: ${server}/bookings
    body: { place: place }
    gives: { number: $.number }
${how === 'asked' ? `    outcome: { method: GET, url: "${server}/bookings/{idempotency_key}" }\n` : ''}`

export async function openBookingBot(store: Store, server: string, how: string): Promise<Bot> {
  const files = Object.entries({
    'city.yaml': sound['city.yaml'],
    'actions.yaml': actions(server, how),
    'bastu.yaml': dialog,
  })
  const compiled = compileDialogs({ files: files.map(([path, text]) => ({ path, text })), today })
  const content = { ...(await smallCity()), dialogs: compiled.dialogs, actions: compiled.actions }
  return assembleBot({
    store,
    content: () => content,
    leaseMs: 250,
    clock: systemClock,
    logger: silentLogger,
    observer: noObserver,
    remoteActions: createHttpActions({
      find: (name) => {
        const action = compiled.actions.get(name)
        return action?.http === undefined ? undefined : { ...action, http: action.http }
      },
      hosts: [server],
      secret: () => undefined,
      logger: silentLogger,
    }),
  })
}

const contents: readonly MessageContent[] = [
  { kind: 'choice', choice: { name: 'topic', value: 'dialog:bastu' }, label: 'Boka bastu' },
  { kind: 'text', text: 'Strandbastun' },
  { kind: 'text', text: 'ja' },
]

export const bookingMessages = (conversation: string): readonly InboundMessage[] =>
  contents.map((content, index) => ({
    id: toMessageId(`m${index + 1}`),
    conversationId: toConversationId(`web:${conversation}`),
    channel: 'web',
    receivedAt: '2026-11-24T02:30:00.000Z',
    content,
  }))

async function run(): Promise<void> {
  const [address = '', server = '', moment = '0', conversation = '', how = ''] = process.argv.slice(2)
  const store = killAtMoment(openStoreAt(address), Number(moment), around('putRecord', 'commit'))
  const bot = await openBookingBot(store, server, how)
  for (const message of bookingMessages(conversation)) {
    await bot.receive(message)
    await bot.answer(message.conversationId, message.id)
  }
  await store.close()
  process.stdout.write('finished\n')
}

if (require.main === module) void run()
