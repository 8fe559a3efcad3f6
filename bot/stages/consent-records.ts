// A consent is kept as a record of its own, given or refused or taken back: which words, in which language, when.
import type { RecordWrite } from '../contracts/store'
import type { Heard } from '../dialog/heard'
import type { Interpretation } from '../dialog/interpretation'
import type { OpenDialog } from './open-dialog'
import type { Turn } from './turn'

const dayMs = 86_400_000

/** What a record of the class `consent` holds. */
export interface ConsentRecord {
  readonly purpose: string
  /** As the resident read it, in `language`; `version` is the `textHash` of the dialog it stands in. */
  readonly text: string
  readonly language: string
  readonly version: string
  readonly answer: boolean
  /** ISO 8601. After `until` it allows nothing any more. */
  readonly at: string
  readonly until: string
  readonly conversation: string
  readonly dialog: string
}

/** One for each answer to a question for consent in this turn; one that comes too late to change the talk counts too. */
export function consentRecords(
  turn: Turn,
  { dialog, frame }: OpenDialog,
  read: Interpretation,
  { kind }: Heard,
): readonly RecordWrite[] {
  if (read.kind !== 'answers' || (kind !== 'moved' && kind !== 'settled')) return []
  const { conversationId, id } = turn.message
  return read.answers.flatMap(({ name, value }): readonly RecordWrite[] => {
    const ask = dialog.asks.get(name)
    const shown = frame.shown?.[name]
    if (ask?.purpose === undefined || shown === undefined) return []
    const until = new Date(turn.now.getTime() + (ask.keepDays ?? 0) * dayMs)
    const consent: ConsentRecord = {
      purpose: ask.purpose,
      ...shown,
      answer: value === true,
      at: turn.now.toISOString(),
      until: until.toISOString(),
      conversation: conversationId,
      dialog: dialog.id,
    }
    return [{ collection: 'consent', id: `${conversationId}/${id}/${name}`, conversationId, value: consent }]
  })
}
