// After a write: what was done is said, and whether it can be taken back or changed; a person otherwise.
import type { Conversation, Frame, GivenAnswer } from '../../contracts/talk/conversation'
import { adoptVersion } from '../../dialog/walk/adopt-version'
import type { Heard } from '../../dialog/hearing/heard'
import type { Dialog } from '../../dialog/model/model'
import {
  finishedWrite,
  lastFinishedWrite,
  wordsOfResult,
  type FinishedWrite,
} from '../../dialog/walk/reverse-write'
import { textIn } from '../../dialog/showing/show-value'
import { walkEnvironment } from '../turn/open-dialog'
import { escapeMarkdown } from '../../text/plain-text'
import { endTurn, languageOf, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface Reversible extends FinishedWrite {
  readonly dialog: Dialog
  readonly frame: Frame
}

/**
 * The newest write of the open dialogs, topmost first, or of the one that ended last; or the one of this key. While a write is
 * done over it stays as it ended: who breaks off can still take it back.
 */
export function findReversible(turn: Turn, key?: string): Reversible | undefined {
  const { frames, finished } = turn.conversation
  const known = [...frames].reverse()
  for (const kept of finished === null ? known : [...known, finished.frame]) {
    const dialog = turn.content.dialogs.get(kept.dialog)
    if (dialog === undefined) continue
    const { frame } = adoptVersion(dialog, kept)
    const isOver = kept === finished?.frame
    const write =
      key === undefined ? lastFinishedWrite(dialog, frame, isOver) : finishedWrite(dialog, frame, key)
    if (write !== undefined) return { dialog, frame, ...write }
  }
  return undefined
}

/** The result where there is one to name it by, else the dialog's title. */
export function whatWasDone(turn: Turn, { dialog, entry }: Reversible): string {
  const result = wordsOfResult(dialog, entry, walkEnvironment(turn))
  return escapeMarkdown(result === '' ? textIn(dialog.title, languageOf(turn)) : result)
}

export type Wanted = NonNullable<Heard['wanted']>

/** Undefined when the write can neither be taken back nor changed by the house: then a person is offered, as always. */
export function offerReversal(turn: Turn, found: Reversible, wanted: Wanted): StageResult | undefined {
  const { step, entry, dialog } = found
  if (entry.state === 'undone' || (step.undo === undefined && step.update === undefined)) return undefined
  const values = { title: textIn(dialog.title, languageOf(turn)), result: whatWasDone(turn, found) }
  const { key } = entry
  const undo = { key: 'undo.button', choice: { name: 'undo', value: key } } as const
  const buttons = [...(step.update ? [updateButton(key)] : []), ...(step.undo ? [undo] : [])]
  return endTurn(
    withConversation(turn, { reversal: reversalOf(turn, key, wanted) }),
    'asked',
    { kind: 'wording', key: 'undo.offer', values },
    { kind: 'buttons', buttons },
    { kind: 'person-button' },
  )
}

function reversalOf(turn: Turn, key: string, { answers, name }: Wanted): Conversation['reversal'] {
  const given = answers.map(({ name: of, value, raw, source }): [string, GivenAnswer] => [
    of,
    { value, raw, source, at: turn.now.toISOString() },
  ])
  return { key, asked: false, answers: Object.fromEntries(given), name }
}

const updateButton = (key: string) =>
  ({ key: 'update.button', choice: { name: 'update', value: key } }) as const

/** Yes or no before it is taken back: it cannot be undone in its turn. */
export function askToUndo(turn: Turn, found: Reversible): StageResult {
  const { key } = found.entry
  const question: readonly Utterance[] = [
    { kind: 'wording', key: 'undo.ask', values: { what: whatWasDone(turn, found) } },
    {
      kind: 'buttons',
      buttons: [
        { key: 'answer.yes', choice: { name: 'undo:yes', value: key } },
        { key: 'answer.no', choice: { name: 'undo:no', value: key } },
        ...(found.step.update ? [updateButton(key)] : []),
      ],
    },
  ]
  const reversal = { key, asked: true, answers: {}, name: null }
  return endTurn(withConversation(turn, { reversal }), 'asked', ...question)
}
