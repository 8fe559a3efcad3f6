// `undo` and `update` of an action: another write, which gets what the first one gave and took.
import { scalarOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { ActionType } from '../../model/model'
import { reportUnknown, type Report } from '../fields/report'

const followUps = ['undo', 'update'] as const

/** D010 for an action that is none, D005 for a read, D011 for one that needs more than there is. */
export function checkFollowUps(
  root: YamlMap,
  actions: ReadonlyMap<string, ActionType>,
  report: Report,
): void {
  for (const { key, value } of root.entries) {
    const action = actions.get(key.text)
    if (value.kind !== 'map' || action === undefined) continue
    for (const property of followUps) {
      const name = scalarOf(value, property)
      if (name !== undefined && name.text !== '') checkFollowUp(name, action, actions, report)
    }
  }
}

function checkFollowUp(
  name: YamlScalar,
  action: ActionType,
  actions: ReadonlyMap<string, ActionType>,
  report: Report,
): void {
  const next = actions.get(name.text)
  if (next === undefined) {
    reportUnknown(report, 'D010', writtenText(name), actions.keys(), {
      sv: 'ingen handling',
      en: 'no action',
    })
    return
  }
  if (action.effect === 'read' || next.effect === 'read') {
    report.fault(
      'D005',
      name,
      words(
        'bara en ändring kan göras ogjord eller om, och av en annan ändring',
        'only a write can be undone or done over, and by another write',
      ),
    )
  }
  const there = new Set([...action.gives.keys(), ...action.takes])
  const lacking = next.takes.find((input) => !there.has(input) && !next.optionalTakes.includes(input))
  if (lacking === undefined) return
  report.fault(
    'D011',
    name,
    words(
      `"${name.text}" behöver "${lacking}", som "${action.name}" varken tar emot eller ger`,
      `"${name.text}" needs "${lacking}", which "${action.name}" neither takes nor gives`,
    ),
  )
}
