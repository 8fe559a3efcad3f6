// Which part of the language the cursor is in, told from the names around it: the same for completing, going and explaining.
import type { Dialog } from '../../bot/dialog/model/model'
import { stepWords, type StepWord } from '../../bot/dialog/reading/fields/field-words'
import type { CheckedContent } from './content-workspace'
import type { CursorContext, Level } from './cursor-context'

export type Document = 'dialog' | 'translation' | 'city' | 'city-translation' | 'actions' | 'unknown'

export function documentAt(name: string, { root }: CursorContext): Document {
  if (name.endsWith('/actions.yaml')) return 'actions'
  if (root.has('translates')) return root.get('translates') === 'city' ? 'city-translation' : 'translation'
  if (root.has('dialog')) return 'dialog'
  return root.has('city') ? 'city' : 'unknown'
}

/** The versions of the dialog that the cursor's document is or translates. */
export const dialogAt = ({ root }: CursorContext, { dialogs }: CheckedContent): readonly Dialog[] =>
  dialogs.get(root.get('dialog') ?? root.get('translates') ?? '') ?? []

/** The step word among the names of one map. */
export const stepWordIn = (entries: ReadonlyMap<string, string>): StepWord | undefined =>
  stepWords.find((word) => entries.has(word))

const stepLists = new Set(['steps', 'then', 'else', 'each', 'if none'])

/** A map behind these levels holds steps. */
export function holdsSteps(levels: readonly Level[]): boolean {
  const last = levels.at(-1)?.key ?? ''
  if (levels[0]?.key !== 'steps') return false
  return stepLists.has(last) || levels.slice(-2).some(({ key }) => key === 'if fails')
}

/** Right under the event of a notice: `notify:`, `visit_done:`. */
export const isInNotice = (levels: readonly Level[]): boolean =>
  levels[0]?.key === 'notify' && levels.length === 2

const conditionWords = new Set(['if', 'only if', 'must', 'unless'])

/** The value at the cursor is a condition or a calculation. */
export function isCondition({ levels, at }: CursorContext): boolean {
  if (at !== 'value') return false
  const [outer, own] = levels.slice(-2)
  if (levels.length === 1) return false
  return conditionWords.has(own?.key ?? '') || outer?.key === 'with' || levels[0]?.key === 'values'
}

const proseWords = new Set(['say', 'question', 'hint', 'why', 'else', 'handoff', 'closed', 'more'])

/** The value at the cursor is a text for residents. */
export function isProse({ levels, at }: CursorContext, document: Document): boolean {
  if (at !== 'value') return false
  if (document === 'translation' || document.startsWith('city')) return levels[0]?.key === 'texts'
  const isSpoken = levels[0]?.key === 'steps' || levels[0]?.key === 'notify'
  return document === 'dialog' && isSpoken && proseWords.has(levels.at(-1)?.key ?? '')
}

/** The placeholder that is being written or stands at the end: `Ditt nummer är {case_` → `case_`. */
export const placeholderIn = (typed: string): string | undefined => /\{([\p{L}\d_.]*)$/u.exec(typed)?.[1]
