// A process that answers one resident's messages and is killed at one exact moment: between two writes to the store for one
// of the messages that are tried.
// Arguments: store (`sqlite:<file>` or a Redis address), the moment's number, the case to make. Prints what was acknowledged,
// and at what it is killed.
import { writeSync } from 'node:fs'
import { smallCity } from './small-city'
import { crashMessages, triedMessages } from './crash-messages'
import { killAtMoment, openStoreAt, type Sides } from './kill-at-moment'
import { openTestBot } from './test-bot'

const [address = '', moment = '0', conversation = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  let current = ''
  const sidesOf = (method: string): Sides => {
    if (!triedMessages.has(current)) return 'none'
    // From the end of one call to the beginning of the next nothing is kept; only between two messages a hold is given back.
    return method === 'accept' ? 'around' : 'after'
  }
  const store = killAtMoment(openStoreAt(address), Number(moment), sidesOf, (at) => {
    // At once: what is still to be written when the process is killed is lost.
    writeSync(1, `killed ${at}\n`)
  })
  const bot = await openTestBot(store, { content: await smallCity() })
  for (const message of crashMessages(conversation)) {
    current = message.id
    await bot.receive(message)
    process.stdout.write(`accepted ${message.id}\n`)
    await bot.answer(message.conversationId, message.id)
    process.stdout.write(`answered ${message.id}\n`)
  }
  await store.close()
  process.stdout.write('finished\n')
}

if (require.main === module) void run()
