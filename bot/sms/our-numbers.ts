// Which gateway has which number of ours: learned from the texts that come, for a service of a gateway may have many numbers
// that no setting names. Kept in the store, so that every node answers by the gateway that a talk came through.
import { z } from 'zod'
import type { Clock } from '../contracts/basics/clock'
import { dayMs } from '../contracts/basics/durations'
import type { SmsSender } from '../contracts/sms/sms-gateway'
import type { Store } from '../contracts/store/store'

const schema = z.object({ gateway: z.string() })
const idOf = (ours: string): string => `our-number/${ours}`
/** Often enough that it is not removed as old while texts come. */
const writeAgainMs = dayMs

export interface OurNumbersParts {
  readonly store: Pick<Store, 'record' | 'putRecord'>
  /** The first is that of texts of which nobody knows better. */
  readonly gateways: readonly SmsSender[]
  /** Numbers of the settings → name of their gateway, until a text shows otherwise. */
  readonly configured: ReadonlyMap<string, string>
  readonly clock: Clock
}

export interface OurNumbers {
  /** A text has come through this gateway to this number. */
  readonly heard: (gateway: string, ours: string) => Promise<void>
  /** Undefined when there is no gateway at all. */
  readonly senderFor: (ours: string | undefined) => Promise<SmsSender | undefined>
}

export function createOurNumbers({ store, gateways, configured, clock }: OurNumbersParts): OurNumbers {
  const written = new Map<string, { readonly gateway: string; readonly atMs: number }>()
  const named = (name: string | undefined) => gateways.find((gateway) => gateway.name === name)
  return {
    async heard(gateway, ours) {
      // With one there is nothing to choose from.
      if (gateways.length < 2) return
      const nowMs = clock.now().getTime()
      const last = written.get(ours)
      if (last?.gateway === gateway && nowMs - last.atMs < writeAgainMs) return
      await store.putRecord({ collection: 'sent-text', id: idOf(ours), value: { gateway } })
      written.set(ours, { gateway, atMs: nowMs })
    },
    async senderFor(ours) {
      if (ours === undefined || gateways.length < 2) return gateways[0]
      const { data } = schema.safeParse((await store.record('sent-text', idOf(ours)))?.value)
      return named(data?.gateway) ?? named(configured.get(ours)) ?? gateways[0]
    },
  }
}
