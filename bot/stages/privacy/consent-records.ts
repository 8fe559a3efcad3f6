// A consent is kept as a record of its own, given or refused or taken back: which words, in which language, when.
import { consentKey, type ConsentRecord } from '../../contracts/home-care/consent'
import { dayMs } from '../../contracts/basics/durations'
import type { RecordWrite } from '../../contracts/store/store'
import type { Heard } from '../../dialog/hearing/heard'
import type { Interpretation } from '../../dialog/answers/interpretation'
import type { OpenDialog } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'

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
    const keys = [consentKey(conversationId)]
    return [
      { collection: 'consent', id: `${conversationId}/${id}/${name}`, conversationId, keys, value: consent },
    ]
  })
}
