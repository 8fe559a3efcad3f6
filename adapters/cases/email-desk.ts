// A desk that is a mailbox: a text for people, the same as JSON for a system that reads the box, and the resident's pictures.
import type { Case, CaseEvent } from '../../bot/contracts/cases/case'
import type { CaseDesk, DeskDelivery } from '../../bot/contracts/cases/case-desk'
import type { NoteDesk } from '../../bot/contracts/cases/desk-note'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import { caseDocument, fileNameOf } from './case-document'
import { failureOf, messageIdOf, openTransport } from './mail-transport'
import { bodyOf, subjectOf } from './word-case'
import { noteBody, noteSubject } from './word-note'

export interface EmailDeskParts {
  /** SMTP_URL: `smtps://user:password@host`, or `smtp://` with STARTTLS. */
  readonly smtpUrl: string
  /** DESK_EMAIL_FROM. */
  readonly from: string
  readonly shelf: Pick<FileShelf, 'read'>
  readonly timeZone: () => string
  /** By its id, in Swedish. */
  readonly departmentName: (id: string) => string
}

export interface ClosableDesk extends CaseDesk, NoteDesk {
  close(): void
}

export function createEmailDesk({
  smtpUrl,
  from,
  shelf,
  timeZone,
  departmentName,
}: EmailDeskParts): ClosableDesk {
  const transport = openTransport(smtpUrl, from)
  return {
    async deliver({ case: told, event, desk, key }: DeskDelivery) {
      try {
        const { attachments, missing } = await attached(told, event, shelf)
        await transport.sendMail({
          to: { name: '', address: desk.to },
          subject: subjectOf(told, event),
          text: bodyOf(told, event, { timeZone: timeZone(), departmentName, missing }),
          // The same for every attempt: a mailbox that knows it shows it once.
          messageId: messageIdOf(key, from),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Dygnet-Case': told.number },
          attachments: [
            {
              filename: `${told.number}.json`,
              contentType: 'application/json',
              content: JSON.stringify(caseDocument(told, event), null, 2),
            },
            ...attachments,
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

/** Who gets the case anew gets all that came to it. */
const filesOf = (told: Case, event: CaseEvent): Case['files'] =>
  event.kind === 'created'
    ? told.files
    : event.kind === 'moved'
      ? [...told.files, ...told.history.flatMap(({ files = [] }) => files)]
      : (event.files ?? [])

/** The case's own with the first letter, later ones with theirs. One that is gone is left out: the text says how many are. */
async function attached(told: Case, event: CaseEvent, shelf: EmailDeskParts['shelf']) {
  const { conversationId } = told
  const files = filesOf(told, event)
  if (conversationId === undefined) return { attachments: [], missing: files.length }
  const read = await Promise.all(
    files.map(async (file, index) => ({
      filename: fileNameOf(file, index),
      content: await shelf.read(conversationId, file),
      contentType: file.kind === 'photo' ? 'image/jpeg' : 'application/pdf',
    })),
  )
  const attachments = read.flatMap(({ content, ...rest }) =>
    content === undefined ? [] : [{ ...rest, content }],
  )
  return { attachments, missing: files.length - attachments.length }
}
