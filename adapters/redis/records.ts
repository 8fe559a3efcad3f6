// Documents kept beside conversations: cases, call-backs, feedback.
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type {
  OwnedRecord,
  RecordWrite,
  RetentionClass,
  Store,
  StoredRecord,
} from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import type { Pending } from './pending'
import { keyedRecordsScript, pageRecordsScript } from './scripts/record-scripts'
import { readJson } from './stored-json'

/** `<created at> <JSON>`, as a record stands in its hash. */
function toRecord(collection: RetentionClass, id: string, text: string): StoredRecord {
  const space = text.indexOf(' ')
  return {
    id,
    value: readJson(text.slice(space + 1), `record ${id} of ${collection}`),
    createdAt: text.slice(0, space),
  }
}

/** From ids and texts in turn. */
const toRecords = (collection: RetentionClass, pairs: readonly string[]): readonly StoredRecord[] =>
  pairs.flatMap((id, index) => (index % 2 === 0 ? [toRecord(collection, id, pairs[index + 1] ?? '')] : []))

/** Undefined when it names another conversation by now, or is gone. */
async function ownedBy(
  conversationId: ConversationId,
  name: string,
  { connection, keys }: { readonly connection: Connection; readonly keys: Keys },
): Promise<OwnedRecord | undefined> {
  const space = name.indexOf(' ')
  const [collection, id] = [name.slice(0, space) as RetentionClass, name.slice(space + 1)]
  const { owners, entries } = keys.records(collection)
  if ((await connection.use((client) => client.hget(owners, id))) !== conversationId) return undefined
  const text = await connection.use((client) => client.hget(entries, id))
  return text === null ? undefined : { collection, ...toRecord(collection, id, text) }
}

export function createRecords(
  connection: Connection,
  keys: Keys,
  pending: Pending,
): Pick<Store, 'record' | 'records' | 'recordsUnder' | 'recordsOf' | 'putRecord' | 'putRecords'> {
  const putRecord = async (write: RecordWrite): Promise<void> => {
    const { conversationId } = write
    const name = () =>
      conversationId === undefined
        ? Promise.resolve(0)
        : connection.use((client) =>
            client.sadd(keys.conversation(conversationId).records, `${write.collection} ${write.id}`),
          )
    // Before, so that a crash leaves no record that an erasure would miss; after, in case an erasure came between.
    await name()
    await pending.putRecord(write, '')
    await name()
  }

  return {
    async recordsOf(conversationId) {
      await pending.move(conversationId)
      const names = await connection.use((client) =>
        client.smembers(keys.conversation(conversationId).records),
      )
      const found = await Promise.all(
        names.sort().map((name) => ownedBy(conversationId, name, { connection, keys })),
      )
      return found.filter((one) => one !== undefined)
    },
    async record(collection, id) {
      const text = await connection.use((client) => client.hget(keys.records(collection).entries, id))
      return text === null ? undefined : toRecord(collection, id, text)
    },
    async records(collection, { limit, before }) {
      const { entries, newest } = keys.records(collection)
      const from = before === undefined ? '+' : `(${before.join(' ')}`
      const page = (await connection.run(
        pageRecordsScript,
        [entries, newest],
        [from, limit],
      )) as readonly string[]
      return toRecords(collection, page)
    },
    async recordsUnder(collection, key) {
      const { entries, keyed } = keys.records(collection)
      const found = await connection.run(keyedRecordsScript, [entries, keyed], [key])
      return toRecords(collection, found as readonly string[])
    },
    putRecord,
    async putRecords(writes) {
      // Without a conversation to name each is one command, and a connection keeps their order.
      const isPlain = writes.every(({ conversationId }) => conversationId === undefined)
      if (isPlain) await Promise.all(writes.map((write) => pending.putRecord(write, '')))
      else for (const write of writes) await putRecord(write)
    },
  }
}
