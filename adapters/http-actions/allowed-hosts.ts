// Which machines actions may talk to: those that operators named, and never one inside the city's own network by accident.
import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are nobody's on the internet: this machine, private networks, link-local, multicast, reserved. */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

export const isInside = (address: string): boolean =>
  inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

export interface AllowedHost {
  readonly origin: string
  /** Only of a `http://localhost:port`, which is for development. */
  readonly mayBeInside: boolean
}

/** Reads entries of ACTION_HOSTS: `api.example.se`, `api.example.se:8443` (both over https), `http://localhost:3000`. */
export const readAllowedHosts = (entries: readonly string[]): readonly AllowedHost[] =>
  entries.map((entry) =>
    entry.startsWith('http://')
      ? { origin: new URL(entry).origin, mayBeInside: true }
      : { origin: new URL(`https://${entry}`).origin, mayBeInside: false },
  )

/** The entry that allows an address; undefined when none does, or the host is written as an inside address. */
export function allowing(url: URL, hosts: readonly AllowedHost[]): AllowedHost | undefined {
  const host = hosts.find(({ origin }) => origin === url.origin)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return host?.mayBeInside === false && isIP(literal) !== 0 && isInside(literal) ? undefined : host
}

export class InsideAddressError extends Error {}

/** A look-up for the connection itself, so that the address checked is the address connected to. */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses: readonly LookupAddress[] = found
    const [first] = error === null ? addresses : []
    if (error !== null || first === undefined) {
      callback(error ?? new Error('no address'), '', 4)
    } else if (addresses.some(({ address }) => isInside(address))) {
      callback(new InsideAddressError('the name leads to an address inside'), '', 4)
    } else if (options.all === true) {
      callback(null, [...addresses])
    } else {
      callback(null, first.address, first.family)
    }
  })
}
