// Addresses as keys: one a household, none readable.
import { addressKey } from '../../../adapters/caller-keys'

const pepper = new TextEncoder().encode('pepper')
const keyOf = (address: string | undefined) => addressKey(address, pepper)

describe('the key of an address', () => {
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:db8:1:2::1', '2001:0DB8:0001:0002::2'],
    ['2001:db8::5', '2001:db8:0:0:1::'],
    ['fe80::1%eth0', 'fe80::2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('is the same for %s and %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other))
  })

  it.each([
    ['192.0.2.1', '192.0.2.2'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['::1', '2001:db8::1'],
  ])('is another for %s and %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  it('is another with another pepper, and exists for a caller without an address', () => {
    expect(addressKey('192.0.2.1', new TextEncoder().encode('other'))).not.toBe(keyOf('192.0.2.1'))
    expect(keyOf(undefined)).toMatch(/^[\w-]{22}$/)
  })
})
