// A caller's address as a key for counting: not readable as an address, and one key for one household.
import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** IPv6 homes get a whole /64 to change addresses in. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * @param pepper the same on every node that shares a limiter; it keeps the few possible addresses from being tried out.
 * @returns the key of an address; 128 bits of SHA-256.
 */
export const addressKey = (address: string | undefined, pepper: Uint8Array): string =>
  countingKey(networkOf(address ?? 'unknown'), pepper)

/** @returns the key by which something is counted that must not be kept itself. */
export const countingKey = (counted: string, pepper: Uint8Array): string =>
  createHash('sha256').update(pepper).update(counted).digest('base64url').slice(0, 22)
