// Reads `keep`, a promise to residents: it must be one that the city's retention times hold.
import type { AnswerType } from '../../../contracts/talk/value'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { readDuration } from '../fields/durations'
import { optionalText } from '../fields/read-fields'

/** Where a dialog itself puts answers; records that an action writes are the department's. */
const classes = ['conversation', 'call-back']

export function readKeep(
  step: YamlMap,
  types: readonly AnswerType[],
  reading: DialogReading,
): Pick<AskStep, 'keepDays'> {
  const keep = optionalText(step, 'keep', reading.report)
  if (keep === undefined) return {}
  const days = readDuration(keep, reading.report)
  // A time that cannot be read is one all the same; its finding keeps the dialog from running.
  if (days === undefined) return { keepDays: 0 }
  checkKeep(keep, days, types, reading)
  return { keepDays: days }
}

/** D037: an answer would be there for longer than `keep` says, or a consent would outlive the proof that it was given. */
function checkKeep(
  keep: YamlScalar,
  days: number,
  types: readonly AnswerType[],
  { keepDays, report }: DialogReading,
): void {
  const proof = keepDays['consent']
  if (types.includes('consent')) {
    if (proof !== undefined && days > proof)
      report.fault(
        'D037',
        keep,
        words(
          `samtycket ska gälla i ${days} dagar, men city.yaml sparar samtycken i ${proof} dagar`,
          `the consent is to hold for ${days} days, but city.yaml keeps consents for ${proof} days`,
          'Skriv en kortare tid.',
          'Write a shorter time.',
        ),
      )
    return
  }
  const longest = Math.max(0, ...classes.map((name) => keepDays[name] ?? 0))
  if (days >= longest) return
  report.fault(
    'D037',
    keep,
    words(
      `svaret ska tas bort efter ${days} dagar, men samtal och överlämningar sparas i ${longest} dagar`,
      `the answer is to be removed after ${days} days, but talks and hand-offs are kept for ${longest} days`,
      `Skriv minst ${longest} days, eller låt city.yaml spara dem kortare.`,
      `Write at least ${longest} days, or let city.yaml keep those for less.`,
    ),
  )
}
