// Every dialog as its callers see it, and what goes wrong between them: a call that leads round, or too deep.
import { scalarOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { ActionType } from '../../model/model'
import { callSitesIn, statusesIn, type Callable, type CalledDialog, type CallSite } from '../names/call-sites'
import { collectNames } from '../names/name-table'
import type { Report } from '../fields/report'

const silent: Report = { count: () => 0, add: () => undefined, fault: () => undefined }

/** What dialogs call each other by, worked out from the files alone. A dialog in a ring of calls is not found. */
export function callableDialogs(
  roots: readonly YamlMap[],
  actions: ReadonlyMap<string, ActionType>,
): Callable {
  const byId = new Map(roots.flatMap((root) => idOf(root).map(({ text }) => [text, root] as const)))
  const found = new Map<string, CalledDialog | undefined>()
  const taken = new Map<string, ReadonlySet<string>>()
  for (const { at, gives } of roots.flatMap(callSitesIn))
    taken.set(at.text, new Set([...(taken.get(at.text) ?? []), ...gives.map(({ from }) => from.text)]))
  const callable: Callable = {
    ids: [...byId.keys()],
    find: (id) => {
      const root = byId.get(id)
      if (root === undefined || found.has(id)) return found.get(id)
      // Set first, so that a ring of calls ends.
      found.set(id, undefined)
      const names = collectNames(root, { actions, callable, report: silent })
      const called = { id, names, statuses: statusesIn(root) }
      found.set(id, called)
      return called
    },
    takenFrom: (id) => taken.get(id),
  }
  return callable
}

const idOf = (root: YamlMap): readonly YamlScalar[] => {
  const id = scalarOf(root, 'dialog')
  return id === undefined ? [] : [id]
}

/** Deeper, nobody who edits one of them sees what it does to the others. */
const deepestCall = 3

/** D022 at each call of a ring, and at those that go too deep. */
export function checkCalls(roots: readonly YamlMap[], report: Report): void {
  const sites = new Map(
    roots.flatMap((root) => idOf(root).map(({ text }) => [text, callSitesIn(root)] as const)),
  )
  for (const [id, calls] of sites)
    for (const call of calls) {
      if (reaches(call.at.text, id, sites)) reportRing(call, id, report)
      else if (depthOf(call.at.text, sites) >= deepestCall) reportDepth(call, report)
    }
}

type Sites = ReadonlyMap<string, readonly CallSite[]>

function reaches(from: string, wanted: string, sites: Sites): boolean {
  const met = new Set<string>()
  const visit = (id: string): boolean => {
    if (id === wanted) return true
    if (met.has(id)) return false
    met.add(id)
    return (sites.get(id) ?? []).some(({ at }) => visit(at.text))
  }
  return visit(from)
}

/** How many calls stand below one another in a dialog; a ring counts as deep as it is long. */
function depthOf(id: string, sites: Sites, above: readonly string[] = []): number {
  if (above.includes(id)) return 0
  const below = (sites.get(id) ?? []).map(({ at }) => 1 + depthOf(at.text, sites, [...above, id]))
  return Math.max(0, ...below)
}

const reportRing = ({ at }: CallSite, id: string, report: Report): void =>
  report.fault(
    'D022',
    at,
    words(
      `"${at.text}" anropar i sin tur "${id}", så samtalet går runt`,
      `"${at.text}" calls "${id}" in its turn, so the talk goes round`,
      'Ta bort ett av anropen.',
      'Remove one of the calls.',
    ),
  )

const reportDepth = ({ at }: CallSite, report: Report): void =>
  report.fault(
    'D022',
    at,
    words(
      `anropen går djupare än ${deepestCall} dialoger`,
      `the calls go deeper than ${deepestCall} dialogs`,
      'Låt den här dialogen anropa den innersta direkt.',
      'Let this dialog call the innermost one directly.',
    ),
  )
