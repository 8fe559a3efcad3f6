// D024: branches over one choice, one after another, that forget an answer.
import type { Expression } from '../../model/condition'
import { words } from '../../model/finding'
import type { IfStep, Step } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'

export function checkBranches(steps: readonly Step[], reading: DialogReading): void {
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at]
    if (step?.kind !== 'if') continue
    const chain = chainFrom(steps.slice(at))
    checkChain(chain, reading)
    at += Math.max(0, chain.links.length - 1)
  }
  for (const step of steps) {
    if (step.kind === 'if') [step.then, step.else].forEach((branch) => checkBranches(branch, reading))
    if (step.kind === 'do' || step.kind === 'call')
      step.ifFails.forEach((branch) => checkBranches(branch, reading))
  }
}

interface Chain {
  readonly name: string | undefined
  readonly links: readonly IfStep[]
  readonly covered: readonly string[]
  /** A last `else` takes what no condition named. */
  readonly isOpen: boolean
}

/** The `if` at the beginning with those over the same name that follow it, or that stand alone in its `else`. */
function chainFrom(steps: readonly Step[]): Chain {
  const links: IfStep[] = []
  const covered: string[] = []
  const first = steps[0]
  const name = first?.kind === 'if' ? codesOf(first.condition)?.name : undefined
  let rest = steps
  for (;;) {
    const step = rest[0]
    const codes = step?.kind === 'if' ? codesOf(step.condition) : undefined
    if (step?.kind !== 'if' || codes === undefined || codes.name !== name) break
    links.push(step)
    covered.push(...codes.codes)
    if (step.else.length === 0) rest = rest.slice(1)
    else if (step.else.length === 1 && step.else[0]?.kind === 'if') rest = step.else
    else return { name, links, covered, isOpen: true }
  }
  return { name, links, covered, isOpen: false }
}

/** `kind is ice`, `kind in (ice, light)`. */
function codesOf(
  condition: Expression,
): { readonly name: string; readonly codes: readonly string[] } | undefined {
  if (condition.kind !== 'compare' || condition.left.kind !== 'name') return undefined
  const { comparison, left, right } = condition
  const items =
    comparison === 'is' ? [right] : comparison === 'in' && right.kind === 'list' ? right.items : []
  const codes = items.flatMap((item) => (item.kind === 'literal' ? [String(item.value)] : []))
  return codes.length === 0 ? undefined : { name: left.name, codes }
}

const endsTalk = (steps: readonly Step[]): boolean =>
  ['end', 'handoff', 'forget'].includes(steps.at(-1)?.kind ?? '')

/** One or two branches may be all that is meant; where most answers have one, the others were forgotten. */
function checkChain({ name, links, covered, isOpen }: Chain, { names, report }: DialogReading): void {
  const all = name === undefined ? [] : (names.get(name)?.codes ?? [])
  const missing = all.filter((code) => !covered.includes(code))
  const first = links[0]
  // Where each branch ends the talk, the answers without one go on below.
  if (
    isOpen ||
    links.every(({ then }) => endsTalk(then)) ||
    links.length < 2 ||
    missing.length === 0 ||
    missing.length >= covered.length
  )
    return
  if (first === undefined || name === undefined) return
  const list = missing.map((code) => `"${code}"`).join(', ')
  report.fault(
    'D024',
    first.place,
    words(
      `grenarna över "${name}" glömmer ${list}`,
      `the branches over "${name}" forget ${list}`,
      'Lägg till en gren, eller ett else.',
      'Add a branch, or an else.',
    ),
  )
}
