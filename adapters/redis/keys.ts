// How every key of the store is named, and which ones share a slot of a Redis Cluster: those with the same {tag}.
import type { RetentionClass } from '../../bot/contracts/store/store'

/** A tag ends at its first brace, so none may stand inside it. */
const escapeTag = (text: string): string => text.replace(/[%{}]/g, encodeURIComponent)
const unescapeTag = (text: string): string => text.replace(/%(?:25|7B|7D)/g, decodeURIComponent)

/** The keys of one conversation: one slot, so that one script can change them all at once. */
export interface ConversationKeys {
  /** Hash: `version`, `state`, `touched` (ms), `ticket` (the highest one accepted). */
  readonly conversation: string
  /** List of JSON; the line with sequence n is at n - 1, which is why sequences have no gaps. */
  readonly lines: string
  /** Hash: message id → `<sequence>` while it waits, `<sequence> <first reply> <count> <outcome>` when answered. */
  readonly messages: string
  /** List of `<ticket> <message id>`, the next one first. */
  readonly waiting: string
  /** Hash: message id → how often a turn was begun. */
  readonly attempts: string
  /** List of JSON: outbox entries and records of commits, on their way to their own slots. */
  readonly pending: string
  /** Set of `<collection> <id>`: records that name this conversation. */
  readonly records: string
  /** Accepts with a ticket up to this one come too late: they must take a new one. */
  readonly fence: string
  /** Token of the process that runs its turns. */
  readonly hold: string
  /** There while a legal hold is on it. */
  readonly held: string
}

/** Which conversations there are and in which of them a message waits. */
export interface IndexKeys {
  /** Number: the last ticket given out. */
  readonly ticket: string
  /** Sorted set: conversation → ticket of its oldest waiting message. */
  readonly waiting: string
  /** Hash: conversation → the last ticket given out for it. */
  readonly latest: string
  /** Sorted set: conversation → when it was last touched, in ms. */
  readonly touched: string
  /** Hash: what is held → the legal hold as JSON. */
  readonly held: string
}

export interface OutboxKeys {
  /** Hash: entry id → JSON. */
  readonly entries: string
  /** Sorted set: entry id → when it may be claimed, in ms. An entry that is not in here is a dead letter. */
  readonly ready: string
  readonly attempts: string
  /** Hash: entry id → why it failed last. */
  readonly reasons: string
  /** Sorted set: ids of moves done → when, in ms. */
  readonly moved: string
  /** Sorted set: entry given up → when (ms). */
  readonly dead: string
  /** Sorted set with scores of 0, so that it lies by its members: `<ordering key> <due at> <entry id>` of those that are not given up. */
  readonly order: string
}

export interface RecordKeys {
  /** Hash: record id → `<created at, ISO 8601> <JSON>`. */
  readonly entries: string
  /** Hash: record id → conversation it names. */
  readonly owners: string
  /** Sorted set of `<created at> <id>`, all with score 0: in the order of the text. */
  readonly newest: string
  /** Sorted set: record id → when it was last touched, in ms. */
  readonly touched: string
  readonly moved: string
  /** Sorted set of `<key as JSON> <id>`, all with score 0: in the order of the text. */
  readonly keyed: string
  /** Hash: record id → its members of `keyed`, as a JSON list. */
  readonly keysOf: string
  /** Set of `conversation <id>` and `record <id>`: what legal holds are on. */
  readonly held: string
}

export interface Keys {
  conversation(conversationId: string): ConversationKeys
  readonly index: IndexKeys
  readonly outbox: OutboxKeys
  records(collection: RetentionClass): RecordKeys
  numbers(series: string): string
  kept(key: string): string
  /** What all keys of a kind begin with, and the name that one of them was made from. */
  readonly named: Readonly<Record<'kept' | 'numbers', NamedKeys>>
  spent(key: string): string
  /** Keys that are written to see whether that works, spread over the slots. */
  readonly probes: readonly string[]
  /** Pub/sub channel. */
  readonly changes: string
  /** Channel of pub/sub: interim answers as JSON. */
  readonly interims: string
}

export interface NamedKeys {
  readonly beginning: string
  readonly nameOf: (key: string) => string
}

/** Names the keys below `<prefix>:{<tag>}:`. */
function named<Name extends string>(base: string, names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map((name) => [name, `${base}:${name}`])) as Record<Name, string>
}

const conversationNames = [
  'conversation',
  'lines',
  'messages',
  'waiting',
  'attempts',
  'pending',
  'records',
  'fence',
  'hold',
  'held',
] as const

/** So many that hardly a node of a cluster has none of them. */
const probeCount = 64

/** @throws RangeError when the prefix holds braces, which would put all keys into one slot. */
export function createKeys(prefix: string): Keys {
  if (/[{}]/.test(prefix)) throw new RangeError('the key prefix of the Redis store must not hold { or }')
  const tagged = (tag: string) => `${prefix}:{${escapeTag(tag)}}`
  const namedKeys = (kind: string): NamedKeys => {
    const beginning = `${prefix}:{${kind}:`
    return { beginning, nameOf: (key) => unescapeTag(key.slice(beginning.length, -1)) }
  }
  return {
    conversation: (conversationId) => named(tagged(`conversation:${conversationId}`), conversationNames),
    index: named(tagged('index'), ['ticket', 'waiting', 'latest', 'touched', 'held'] as const),
    outbox: named(tagged('outbox'), [
      'entries',
      'ready',
      'attempts',
      'reasons',
      'moved',
      'dead',
      'order',
    ] as const),
    records: (collection) =>
      named(tagged(`records:${collection}`), [
        'entries',
        'owners',
        'newest',
        'touched',
        'moved',
        'keyed',
        'keysOf',
        'held',
      ] as const),
    numbers: (series) => tagged(`numbers:${series}`),
    kept: (key) => tagged(`kept:${key}`),
    named: { kept: namedKeys('kept'), numbers: namedKeys('numbers') },
    spent: (key) => tagged(`spent:${key}`),
    probes: Array.from({ length: probeCount }, (_, n) => tagged(`probe:${n}`)),
    changes: `${prefix}:changes`,
    interims: `${prefix}:interims`,
  }
}
