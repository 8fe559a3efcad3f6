// The same short name for the same data, whatever the order its parts were written in.
import { createHash } from 'node:crypto'
import type { Value } from '../../contracts/talk/value'

export type Hashable = Value | null | undefined | readonly Hashable[] | { readonly [name: string]: Hashable }

export const areSame = (a: Hashable, b: Hashable): boolean => a === b || canonical(a) === canonical(b)

/** First 128 bits of the SHA-256 of the data as JSON with sorted names; 32 hexadecimal digits. */
export function stableHash(data: Hashable): string {
  return createHash('sha256').update(canonical(data)).digest('hex').slice(0, 32)
}

function canonical(data: Hashable): string {
  if (Array.isArray(data)) return `[${data.map((item: Hashable) => canonical(item)).join(',')}]`
  if (data === undefined || data === null) return 'null'
  if (typeof data !== 'object') return JSON.stringify(data)
  const parts = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
