// Learns how far a model can be believed: trial models are taught without some of the texts, and asked about those.
import { calibrate, type Calibration, type HeldOut } from './calibrate'
import { weigh } from './evidence'
import { planTrials, type Trial } from './hold-out'
import { teach, type Lesson, type OnShare } from './teach'

/** Teaches a trial model without the held-out rows and asks it about them. */
function attempt(lesson: Lesson, trial: Trial, onShare: OnShare): readonly HeldOut[] {
  const { texts, labels } = lesson
  const labelOf = (row: number): number => labels[row] ?? -1
  const classes = [...new Set(trial.taught.map(labelOf))].filter((label) => label >= 0)
  if (classes.length < 2) return []
  const trialClass = new Map(classes.map((label, at) => [label, at]))
  const model = teach(
    {
      ...lesson,
      texts: trial.taught.flatMap((row) => texts[row] ?? []),
      labels: Int32Array.from(trial.taught, (row) => trialClass.get(labelOf(row)) ?? -1),
      isAsked: trial.taught.map((row) => lesson.isAsked[row] === true),
      classCount: classes.length,
    },
    onShare,
  )
  const dense = new Float32Array(lesson.vocabulary.size)
  return [...trial.known, ...trial.strange].flatMap((row) => {
    const text = texts[row]
    const right = trialClass.get(labelOf(row))
    const origin = right !== undefined ? 'known' : labelOf(row) < 0 ? 'elsewhere' : 'strange'
    return text === undefined ? [] : [{ evidence: weigh(model, text, dense), right, origin }]
  })
}

/** Row → a number that its features give, whatever else is taught (FNV-1a, Fowler, Noll & Vo). */
const keysOf = ({ texts, vocabulary }: Lesson): Uint32Array =>
  Uint32Array.from(texts, ({ columns }) =>
    columns.reduce(
      (hash, column) => Math.imul(hash ^ (vocabulary.codes[column] ?? 0), 0x01000193),
      0x811c9dc5,
    ),
  )

/** The calibration for the model that `teach` makes of the same lesson. It needs nothing of that model, so both can be learnt at once. */
export function learnCalibration(lesson: Lesson, onShare?: OnShare): Calibration {
  const { labels, classCount, isAsked } = lesson
  const trials = classCount < 2 ? [] : planTrials(labels, classCount, isAsked, keysOf(lesson))
  return calibrate(
    trials.flatMap((trial, part) =>
      attempt(lesson, trial, (share) => onShare?.((part + share) / trials.length)),
    ),
  )
}
