// What a confirmation shows: every labelled answer, result and value that the walk has come by.
import { showInWords, textIn } from './show-value'
import type { WalkProgress } from './walk-progress'

export interface SummaryLine {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** In the order of the dialog's `labels`; what was skipped or is missing has no line. */
export function summaryOf({ dialog, known, environment }: WalkProgress): readonly SummaryLine[] {
  return [...dialog.labels].flatMap(([name, label]) => {
    const value = known.scope.value(name)
    if (value === undefined) return []
    const shown = showInWords(dialog, name, value, environment)
    return [{ name, label: textIn(label, environment.language), value: shown }]
  })
}
