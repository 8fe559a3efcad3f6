// A desk that is a system of its own: each delivery is a signed POST, the same for every attempt.
import { createHash } from 'node:crypto'
import type { CaseDesk, Delivered, Desk } from '../../bot/contracts/cases/case-desk'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { NoteDesk } from '../../bot/contracts/cases/desk-note'
import {
  isFinalRefusal,
  type SendRequest,
  type SentRequest,
} from '../../bot/contracts/cases/outgoing-request'
import { signatureOf, timestampOf } from '../signed-door'
import { caseDocument } from './case-document'

export interface WebhookDeskParts {
  readonly send: SendRequest
  /** Of a department. */
  readonly secretOf: (department: string) => string | undefined
  readonly clock: Clock
}

/** Shorter than the lease of an outbox entry. */
const timeoutMs = 15_000

/** The signature is over `<timestamp>.<body>`; the answer may say what the system calls the case: `{ "id": "KC-77" }`. */
export const createWebhookDesk = ({ send, secretOf, clock }: WebhookDeskParts): CaseDesk & NoteDesk => ({
  async deliver(delivery) {
    const secret = secretOf(delivery.case.department)
    if (secret === undefined) return { kind: 'failed', reason: 'the department has no secret' }
    const body = JSON.stringify(caseDocument(delivery.case, delivery.event))
    const { desk, key } = delivery
    return deliveredBy(
      await send(requestOf({ desk, key, body, department: delivery.case.department }, secret, clock.now())),
    )
  },
  async note(note, desk, key) {
    const secret = secretOf(note.department)
    if (secret === undefined) return { kind: 'failed', reason: 'the department has no secret' }
    const body = JSON.stringify({ note })
    return deliveredBy(
      await send(requestOf({ desk, key, body, department: note.department }, secret, clock.now())),
    )
  },
})

interface Sending {
  readonly desk: Desk
  readonly key: string
  readonly body: string
  readonly department: string
}

function requestOf({ desk, key, body, department }: Sending, secret: string, now: Date) {
  const timestamp = timestampOf(now)
  return {
    method: 'POST',
    url: new URL(desk.to),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': createHash('sha256').update(key).digest('hex').slice(0, 32),
      'x-dygnet-department': department,
      'x-dygnet-timestamp': timestamp,
      'x-dygnet-signature': signatureOf(secret, timestamp, body),
    },
    body,
    timeoutMs,
  }
}

/** 409 says that it was taken before. */
function deliveredBy(sent: SentRequest): Delivered {
  if (sent.kind === 'unanswered') return { kind: 'failed', reason: sent.why }
  const { status, body } = sent
  const isTaken = (status >= 200 && status < 300) || status === 409
  if (isTaken) return { kind: 'delivered', ...externalIdIn(body) }
  const reason = `status ${status}`
  return isFinalRefusal(status) ? { kind: 'refused', reason } : { kind: 'failed', reason }
}

function externalIdIn(body: unknown): { readonly externalId?: string } {
  const { id } = (body ?? {}) as Readonly<Record<string, unknown>>
  return typeof id === 'string' && /^[\w.:/-]{1,80}$/.test(id) ? { externalId: id } : {}
}
