// D020: a condition that what led here has ruled out, so that nobody comes to its steps.
import { namesIn, type Expression } from '../../model/condition'
import { words } from '../../model/finding'
import type { FlowChecking } from './check-collected'
import { constantOf } from '../names/constant-condition'
import { assumedConditions, type FlowState } from '../steps/flow-state'

const allOf = (parts: readonly Expression[], { span }: Expression): Expression => ({
  kind: 'all',
  parts,
  span,
})

/** True when it was told. Only answers are looked at: what an action gives may be another thing when it is called again. */
export function reportContradiction(
  condition: Expression,
  state: FlowState,
  { reading: { names, written: allWritten, report, dropped } }: FlowChecking,
): boolean {
  const written = allWritten.get(condition)
  if (written === undefined || dropped.size > 0 || names.someUnknown) return false
  const isOfAnswers = (one: Expression): boolean =>
    namesIn(one).every((name) => ['answer', 'channel'].includes(names.get(name)?.role ?? ''))
  const own = new Set(namesIn(condition))
  const assumed = assumedConditions(state).filter(
    (one) => isOfAnswers(one) && namesIn(one).some((name) => own.has(name)),
  )
  if (assumed.length === 0 || !isOfAnswers(condition)) return false
  const isNever = (one: Expression): boolean => constantOf(one, names, false) === false
  // What is never true by itself is told where it is read.
  if (isNever(condition) || isNever(allOf(assumed, condition))) return false
  if (!isNever(allOf([...assumed, condition], condition))) return false
  const name = namesIn(condition).find((one) => assumed.some((other) => namesIn(other).includes(one))) ?? ''
  report.fault(
    'D020',
    written.place(0, written.text.length),
    words(
      `"${written.text}" är aldrig sant här: den som svarar så på "${name}" går en annan väg, eller är redan klar`,
      `"${written.text}" is never true here: who answers so to "${name}" goes another way, or is done already`,
      'Rätta villkoret, eller flytta steget till den vägen.',
      'Correct the condition, or move the step to that way.',
    ),
  )
  return true
}
