// Learns how far a model can be believed: trial models are taught without some of the texts, and asked about those.
import { calibrate, type Calibration, type HeldOut } from './calibrate'
import { weigh } from './evidence'
import { planTrials, type Trial } from './hold-out'
import { rowAt } from '../numbers/sparse-rows'
import { teach, type Lesson, type OnShare } from './teach'
import { pickTexts, vectorise } from './vectoriser'

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
      texts: pickTexts(texts, trial.taught),
      labels: Int32Array.from(trial.taught, (row) => trialClass.get(labelOf(row)) ?? -1),
      keys: Uint32Array.from(trial.taught, (row) => lesson.keys[row] ?? 0),
      isAsked: trial.taught.map((row) => lesson.isAsked[row] === true),
      classCount: classes.length,
    },
    onShare,
  )
  const dense = new Float32Array(lesson.vocabulary.size)
  const askedAbout = [...trial.known, ...trial.strange]
  const rows = vectorise(model.vectoriser.idf, pickTexts(texts, askedAbout))
  return askedAbout.map((text, at) => {
    const right = trialClass.get(labelOf(text))
    const origin = right !== undefined ? 'known' : labelOf(text) < 0 ? 'elsewhere' : 'strange'
    return { evidence: weigh(model, rowAt(rows, at), dense), right, origin }
  })
}

/** The calibration for the model that `teach` makes of the same lesson. It needs nothing of that model, so both can be learnt at once. */
export function learnCalibration(lesson: Lesson, onShare?: OnShare): Calibration {
  const { labels, classCount, isAsked, keys } = lesson
  const trials = classCount < 2 ? [] : planTrials(labels, classCount, isAsked, keys)
  return calibrate(
    trials.flatMap((trial, part) =>
      attempt(lesson, trial, (share) => onShare?.((part + share) / trials.length)),
    ),
  )
}
