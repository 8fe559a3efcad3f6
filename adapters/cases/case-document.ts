// A case as other systems read it. The shape is a promise to them: fields are added, never changed.
import type { Case, CaseEvent } from '../../bot/contracts/cases/case'
import type { SentFile } from '../../bot/contracts/talk/sent-file'

/** Neither the conversation nor the phone of the resident: what they answered to be told by is among the facts. */
export const caseDocument = (told: Case, event: CaseEvent): object => ({
  format: 1,
  case: {
    number: told.number,
    class: told.class,
    department: told.department,
    status: told.status,
    fixed: told.fixed,
    at: told.at,
    channel: told.channel,
    language: told.language,
    ...(told.place && { place: told.place }),
    ...(told.description !== undefined && { description: told.description }),
    facts: told.facts,
    ...(told.worded && { worded: told.worded }),
    files: told.files.map(named),
    followers: told.followers,
    externalIds: told.externalIds,
  },
  event: {
    id: event.id,
    at: event.at,
    kind: event.kind,
    by: event.by,
    ...(event.status !== undefined && { status: event.status }),
    ...(event.fixed !== undefined && { fixed: event.fixed }),
    ...(event.text !== undefined && { text: event.text }),
    ...(event.from !== undefined && { from: event.from }),
    ...(event.to !== undefined && { to: event.to }),
    ...(event.files && { files: event.files.map(named) }),
  },
})

const named = (file: SentFile, index: number) => ({
  name: fileNameOf(file, index),
  bytes: file.bytes,
  id: file.file,
})

/** Ours, for a resident's own names are not kept. */
export const fileNameOf = ({ kind }: SentFile, index: number): string =>
  kind === 'photo' ? `bild-${index + 1}.jpg` : `fil-${index + 1}.pdf`
