// Who calls, as a key that may be counted by and kept: of an address that nobody can read out of it.
export { addressKey, countingKey } from './address-key'
