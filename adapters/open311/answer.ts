// An answer as JSON or XML, as the address asks for: `services.json`, `services.xml`.
import type { Response } from 'express'
import type { Fault } from './fault'
import { writeXml, type Plain } from './write-xml'

export type Format = 'json' | 'xml'

const types: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** Public data: any page may read it, nobody keeps it, and no browser takes it for a page. */
const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const

/** @param root of the XML; JSON has no name for its outermost value. */
export function answer(response: Response, format: Format, root: string, value: Plain, status = 200): void {
  const body = Buffer.from(format === 'json' ? JSON.stringify(value) : writeXml(root, value))
  response
    .status(status)
    .set(headers)
    .set({ 'Content-Type': types[format], 'Content-Length': String(body.length) })
    .end(body)
}

export function refuse(response: Response, format: Format, fault: Fault): void {
  if (fault.retryAfterMs !== undefined)
    response.set('Retry-After', String(Math.max(1, Math.ceil(fault.retryAfterMs / 1_000))))
  // What is left of a body that nobody reads goes with its connection.
  if (fault.code === 'too-large' || fault.code === 'type-unknown') response.set('Connection', 'close')
  if (fault.code === 'method-unknown') response.set('Allow', 'GET, HEAD, POST')
  const { status, description } = fault
  answer(response, format, 'errors', [{ code: status, description }], status)
}
