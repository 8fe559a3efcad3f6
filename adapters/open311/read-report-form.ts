// Reads the fields of a form-encoded body: so many and no more, in UTF-8 and nothing else.
import type { IncomingMessage } from 'node:http'
import { readForm } from '../bounded-bodies'
import { Fault } from './fault'

const mostBodyBytes = 32 * 1_024
const mostFields = 100

/** @throws Fault `type-unknown`, `too-large` or `value-bad`; nothing of the body is kept then. */
export async function readReportForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!saysNothingButUtf8(request.headers['content-type'])) throw new Fault('type-unknown')
  const read = await readForm(request, { most: mostBodyBytes })
  if (read.kind === 'no-form') throw new Fault('type-unknown')
  if (read.kind === 'cut-off') throw new Fault('value-bad', 'body')
  if (read.kind === 'too-large' || read.form.size > mostFields) throw new Fault('too-large')
  // What is no UTF-8 comes out as this sign, also where it is written as %FF: no text at all.
  if ([...read.form].some((pair) => pair.join('').includes('\uFFFD')))
    throw new Fault('value-bad', 'encoding')
  return read.form
}

const saysNothingButUtf8 = (type = ''): boolean => /^[^;]*(?:;\s*charset=["']?utf-8["']?\s*)?$/i.test(type)
