// The bot as adapters see it: keeps each message, answers each conversation's messages in order, finishes what a crash left.
import { ConversationQueue } from './conversation-queue'
import type { Bot } from './contracts/bot'
import { DygnetError } from './contracts/basics/errors'
import type { ConversationId, MessageId } from './contracts/talk/ids'
import type { Logger } from './contracts/basics/logger'
import type { InboundMessage } from './contracts/talk/message'
import type { Hold, Store, StoredTurn } from './contracts/store/store'
import type { MaskAtDoor } from './stages/privacy/mask-at-door'
import type { RunTurn } from './run-turn'

/** Long enough for a slow action, short enough that another machine takes over soon after a crash. */
const defaultLeaseMs = 5_000
/** A lease is renewed well before it ends. */
const renewShare = 0.4
/** How long to wait for another machine's commit before looking again by ourselves. */
const lookAgainMs = 250
const recoverAtOnce = 500

interface BotParts {
  readonly store: Store
  readonly runTurn: RunTurn
  /** What is done to a message before it is kept. */
  readonly maskAtDoor: MaskAtDoor
  readonly logger: Logger
  /** How long a conversation is held without a sign of life of its holder. */
  readonly leaseMs?: number
}

export function createBot({ store, runTurn, maskAtDoor, logger, leaseMs = defaultLeaseMs }: BotParts): Bot {
  const queue = new ConversationQueue()
  const worker: Worker = { store, runTurn, leaseMs }

  const answer = (conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn> =>
    queue.run(conversationId, () => answerInOrder(worker, conversationId, messageId))

  const finish = (conversationId: ConversationId): Promise<void> =>
    queue.run(conversationId, () => answerAll(worker, conversationId))

  return {
    receive: async (message: InboundMessage) => store.accept(await maskAtDoor(message)),
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

/** What it takes to run the waiting turns of a conversation. */
interface Worker {
  readonly store: Store
  readonly runTurn: RunTurn
  readonly leaseMs: number
}

async function answerInOrder(
  worker: Worker,
  conversationId: ConversationId,
  messageId: MessageId,
): Promise<StoredTurn> {
  const { store, runTurn } = worker
  const answered = await whileHolding(worker, conversationId, async () => {
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

async function answerAll(worker: Worker, conversationId: ConversationId): Promise<void> {
  const { store, runTurn } = worker
  await whileHolding(worker, conversationId, async () => {
    for (;;) {
      const waiting = await store.nextWaiting(conversationId)
      if (waiting === undefined) return
      await runTurn(waiting)
    }
  })
}

/** Runs `work` while no other process works on the conversation; waits for its turn as long as it takes. */
async function whileHolding<T>(
  { store, leaseMs }: Worker,
  conversationId: ConversationId,
  work: () => Promise<T>,
): Promise<T> {
  const hold = await takeHold(store, conversationId, leaseMs)
  // A lost lease needs no act of ours: the version in the commit refuses the late one, and the loop looks again.
  const renewal = setInterval(() => void hold.renew().catch(() => false), leaseMs * renewShare)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    // What the work came to stands, whether or not the store is still there; a lease that is not let go of runs out.
    await hold.release().catch(() => undefined)
  }
}

async function takeHold(store: Store, conversationId: ConversationId, leaseMs: number): Promise<Hold> {
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
