// One-time codes are hashed slowly on purpose, a tenth of a second each. Tests hash the same few codes hundreds of times; each
// is really hashed once, and its result is used again in all files of a worker.
import crypto, { type ScryptOptions } from 'node:crypto'

type Scrypt = typeof crypto.scryptSync
const remembered = Symbol.for('dygnet.remembered-hashes')
// A module of Node itself is one object for all test files of a worker.
const shared = crypto as unknown as { scryptSync: Scrypt; [remembered]?: true }

function remembering(hash: Scrypt): Scrypt {
  const known = new Map<string, Buffer>()
  return ((secret: string, salt: string, length: number, options?: ScryptOptions) => {
    const key = JSON.stringify([secret, salt, length, options])
    const result = known.get(key) ?? hash(secret, salt, length, options)
    known.set(key, result)
    return Buffer.from(result)
  }) as Scrypt
}

if (shared[remembered] === undefined) {
  shared.scryptSync = remembering(shared.scryptSync)
  shared[remembered] = true
}
