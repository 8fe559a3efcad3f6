// A plan that was changed twice before anything was said is told once: from the time that was known to the one that holds now.
import type { Telling } from './homecare-entries'
import { isOfPlan, isSameWindow, type News } from './news'

export interface MergedNews {
  readonly kept: readonly News[]
  /** What cancelled itself out: the visit is again when it was, and nobody was told that it is off. */
  readonly gone: readonly Telling[]
}

export function mergeNews(all: readonly News[]): MergedNews {
  const plans = all.filter(isOfPlan)
  const visits = new Set(plans.map(({ visit }) => visit.visitId))
  const merged = [...visits].map((id) => mergePlans(plans.filter(({ visit }) => visit.visitId === id)))
  return {
    kept: [...all.filter((one) => !isOfPlan(one)), ...merged.flatMap(({ kept }) => kept)],
    gone: merged.flatMap(({ gone }) => gone),
  }
}

/** @param plans of one visit, at least one */
function mergePlans(plans: readonly News[]): MergedNews {
  const inOrder = [...plans].sort((one, other) => one.telling.seq - other.telling.seq)
  const changes = inOrder.filter(({ news }) => news === 'changed')
  const tellings = inOrder.map(({ telling }) => telling)
  const last = changes.at(-1) ?? inOrder.at(-1)
  if (last === undefined) return { kept: [], gone: [] }
  const was = changes[0]?.was
  const isBack = was !== undefined && isSameWindow(was, last.window)
  const mustKnow = inOrder.some(({ news, isBelievedOff }) => news === 'restored' || isBelievedOff)
  if (isBack && !mustKnow) return { kept: [], gone: tellings }
  // Where it was in between is not told, and says nothing of the day that is.
  const kept: News = isBack ? { ...last, news: 'restored', was: undefined } : { ...last, was }
  return { kept: [{ ...kept, merged: tellings.filter((one) => one !== last.telling) }], gone: [] }
}
