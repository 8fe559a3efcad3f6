// Small dialogs by chance: questions of three types, rules, branches, reads that may fail, and a confirmed write at the end.
import fc from 'fast-check'
import type { ActionResult } from '../../../bot/contracts/cases/action'
import type { Value } from '../../../bot/contracts/talk/value'
import type { Dialog, Step } from '../../../bot/dialog/model/model'
import { act, ask, confirm, dialogOf, end, say, when } from './dialog-builder'

/** Questions are `q0` to `q9`; the type follows from the number, so that conditions can be written before questions are. */
export const names = Array.from({ length: 10 }, (_, index) => `q${index}`)
const typeOf = (index: number) => (['choice', 'number', 'yes/no'] as const)[index % 3] ?? 'number'

export const valueFor = (index: number): fc.Arbitrary<Value> => {
  const type = typeOf(index)
  if (type === 'choice') return fc.constantFrom('a', 'b', 'c')
  return type === 'number' ? fc.integer({ min: 0, max: 5 }) : fc.boolean()
}

/** An answer for every question. */
export const tables: fc.Arbitrary<Readonly<Record<string, Value>>> = fc.record(
  Object.fromEntries(names.map((name, index) => [name, valueFor(index)])),
)

const conditionOn = (index: number): fc.Arbitrary<string> => {
  const type = typeOf(index)
  if (type === 'choice') return fc.constantFrom(`q${index} is a`, `q${index} is not b`, `q${index} given`)
  return type === 'number'
    ? fc.constantFrom(`q${index} > 2`, `q${index} missing`, `half < 2`)
    : fc.constantFrom(`q${index} is yes`, `q${index} is no`)
}
const conditions = fc.integer({ min: 0, max: 5 }).chain(conditionOn)

type Spec =
  | {
      readonly kind: 'ask'
      readonly optional: boolean
      readonly onlyIf: string | undefined
      readonly rule: boolean
    }
  | { readonly kind: 'say' }
  | { readonly kind: 'read'; readonly from: number; readonly branch: readonly Spec[] }
  | {
      readonly kind: 'if'
      readonly condition: string
      readonly then: readonly Spec[]
      readonly else: readonly Spec[]
    }

const { list } = fc.letrec<{ list: readonly Spec[]; spec: Spec }>((tie) => ({
  list: fc.array(tie('spec'), { minLength: 1, maxLength: 5, depthIdentifier: 'steps' }),
  spec: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'steps', maxDepth: 3 },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        optional: fc.boolean(),
        onlyIf: fc.option(conditions, { nil: undefined, freq: 3 }),
        rule: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('say' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('read' as const),
        from: fc.integer({ min: 0, max: 5 }),
        branch: tie('list'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('if' as const),
        condition: conditions,
        then: tie('list'),
        else: tie('list'),
      }),
    },
  ),
}))

export const dialogs: fc.Arbitrary<Dialog> = fc
  .array(list, { minLength: 1, maxLength: 3 })
  .map((lists) => build(lists.flat()))

function build(specs: readonly Spec[]): Dialog {
  let questions = 0
  let others = 0
  const step = (spec: Spec): readonly Step[] => {
    switch (spec.kind) {
      case 'ask':
        return questions < names.length ? [question(questions++, spec)] : []
      case 'say':
        return [say(`s${others++}`, `Hej {q${others % 6}}`)]
      case 'read': {
        const number = others++
        const branch = spec.branch.flatMap(step)
        return [act('read', `read${number}`, { x: `q${spec.from}` }, [`result${number}`], { else: branch })]
      }
      case 'if':
        return [when(spec.condition, spec.then.flatMap(step), spec.else.flatMap(step))]
    }
  }
  const steps = specs.flatMap(step)
  const inputs = Object.fromEntries(names.slice(0, questions).map((name) => [name, name]))
  return dialogOf([...steps, confirm(), act('write', 'write', inputs), end()], {
    labels: Object.fromEntries(names.map((name) => [name, `Label ${name}`])),
    values: { half: 'if(q1 > 2, 3, 1)' },
  })
}

function question(index: number, { optional, onlyIf, rule }: Extract<Spec, { kind: 'ask' }>): Step {
  const type = typeOf(index)
  const must = rule && index > 0 ? { must: ruleFor(index) } : {}
  const choices = type === 'choice' ? { choices: { a: 'Alfa', b: 'Beta', c: 'Gamma' } } : { type }
  return ask(`q${index}`, { ...choices, ...must, optional, ...(onlyIf !== undefined && { onlyIf }) })
}

function ruleFor(index: number): string {
  const type = typeOf(index)
  if (type === 'number') return index === 1 ? 'q1 <= 4' : `q${index} <= q1 or q1 missing`
  return type === 'choice' ? `q${index} is not b or q1 > 2` : `q${index} is no or q0 is a`
}

/** Deterministic: what a read gives or how it fails follows from its input alone. */
export function desk(name: string, { x }: Readonly<Record<string, Value>>): ActionResult {
  if (name === 'write') return { kind: 'done', gives: {} }
  if (x === 'c' || x === 4) return { kind: 'failed', failure: 'not_found' }
  return { kind: 'done', gives: { [name.replace('read', 'result')]: `for ${JSON.stringify(x ?? null)}` } }
}
