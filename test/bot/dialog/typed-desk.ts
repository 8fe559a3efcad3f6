// Stands in for every action that `actions.yaml` declares: results of the declared types, which follow from the inputs alone.
import type { ActionResult } from '../../../bot/contracts/cases/action'
import type { Value } from '../../../bot/contracts/talk/value'
import type { ActionType } from '../../../bot/dialog/model/model'
import { stableHash } from '../../../bot/dialog/model/stable-hash'
import type { Desk } from './talk'

/** One read in so many fails, in one of the ways it knows. */
const failsOneIn = 12

/** @param salt another one is another world, in which the same question has another result */
export const typedDesk =
  (actions: ReadonlyMap<string, ActionType>, salt: number): Desk =>
  (name, inputs): ActionResult => {
    const action = actions.get(name)
    if (action === undefined) return { kind: 'failed', failure: 'unavailable' }
    const chance = parseInt(stableHash([salt, name, inputs]).slice(0, 8), 16)
    const failures = [...action.fails, 'unavailable']
    if (action.effect === 'read' && chance % failsOneIn === 0)
      return { kind: 'failed', failure: failures[chance % failures.length] ?? 'unavailable' }
    const gives = [...action.gives].map(([result, type]) => [result, resultOf(action, result, type, chance)])
    return { kind: 'done', gives: Object.fromEntries(gives) as Readonly<Record<string, Value>> }
  }

function resultOf({ givesCodes }: ActionType, name: string, type: string, chance: number): Value {
  const codes = givesCodes.get(name) ?? []
  if (codes.length > 0) return codes[chance % codes.length] ?? ''
  switch (type) {
    case 'number':
      return chance % 5
    case 'yes/no':
      return chance % 2 === 0
    case 'list':
      return optionsOf(chance)
    default:
      return `${name} ${chance % 1000}`
  }
}

/** None to six days with a label in both languages; another input has some of the same, and some others. */
const optionsOf = (chance: number): readonly Value[] =>
  ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14']
    .filter((_, index) => (chance >> index) % 2 === 1)
    .map((day) => ({ id: day, label: { sv: `den ${day} kl 7`, en: `on ${day} at 7` } }))
