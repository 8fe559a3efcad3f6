// Stands in for all actions: results of the declared types by chance, and failures in every way an action knows.
import type { ActionResult } from '../../bot/contracts/cases/action'
import type { Value } from '../../bot/contracts/talk/value'
import type { ActionType } from '../../bot/dialog/model/model'
import type { Chance } from './chance'

const failsOneIn = 7
const days = [
  '2026-12-07',
  '2026-12-08',
  '2026-12-09',
  '2026-12-10',
  '2026-12-11',
  '2026-12-12',
  '2026-12-14',
]

export function randomResult(action: ActionType | undefined, chance: Chance): ActionResult {
  if (action === undefined) return { kind: 'done', gives: {} }
  if (chance.isOneIn(failsOneIn))
    return { kind: 'failed', failure: chance.pick([...action.fails, 'unavailable']) }
  const gives = [...action.gives].map(([name, type]): [string, Value] => {
    const codes = action.givesCodes.get(name) ?? []
    return [name, codes.length > 0 ? chance.pick(codes) : valueOf(name, type, chance)]
  })
  return { kind: 'done', gives: Object.fromEntries(gives) }
}

function valueOf(name: string, type: string, chance: Chance): Value {
  switch (type) {
    case 'number':
      return Math.floor(chance.next() * 5)
    case 'yes/no':
      return chance.isOneIn(2)
    case 'list':
      return days
        .slice(0, Math.floor(chance.next() * (days.length + 1)))
        .map((day) => ({ id: day, label: { sv: `den ${day}`, en: `on ${day}` } }))
    default:
      return `${name} ${Math.floor(chance.next() * 100)}`
  }
}
