// How much of a dialog its tests have been through: steps, branches, and the choices of its questions.
import type { Place } from '../../contracts/basics/finding'
import type { Value } from '../../contracts/talk/value'
import { everyQuestion } from './list-question'
import type { Dialog, Step } from './model'
import { askBranches, branchKey, flatten } from './step-tree'

export interface Seen {
  /** Keys of steps and branches, of all walks of all tests. */
  readonly trace: ReadonlySet<string>
  /** Question → the values it was answered with. */
  readonly answers: ReadonlyMap<string, ReadonlySet<Value>>
}

/** Something no test has been through, with its place and what it is called there. */
export interface Untested {
  readonly kind: 'step' | 'branch' | 'choice'
  readonly place: Place
  /** `ask: place`, `if fails: slot_taken`, `kind: ice`. */
  readonly name: string
}

export interface Coverage {
  readonly steps: { readonly tested: number; readonly all: number }
  readonly branches: { readonly tested: number; readonly all: number }
  readonly choices: { readonly tested: number; readonly all: number }
  /** In the order written. */
  readonly untested: readonly Untested[]
}

interface Part extends Untested {
  readonly isTested: boolean
}

/** Compares a dialog with what its tests came by. A called dialog's own steps are left to its own tests. */
export function coverageOf(dialog: Dialog, seen: Seen): Coverage {
  const parts = ownSteps(dialog.steps).flatMap((step) => partsOf(step, seen))
  const count = (kind: Untested['kind']) => {
    const all = parts.filter((part) => part.kind === kind)
    return { tested: all.filter(({ isTested }) => isTested).length, all: all.length }
  }
  const untested = parts
    .filter(({ isTested }) => !isTested)
    .map(({ kind, place, name }) => ({ kind, place, name }))
  return { steps: count('step'), branches: count('branch'), choices: count('choice'), untested }
}

/** Without the steps that came in by a `call`. */
function ownSteps(steps: readonly Step[]): readonly Step[] {
  const called = new Set(flatten(steps).flatMap((step) => (step.kind === 'call' ? flatten(step.steps) : [])))
  return flatten(steps).filter((step) => !called.has(step))
}

function partsOf(step: Step, seen: Seen): readonly Part[] {
  const { place } = step
  const own: Part = { kind: 'step', place, name: nameOf(step), isTested: seen.trace.has(step.key) }
  const questions = step.kind === 'ask' ? everyQuestion([step]) : []
  const branches = [step, ...questions.slice(1)].flatMap((one) =>
    branchNames(one).map(([branch, name]): Part => ({
      kind: 'branch',
      place: one.place,
      name,
      isTested: seen.trace.has(branchKey(one, branch)),
    })),
  )
  return [
    own,
    ...branches,
    ...questions.flatMap(({ name, choices }) =>
      choices.map(({ code }): Part => {
        const isTested = seen.answers.get(name)?.has(code) === true
        return { kind: 'choice', place, name: `${name}: ${code}`, isTested }
      }),
    ),
  ]
}

function branchNames(step: Step): readonly (readonly [branch: string, name: string])[] {
  switch (step.kind) {
    case 'if':
      return [
        ['then', 'then'],
        ['else', 'else'],
      ]
    case 'ask':
      return [...askBranches(step).keys()].map((branch) => [
        branch,
        branch === 'none' ? 'if none' : `if fails: ${branch}`,
      ])
    case 'do':
    case 'call':
      return [...step.ifFails.keys()].map((failure) => [failure, `if fails: ${failure}`])
    default:
      return []
  }
}

const nameOf = (step: Step): string => step.key.replace(/^(\w+):/, '$1: ')
