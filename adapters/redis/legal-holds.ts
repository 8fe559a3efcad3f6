// What must not be removed for now. A script sees the keys of one slot only, so a hold is noted in each slot that a removal works
// in: that of the conversation, and that of every class of records. The index has the list of all.
import type { Held, LegalHold } from '../../bot/contracts/store/legal-hold'
import { retentionClasses, type Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { readJson, toStoredJson } from './stored-json'

type LegalHolds = Pick<Store, 'placeLegalHold' | 'liftLegalHold' | 'legalHolds'>

const fieldOf = (held: Held): string =>
  held.kind === 'conversation' ? `conversation ${held.conversationId}` : `${held.collection} ${held.id}`

export function createLegalHolds(connection: Connection, keys: Keys): LegalHolds {
  const list = keys.index.held

  /** The sets that a hold is noted in, and its member there. */
  const notesOf = (held: Held): readonly (readonly [set: string, member: string])[] =>
    held.kind === 'record'
      ? [[keys.records(held.collection).held, `record ${held.id}`]]
      : retentionClasses.map((name) => [keys.records(name).held, `conversation ${held.conversationId}`])

  return {
    // On the list first and off it last: what a crash leaves half done is on the list, and is done by asking again.
    async placeLegalHold(hold) {
      const { held } = hold
      await connection.use((client) => client.hset(list, fieldOf(held), toStoredJson(hold)))
      if (held.kind === 'conversation')
        await connection.use((client) => client.set(keys.conversation(held.conversationId).held, '1'))
      for (const [set, member] of notesOf(held)) await connection.use((client) => client.sadd(set, member))
    },
    async liftLegalHold(held) {
      for (const [set, member] of notesOf(held)) await connection.use((client) => client.srem(set, member))
      if (held.kind === 'conversation')
        await connection.use((client) => client.del(keys.conversation(held.conversationId).held))
      return (await connection.use((client) => client.hdel(list, fieldOf(held)))) > 0
    },
    async legalHolds() {
      const texts = await connection.use((client) => client.hvals(list))
      return texts.map((text) => readJson(text, 'a legal hold') as LegalHold)
    },
  }
}
