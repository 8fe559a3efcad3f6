// A desk that is a mailbox: a text for people, the same as JSON for a system that reads the box, and the resident's pictures.
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Case, CaseEvent } from '../../bot/contracts/case'
import type { CaseDesk, Delivered, DeskDelivery } from '../../bot/contracts/case-desk'
import type { NoteDesk } from '../../bot/contracts/desk-note'
import type { FileShelf } from '../../bot/contracts/file-shelf'
import { caseDocument, fileNameOf } from './case-document'
import { bodyOf, subjectOf } from './word-case'
import { noteBody, noteSubject } from './word-note'

export interface EmailDeskParts {
  /** SMTP_URL: `smtps://user:password@host`, or `smtp://` with STARTTLS. */
  readonly smtpUrl: string
  /** DESK_EMAIL_FROM. */
  readonly from: string
  readonly shelf: Pick<FileShelf, 'read'>
  readonly timeZone: () => string
}

/** All together shorter than the lease of an outbox entry. */
const timeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 }

export interface ClosableDesk extends CaseDesk, NoteDesk {
  close(): void
}

export function createEmailDesk({ smtpUrl, from, shelf, timeZone }: EmailDeskParts): ClosableDesk {
  const transport = openTransport(smtpUrl, from)
  return {
    async deliver({ case: told, event, desk, key }: DeskDelivery) {
      try {
        await transport.sendMail({
          to: { name: '', address: desk.to },
          subject: subjectOf(told, event),
          text: bodyOf(told, event, timeZone()),
          // The same for every attempt: a mailbox that knows it shows it once.
          messageId: messageIdOf(key, from),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Dygnet-Case': told.number },
          attachments: [
            {
              filename: `${told.number}.json`,
              contentType: 'application/json',
              content: JSON.stringify(caseDocument(told, event), null, 2),
            },
            ...(await attached(told, event, shelf)),
          ],
        })
        return { kind: 'delivered' }
      } catch (error) {
        return failureOf(error)
      }
    },
    async note(note, desk, key) {
      try {
        await transport.sendMail({
          to: { name: '', address: desk.to },
          subject: noteSubject(note),
          text: noteBody(note, timeZone()),
          messageId: messageIdOf(key, from),
          headers: { 'Auto-Submitted': 'auto-generated' },
          attachments: [
            {
              filename: `${note.kind}.json`,
              contentType: 'application/json',
              content: JSON.stringify(note, null, 2),
            },
          ],
        })
        return { kind: 'delivered' }
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => {
      transport.close()
    },
  }
}

function openTransport(smtpUrl: string, from: string) {
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

const messageIdOf = (key: string, from: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domainOf(from)}>`

const domainOf = (address: string): string => /@([a-z0-9.-]+)/i.exec(address)?.[1] ?? 'localhost'

/** The case's own with the first letter, later ones with theirs. One that is gone is left out: the text tells of it. */
async function attached(told: Case, event: CaseEvent, shelf: EmailDeskParts['shelf']) {
  const { conversationId } = told
  const files = event.kind === 'created' ? told.files : (event.files ?? [])
  if (conversationId === undefined) return []
  const read = await Promise.all(
    files.map(async (file, index) => ({
      filename: fileNameOf(file, index),
      content: await shelf.read(conversationId, file),
      contentType: file.kind === 'photo' ? 'image/jpeg' : 'application/pdf',
    })),
  )
  return read.flatMap(({ content, ...rest }) => (content === undefined ? [] : [{ ...rest, content }]))
}

/** A server says for good (5xx) or for now (4xx); what it says may hold addresses and is not passed on. */
function failureOf(error: unknown): Delivered {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown }
  const isFinal =
    typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560 && code === 'EENVELOPE'
  const known = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number')
  const reason = known.join(' ')
  return { kind: isFinal ? 'refused' : 'failed', reason: reason === '' ? 'no answer' : reason }
}
