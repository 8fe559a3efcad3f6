// One request and its whole answer: within a time, within a size, and to the one machine it was meant for.
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { OutgoingRequest, SentRequest } from '../../bot/contracts/cases/outgoing-request'
import { readBody } from '../bounded-bodies'
import { InsideAddressError, lookupOutside } from './allowed-hosts'

export const mostBytes = 1024 * 1024

export interface PreparedRequest extends OutgoingRequest {
  readonly mayBeInside: boolean
}

/** Sends one request. Redirects are not followed: their status is the answer. Never rejects. */
export async function sendRequest(prepared: PreparedRequest): Promise<SentRequest> {
  const deadline = AbortSignal.timeout(prepared.timeoutMs)
  try {
    const response = await open(prepared, deadline)
    const read = await readBody(response, { most: mostBytes })
    if (read.kind === 'whole')
      return { kind: 'answered', status: response.statusCode ?? 0, body: parse(read.bytes.toString('utf8')) }
    response.destroy()
    if (read.kind === 'too-large') return { kind: 'unanswered', why: 'too-large' }
    return { kind: 'unanswered', why: deadline.aborted ? 'timeout' : 'unreachable' }
  } catch (error) {
    if (deadline.aborted) return { kind: 'unanswered', why: 'timeout' }
    return {
      kind: 'unanswered',
      why: error instanceof InsideAddressError ? 'inside-address' : 'unreachable',
    }
  }
}

function open(prepared: PreparedRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, method, headers, body, mayBeInside } = prepared
  const options: RequestOptions = {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    signal,
    ...(mayBeInside ? {} : { lookup: lookupOutside }),
  }
  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request = send(url, options, resolve)
    request.once('error', reject)
    request.end(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
