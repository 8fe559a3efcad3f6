// Which examples a trial model is not taught, so that it can be asked about them.
import { seededRandom, shuffle } from './seeded-random'
import { thinOut } from './thin-out'

/** One trial: taught rows, and of the others some whose class is taught and some of classes that are not taught at all. */
export interface Trial {
  readonly taught: readonly number[]
  readonly known: readonly number[]
  readonly strange: readonly number[]
}

const foldCount = 5
/** Rows of all trials together, about: many rows say enough in one trial, and five would cost too much. */
const rowsOfAllTrials = 4000
/** Rows of each sort that a trial is asked about: six coefficients are fitted no better on more of them. */
const mostAskedAbout = 1000
/** With fewer classes none is held back: the rest would be too unlike the model itself. */
const fewestClassesToHoldBack = 5
const seed = 11_711

/** Spreads each group's members evenly over the folds, in shuffled order. */
function foldsOf(groups: readonly (readonly number[])[], random: () => number): Map<number, number> {
  const folds = new Map<number, number>()
  let next = 0
  for (const group of groups) {
    const members = [...group]
    shuffle(members, random)
    for (const member of members) {
      folds.set(member, next % foldCount)
      next += 1
    }
  }
  return folds
}

/**
 * Five folds (fewer for large sets), in each of which a fifth of the examples *and* a fifth of the classes are held
 * back. Texts of a class the trial model has never met stand in for questions outside the scope, so that the bot
 * learns from its own content what "none of these" looks like.
 * @param labels row → class, or -1 for a row known to be out of scope.
 * @param isAsked row → whether it is like a resident's text; other rows are taught with their class, never held out.
 */
export function planTrials(
  labels: Int32Array,
  classCount: number,
  isAsked: readonly boolean[],
): readonly Trial[] {
  const random = seededRandom(seed)
  const rowsOf = Array.from({ length: classCount + 1 }, (): number[] => [])
  for (const [row, label] of labels.entries())
    if (isAsked[row] === true) rowsOf[label < 0 ? classCount : label]?.push(row)
  const rowFolds = foldsOf(rowsOf, random)
  const classFolds =
    classCount < fewestClassesToHoldBack
      ? new Map<number, number>()
      : foldsOf([Array.from({ length: classCount }, (_, k) => k)], random)
  const trials = Math.max(1, Math.min(foldCount, Math.floor(rowsOfAllTrials / labels.length)))
  return Array.from({ length: trials }, (_, fold) =>
    planTrial({ labels, isAsked, rowFolds, classFolds }, fold),
  )
}

interface Folds {
  readonly labels: Int32Array
  readonly isAsked: readonly boolean[]
  readonly rowFolds: ReadonlyMap<number, number>
  readonly classFolds: ReadonlyMap<number, number>
}

function planTrial({ labels, isAsked, rowFolds, classFolds }: Folds, fold: number): Trial {
  const trial = { taught: [] as number[], known: [] as number[], strange: [] as number[] }
  for (const [row, label] of labels.entries()) {
    const isStrange = label >= 0 ? classFolds.get(label) === fold : rowFolds.get(row) === fold
    if (isStrange) {
      if (isAsked[row] === true) trial.strange.push(row)
    } else if (rowFolds.get(row) === fold) trial.known.push(row)
    else trial.taught.push(row)
  }
  return {
    taught: trial.taught,
    known: thinOut(trial.known, mostAskedAbout),
    strange: thinOut(trial.strange, mostAskedAbout),
  }
}
