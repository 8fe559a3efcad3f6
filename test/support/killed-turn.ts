// A process that answers one resident's messages and is killed at one exact moment: before or after its n-th call to the store.
// Arguments: store (`sqlite:<file>` or a Redis address), the moment's number, the case to make. Prints what was acknowledged.
import { crashContent } from './crash-content'
import { crashMessages } from './crash-messages'
import { killAtMoment, openStoreAt } from './kill-at-moment'
import { openTestBot } from './test-bot'

const [address = '', moment = '0', conversation = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const store = killAtMoment(openStoreAt(address), Number(moment))
  const bot = await openTestBot(store, { content: await crashContent() })
  for (const message of crashMessages(conversation)) {
    await bot.receive(message)
    process.stdout.write(`accepted ${message.id}\n`)
    await bot.answer(message.conversationId, message.id)
    process.stdout.write(`answered ${message.id}\n`)
  }
  await store.close()
  process.stdout.write('finished\n')
}

if (require.main === module) void run()
