// Which examples a trial model is not taught, so that it can be asked about them.
import { seededRandom } from '../numbers/seeded-random'

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

/** What is held back, and when: by chance, which the text alone decides. */
interface Lot {
  readonly fold: number
  /** In [0, 1). */
  readonly rank: number
}

/** Smaller groups are spread evenly, so that none is held back whole. */
const manyMembers = 25

/**
 * Spreads each group's members over the folds. What the other members are hardly matters, so that one phrase more does not
 * calibrate the answers to all others anew.
 * @param keyOf member → a number that it alone gives
 */
function drawLots(
  groups: readonly (readonly number[])[],
  keyOf: (member: number) => number,
): Map<number, Lot> {
  const lots = new Map<number, Lot>()
  for (const [group, members] of groups.entries()) {
    const drawn = members.map((member) => {
      const random = seededRandom(seed + keyOf(member))
      return { member, fold: Math.floor(random() * foldCount), rank: random() }
    })
    if (members.length < manyMembers)
      drawn
        .sort((a, b) => a.rank - b.rank)
        .forEach(({ member, rank }, at) => lots.set(member, { fold: (group + at) % foldCount, rank }))
    else for (const { member, fold, rank } of drawn) lots.set(member, { fold, rank })
  }
  return lots
}

/**
 * Five folds (fewer for large sets), in each of which a fifth of the examples *and* a fifth of the classes are held
 * back. Texts of a class the trial model has never met stand in for questions outside the scope, so that the bot
 * learns from its own content what "none of these" looks like.
 * @param labels row → class, or -1 for a row known to be out of scope.
 * @param isAsked row → whether it is like a resident's text; other rows are taught with their class, never held out.
 * @param keys row → a number that its text alone gives.
 */
export function planTrials(
  labels: Int32Array,
  classCount: number,
  isAsked: readonly boolean[],
  keys: Uint32Array,
): readonly Trial[] {
  const rowsOf = Array.from({ length: classCount + 1 }, (): number[] => [])
  for (const [row, label] of labels.entries())
    if (isAsked[row] === true) rowsOf[label < 0 ? classCount : label]?.push(row)
  const rowLots = drawLots(rowsOf, (row) => keys[row] ?? 0)
  const classLots =
    classCount < fewestClassesToHoldBack
      ? new Map<number, Lot>()
      : drawLots([Array.from({ length: classCount }, (_, k) => k)], (k) => lowestOf(rowsOf[k] ?? [], keys))
  const trials = Math.max(1, Math.min(foldCount, Math.floor(rowsOfAllTrials / labels.length)))
  return Array.from({ length: trials }, (_, fold) => planTrial({ labels, isAsked, rowLots, classLots }, fold))
}

/** A class by one of its texts: its number changes with each class that comes before it. */
const lowestOf = (rows: readonly number[], keys: Uint32Array): number =>
  rows.reduce((lowest, row) => Math.min(lowest, keys[row] ?? 0), 2 ** 32)

interface Draw {
  readonly labels: Int32Array
  readonly isAsked: readonly boolean[]
  readonly rowLots: ReadonlyMap<number, Lot>
  readonly classLots: ReadonlyMap<number, Lot>
}

function planTrial({ labels, isAsked, rowLots, classLots }: Draw, fold: number): Trial {
  const trial = { taught: [] as number[], known: [] as number[], strange: [] as number[] }
  const isHeldBack = (row: number): boolean => rowLots.get(row)?.fold === fold
  for (const [row, label] of labels.entries()) {
    const isStrange = label >= 0 ? classLots.get(label)?.fold === fold : isHeldBack(row)
    if (isStrange) {
      if (isAsked[row] === true) trial.strange.push(row)
    } else if (isHeldBack(row)) trial.known.push(row)
    else trial.taught.push(row)
  }
  const rankOf = (row: number): number => rowLots.get(row)?.rank ?? 1
  const someOf = (rows: readonly number[]): readonly number[] =>
    [...rows].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, mostAskedAbout)
  return { taught: trial.taught, known: someOf(trial.known), strange: someOf(trial.strange) }
}
