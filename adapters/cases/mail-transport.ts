// The mail server that all letters of the house go out by, and what its answers mean.
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Delivered } from '../../bot/contracts/cases/case-desk'

/** For a server that says nothing at all; one that takes a large letter slowly gets the time it needs. */
const timeouts = {
  dnsTimeout: 8_000,
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 15_000,
}

export function openTransport(smtpUrl: string, from: string) {
  const { hostname, protocol } = new URL(smtpUrl)
  const isHere = ['localhost', '127.0.0.1'].includes(hostname)
  return createTransport(
    {
      url: smtpUrl,
      ...timeouts,
      requireTLS: protocol === 'smtp:' && !isHere,
      // What a resident wrote is never taken for a path or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
}

/** The same for every attempt: a mailbox that knows it shows it once. */
export const messageIdOf = (key: string, from: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domainOf(from)}>`

const domainOf = (address: string): string => /@([a-z0-9.-]+)/i.exec(address)?.[1] ?? 'localhost'

/** A server says for good (5xx) or for now (4xx); what it says may hold addresses and is not passed on. */
export function failureOf(error: unknown): Delivered {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown }
  const isFinal =
    typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560 && code === 'EENVELOPE'
  const known = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number')
  const reason = known.join(' ')
  return { kind: isFinal ? 'refused' : 'failed', reason: reason === '' ? 'no answer' : reason }
}
