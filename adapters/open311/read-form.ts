// Reads the fields of a form-encoded body: bounded, UTF-8, and of no other type.
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { readBody } from '../bounded-bodies'
import { Fault } from './fault'

const mostBodyBytes = 32 * 1_024
const mostFields = 100

/** @throws Fault `type-unknown`, `too-large` or `value-bad`; nothing of the body is kept then. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  if (!/^application\/x-www-form-urlencoded\s*(?:;\s*charset=["']?utf-8["']?\s*)?$/i.test(type))
    throw new Fault('type-unknown')
  if (encoding !== 'identity') throw new Fault('type-unknown')
  const body = await readWhole(request)
  if (!isUtf8(body)) throw new Fault('value-bad', 'encoding')
  const text = body.toString('latin1')
  if (text.split('&').length > mostFields) throw new Fault('too-large')
  const fields = new URLSearchParams(body.toString('utf8'))
  // What is written as %FF comes out as this sign: no text at all.
  if ([...fields].some((pair) => pair.join('').includes('\uFFFD'))) throw new Fault('value-bad', 'encoding')
  return fields
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const read = await readBody(request, { most: mostBodyBytes })
  if (read.kind === 'whole') return read.bytes
  throw read.kind === 'too-large' ? new Fault('too-large') : new Fault('value-bad', 'body')
}
