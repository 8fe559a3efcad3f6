// D020: a condition on an answer that is only asked for further down, which nobody has given when the talk comes by.
import { namesIn, type Expression } from '../../model/condition'
import { words } from '../../model/finding'
import type { FlowChecking } from './check-collected'
import { mayBeCollected, type FlowState } from '../steps/flow-state'

/** True when it was told. The way of a talk goes from the top down, so an answer from below is never there. */
export function reportTooEarly(
  condition: Expression,
  state: FlowState,
  { reading, told }: FlowChecking,
): boolean {
  if (reading.dropped.size > 0 || reading.names.someUnknown) return false
  const isLater = (name: string): boolean => {
    const role = reading.names.get(name)?.role
    return (role === 'answer' || role === 'result') && !mayBeCollected(state, name)
  }
  const written = reading.written.get(condition)
  if (written === undefined || !isNeverTrue(condition, isLater)) return false
  const name = namesIn(condition).find(isLater) ?? ''
  // A question of a list or of a called dialog has no line of its own here.
  const line = reading.names.get(name)?.at?.place.line
  if (line === undefined) return false
  const place = written.place(0, written.text.length)
  told.add(`${name}:${place.line}:${place.column}`)
  reading.report.fault(
    'D020',
    place,
    words(
      `"${written.text}" är aldrig sant här: "${name}" frågas först på rad ${line}`,
      `"${written.text}" is never true here: "${name}" is asked first on line ${line}`,
      'Flytta ner det till efter frågan.',
      'Move it down to after the question.',
    ),
  )
  return true
}

/** With the later answers missing it cannot come out true, whatever the others are. */
function isNeverTrue(condition: Expression, isLater: (name: string) => boolean): boolean {
  switch (condition.kind) {
    case 'name':
    case 'given':
      return isLater(condition.name)
    case 'compare':
      return [condition.left, condition.right].some((side) => side.kind === 'name' && isLater(side.name))
    case 'all':
      return condition.parts.some((part) => isNeverTrue(part, isLater))
    case 'any':
      return condition.parts.every((part) => isNeverTrue(part, isLater))
    default:
      return false
  }
}
