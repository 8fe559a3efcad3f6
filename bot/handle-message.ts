// The bot as adapters see it: keeps each message, answers each conversation's messages in order, finishes what a crash left.
import { ConversationQueue } from './conversation-queue'
import type { Bot } from './contracts/bot'
import { DygnetError } from './contracts/errors'
import type { ConversationId, MessageId } from './contracts/ids'
import type { Logger } from './contracts/logger'
import type { InboundMessage } from './contracts/message'
import type { Hold, Store, StoredTurn } from './contracts/store'
import type { RunTurn } from './run-turn'

/** Long enough for a slow action, short enough that another machine takes over soon after a crash. */
const leaseMs = 5_000
const renewEveryMs = 2_000
/** How long to wait for another machine's commit before looking again by ourselves. */
const lookAgainMs = 250
const recoverAtOnce = 500

interface BotParts {
  readonly store: Store
  readonly runTurn: RunTurn
  readonly logger: Logger
}

export function createBot({ store, runTurn, logger }: BotParts): Bot {
  const queue = new ConversationQueue()

  const answer = (conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn> =>
    queue.run(conversationId, () => answerInOrder(store, runTurn, conversationId, messageId))

  const finish = (conversationId: ConversationId): Promise<void> =>
    queue.run(conversationId, () => answerAll(store, runTurn, conversationId))

  return {
    receive: (message: InboundMessage) => store.accept(message),
    answer,
    recover: async () => {
      const conversations = await store.conversationsWaiting(recoverAtOnce)
      const results = await Promise.allSettled(conversations.map(finish))
      for (const result of results)
        if (result.status === 'rejected')
          logger.error({ err: result.reason as unknown }, 'a waiting conversation could not be answered')
      return conversations.length
    },
    settled: () => queue.idle(),
  }
}

async function answerInOrder(
  store: Store,
  runTurn: RunTurn,
  conversationId: ConversationId,
  messageId: MessageId,
): Promise<StoredTurn> {
  const answered = await whileHolding(store, conversationId, async () => {
    for (;;) {
      const waiting = await store.nextWaiting(conversationId)
      if (waiting === undefined) return store.turnOf(conversationId, messageId)
      const turn = await runTurn(waiting)
      if (turn?.messageId === messageId) return turn
    }
  })
  if (answered !== undefined) return answered
  throw new DygnetError('conversation-gone', 'the conversation was erased while its message waited')
}

async function answerAll(store: Store, runTurn: RunTurn, conversationId: ConversationId): Promise<void> {
  await whileHolding(store, conversationId, async () => {
    for (;;) {
      const waiting = await store.nextWaiting(conversationId)
      if (waiting === undefined) return
      await runTurn(waiting)
    }
  })
}

/** Runs `work` while no other process works on the conversation; waits for its turn as long as it takes. */
async function whileHolding<T>(
  store: Store,
  conversationId: ConversationId,
  work: () => Promise<T>,
): Promise<T> {
  const hold = await takeHold(store, conversationId)
  // A lost lease needs no act of ours: the version in the commit refuses the late one, and the loop looks again.
  const renewal = setInterval(() => void hold.renew().catch(() => false), renewEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    await hold.release()
  }
}

async function takeHold(store: Store, conversationId: ConversationId): Promise<Hold> {
  for (;;) {
    const hold = await store.holdConversation(conversationId, leaseMs)
    if (hold !== undefined) return hold
    await changeOf(store, conversationId)
  }
}

function changeOf(store: Store, conversationId: ConversationId): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, lookAgainMs)
    const stop = store.listen((change) => {
      if (change.conversationId === conversationId) done()
    })
  })
}
