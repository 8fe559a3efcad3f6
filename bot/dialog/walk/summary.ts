// What a confirmation shows: every labelled answer, result and value that the walk has come by.
import { inLanguageOf } from '../texts/message-text'
import { showInWords, textIn } from '../showing/show-value'
import type { WalkProgress } from './walk-progress'

export interface SummaryLine {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** In the order of the dialog's `labels`; what was skipped or is missing has no line. */
export function summaryOf(progress: WalkProgress): readonly SummaryLine[] {
  const { dialog, known, environment } = progress
  return [...dialog.labels].flatMap(([name, label]) => {
    const value = known.scope.value(name)
    if (value === undefined) return []
    const spoken = inLanguageOf(label, environment)
    const shown = showInWords(dialog, name, value, spoken, progress.givenFor(name))
    return [{ name, label: textIn(label, spoken.language), value: shown }]
  })
}
