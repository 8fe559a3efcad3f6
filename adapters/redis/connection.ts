// The way to Redis, one server or a cluster: commands and scripts in, values or the house's errors out.
import { DygnetError, type ErrorCode } from '../../bot/contracts/basics/errors'
import type { Logger } from '../../bot/contracts/basics/logger'
import { openClient, type Client } from '../redis-client'
import { answerInTime } from './answer-in-time'
import { warnOfEviction } from './eviction'
import { createReadiness } from './readiness'
import type { Script } from './script'
import { openSubscriber, subscriberEvents } from './subscriber'
import { translateError } from './translate-error'

export interface Connection {
  /** Runs a script as one step; its keys, arguments and output stand in its header. */
  run(script: Script, keys: readonly string[], parameters?: readonly (string | number)[]): Promise<unknown>
  /** Runs plain commands. */
  use<Result>(command: (client: Client) => Promise<Result>): Promise<Result>
  /** Calls back with what is published; `onSubscribed` the first time it listens and each time it was lost and is back. */
  subscribe(
    channel: string,
    handlers: {
      readonly onText: (text: string) => void
      readonly onLoss?: () => void
      readonly onSubscribed?: () => void
    },
  ): void
  /** Commands that Redis refused because it takes no writes. */
  refusedWrites(): number
  close(): Promise<void>
}

const refusals: ReadonlySet<ErrorCode> = new Set(['store-full', 'store-read-only'])

/** Somebody waits for it. */
const commandMs = 2000
/** What the client asks for itself, such as whether Redis has read its data, is waited for by nobody. */
const clientMs = 10_000
const subscribeAgainMs = 1000

/** Connects in the background; commands wait for it a moment. */
export function openConnection(url: string, logger: Logger): Connection {
  const client = openClient(url, clientMs)
  const subscriber = openSubscriber(client)
  // Its client has told of it already.
  if (subscriber !== client) subscriber.on('error', () => undefined)
  const whenReady = createReadiness(client, logger)
  warnOfEviction(client, logger)
  let closed = false
  let refusedWrites = 0

  const use = async <Result>(command: (client: Client) => Promise<Result>): Promise<Result> => {
    if (closed) throw new DygnetError('store-unavailable', 'the store was closed')
    await whenReady()
    try {
      return await answerInTime(command(client), commandMs)
    } catch (cause) {
      const error = translateError(cause)
      if (error instanceof DygnetError && refusals.has(error.code)) refusedWrites += 1
      throw error
    }
  }

  return {
    use,
    run: (script, keys, parameters = []) =>
      use(async () => {
        try {
          return await client.evalsha(script.sha, keys.length, ...keys, ...parameters)
        } catch (error) {
          if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
          return client.eval(script.lua, keys.length, ...keys, ...parameters)
        }
      }),
    refusedWrites: () => refusedWrites,
    subscribe(channel, { onText, onLoss, onSubscribed }) {
      const attempt = () => {
        subscriber.subscribe(channel).then(onSubscribed, () => {
          if (!closed) setTimeout(attempt, subscribeAgainMs).unref()
        })
      }
      subscriber.on('message', (from: string, text: string) => {
        if (from === channel) onText(text)
      })
      if (onLoss !== undefined) subscriber.on('close', onLoss)
      for (const event of subscriberEvents(subscriber)) subscriber.on(event, attempt)
    },
    async close() {
      if (closed) return
      closed = true
      if (subscriber !== client) subscriber.disconnect()
      await closeClient(client)
    },
  }
}

async function closeClient(client: Client): Promise<void> {
  if (client.status !== 'ready') client.disconnect()
  else await client.quit().catch(() => client.disconnect())
}
