// One of several processes that serve the same conversation: answers the messages named on its command line, all at once.
import { smallCity } from './small-city'
import { openStoreAt } from './kill-at-moment'
import { openTestBot } from './test-bot'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'

const [address = '', conversation = '', ...ids] = process.argv.slice(2)

async function run(): Promise<void> {
  const store = openStoreAt(address)
  await store.ping()
  const bot = await openTestBot(store, { content: await smallCity() })
  const conversationId = toConversationId(`web:${conversation}`)
  process.stdout.write('ready\n')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  await Promise.all(
    ids.map(async (name) => {
      const id = toMessageId(name)
      await bot.receive({
        id,
        conversationId,
        channel: 'web',
        receivedAt: new Date().toISOString(),
        content: { kind: 'text', text: 'tack' },
      })
      await bot.answer(conversationId, id)
    }),
  )
  process.stdin.destroy()
  await store.close()
}

if (require.main === module) void run()
