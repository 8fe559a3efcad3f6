// Which of two files came later: a fault between two is told in the one that was added, not in the one that was there.
import type { DialogFile } from '../fields/sort-documents'

/** Whether the first file came after the second. */
export type IsLater = (file: string, other: string) => boolean

/** Files written within a minute of each other came together, as when all are fetched; then the order of the files decides. */
const togetherMs = 60_000

export function laterOf(files: readonly DialogFile[]): IsLater {
  const order = new Map(files.map(({ path, changedAt }, index) => [path, { changedAt, index }]))
  return (file, other) => {
    const here = order.get(file)
    const there = order.get(other)
    const apart = (here?.changedAt ?? 0) - (there?.changedAt ?? 0)
    const isKnown = here?.changedAt !== undefined && there?.changedAt !== undefined
    return isKnown && Math.abs(apart) > togetherMs ? apart > 0 : (here?.index ?? -1) > (there?.index ?? -1)
  }
}
