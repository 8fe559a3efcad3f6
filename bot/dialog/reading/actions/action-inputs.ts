// Reads `with`: what an action is given.
import { entryOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { Expression } from '../../model/condition'
import { words } from '../../model/finding'
import type { ActionType, DoStep } from '../../model/model'
import { subscribeAction } from '../../model/subscribe-steps'
import { readExpression, type DialogReading } from '../names/dialog-reading'
import { asText, optionalMap } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

/** D011 for inputs the action does not take, and for those it needs and does not get. */
export function readInputs(
  step: YamlMap,
  name: YamlScalar,
  action: ActionType | undefined,
  reading: DialogReading,
): DoStep['with'] {
  const { report } = reading
  const map = optionalMap(step, 'with', report)
  const inputs = (map?.entries ?? []).flatMap(({ key, value }) => {
    if (action !== undefined && !action.takes.includes(key.text)) {
      reportUnknown(report, 'D011', writtenText(key), action.takes, {
        sv: `inget som "${name.text}" tar emot`,
        en: `nothing that "${name.text}" takes`,
      })
    }
    const scalar = asText(value, key.text, report)
    const isTopic = action?.name === subscribeAction && key.text === 'topic'
    const expression = scalar === undefined ? undefined : (isTopic ? readWords : readInput)(scalar, reading)
    return expression === undefined ? [] : [{ name: key.text, expression }]
  })
  const given = new Set(map?.entries.map(({ key }) => key.text))
  for (const input of action?.takes ?? []) {
    if (given.has(input) || action?.optionalTakes.includes(input) === true) continue
    report.fault(
      'D011',
      map === undefined ? name : (entryOf(step, 'with')?.key ?? name),
      words(
        `"${name.text}" behöver "${input}"`,
        `"${name.text}" needs "${input}"`,
        `Lägg till ${input}: … under "with:".`,
        `Add ${input}: … under "with:".`,
      ),
    )
  }
  return inputs
}

/** A text in quotes is that text; anything else is a name or a calculation. */
function readInput(scalar: YamlScalar, reading: DialogReading): Expression | undefined {
  return scalar.style === 'plain' ? readExpression(scalar, reading)?.expression : readWords(scalar, reading)
}

function readWords(scalar: YamlScalar, { written }: DialogReading): Expression {
  const span = { start: 0, end: scalar.text.length }
  const literal: Expression = { kind: 'literal', value: scalar.text, bare: false, span }
  written.set(literal, writtenText(scalar))
  return literal
}
