// Dialogs for tests, built straight into the compiled model; conditions go through the real parser.
import type { City } from '../../../bot/contracts/city/city'
import type { Command } from '../../../bot/contracts/talk/command'
import type { Texts } from '../../../bot/contracts/talk/texts'
import type { WordingKey } from '../../../bot/contracts/talk/wording'
import { wordingKeys } from '../../../bot/contracts/talk/wording'
import type { Value } from '../../../bot/contracts/talk/value'
import type { Expression } from '../../../bot/dialog/model/condition'
import { partsOf } from '../../../bot/dialog/model/condition'
import { placeholdersOf } from '../../../bot/dialog/texts/message-text'
import type {
  AskStep,
  ConfirmStep,
  Dialog,
  DoStep,
  EndStep,
  ForgetStep,
  HandoffStep,
  IfStep,
  OptionSource,
  SayStep,
  Step,
} from '../../../bot/dialog/model/model'
import { parseCondition } from '../../../bot/dialog/condition/parse-condition'
import { askBranches, mapAskBranches } from '../../../bot/dialog/model/step-tree'
import type { WalkEnvironment } from '../../../bot/dialog/model/walk-environment'
import { maskInCity } from '../../../bot/privacy/mask-in-city'

const nowhere = { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }

export const texts = (id: string, sv: string, en = `${sv}-en`): Texts => ({
  id,
  byKey: new Map([
    ['sv', sv],
    ['en', en],
  ]),
})

export function condition(text: string): Expression {
  const parsed = parseCondition(text)
  if (parsed.kind === 'faulty') throw new Error(`not a condition: ${text}`)
  return parsed.expression
}

/** As the compiler does: a bare word that names an answer means that answer. */
function resolved(expression: Expression, names: ReadonlySet<string>): Expression {
  if (expression.kind === 'literal' && expression.bare && names.has(String(expression.value)))
    return { span: expression.span, kind: 'name', name: String(expression.value) }
  if (partsOf(expression).length === 0) return expression
  return Object.fromEntries(
    Object.entries(expression).map(([key, part]) => [
      key,
      isPart(part)
        ? resolved(part, names)
        : Array.isArray(part)
          ? part.map((one) => resolved(one as Expression, names))
          : part,
    ]),
  ) as unknown as Expression
}
const isPart = (part: unknown): part is Expression =>
  typeof part === 'object' && part !== null && 'span' in part

interface AskOptions {
  readonly type?: string
  /** `code: Label | synonym, synonym` a line. */
  readonly choices?: Readonly<Record<string, string>>
  readonly must?: string
  readonly else?: string
  readonly hint?: string
  readonly optional?: boolean
  readonly default?: Value
  readonly onlyIf?: string
  readonly range?: readonly [number, number]
  readonly length?: readonly [number, number]
  readonly question?: string
  readonly pick?: PickOptions
  /** Of a photo or file; one when not given. */
  readonly max?: number
}

interface PickOptions {
  /** Name of a reading action whose result `list` has the options, or of an earlier result. */
  readonly from: string
  readonly isResult?: boolean
  readonly with?: Readonly<Record<string, string>>
  readonly show?: number
  readonly ifNone?: readonly Step[]
  readonly ifFails?: Readonly<Record<string, readonly Step[]>>
}

function optionSource({ from, isResult, with: inputs, show = 5, ifNone }: PickOptions): OptionSource {
  return {
    from: isResult
      ? { kind: 'result', name: from, place: nowhere }
      : { kind: 'action', action: from, with: expressionsOf(inputs ?? {}), gives: 'list' },
    show: { web: show, sms: Math.min(show, 3) },
    ...(ifNone && { ifNone }),
  }
}

const expressionsOf = (inputs: Readonly<Record<string, string>>): DoStep['with'] =>
  Object.entries(inputs).map(([name, text]) => ({ name, expression: condition(text) }))

export function ask(name: string, options: AskOptions = {}): AskStep {
  const choices = Object.entries(options.choices ?? {}).map(([code, line]) => {
    const [label = '', synonyms = ''] = line.split('|').map((part) => part.trim())
    const words = synonyms
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    return { code, label: texts(`${name}.${code}`, label, `${label} en`), synonyms: new Map([['sv', words]]) }
  })
  return {
    key: `ask:${name}`,
    place: nowhere,
    kind: 'ask',
    name,
    question: texts(name, options.question ?? `Fråga ${name}?`),
    ...(options.pick && {
      pick: optionSource(options.pick),
      ifFails: new Map(Object.entries(options.pick.ifFails ?? {})),
    }),
    types: (
      options.type ??
      (options.pick ? 'pick' : undefined) ??
      (choices.length > 0 ? 'choice' : 'text')
    ).split(' or ') as AskStep['types'],
    choices,
    ...((options.type === 'photo' || options.type === 'file') && { files: { max: options.max ?? 1 } }),
    optional: options.optional ?? false,
    ...(options.hint !== undefined && { hint: texts(`${name}.hint`, options.hint) }),
    ...(options.must !== undefined && { must: condition(options.must) }),
    ...(options.else !== undefined && { else: texts(`${name}.must`, options.else) }),
    ...(options.default !== undefined && { default: options.default }),
    ...(options.onlyIf !== undefined && { onlyIf: condition(options.onlyIf) }),
    ...(options.range !== undefined && { range: { from: options.range[0], to: options.range[1] } }),
    ...(options.length !== undefined && { length: { from: options.length[0], to: options.length[1] } }),
  }
}

export function say(id: string, text = `Sagt ${id}.`, onlyIf?: string): SayStep {
  const said = texts(id, text)
  const limit = onlyIf === undefined ? {} : { onlyIf: condition(onlyIf) }
  return {
    key: `say:${id}`,
    place: nowhere,
    kind: 'say',
    id,
    text: said,
    variables: placeholdersOf(said),
    ...limit,
  }
}

export const confirm = (name = 'send', text = 'Stämmer uppgifterna?'): ConfirmStep => ({
  key: `confirm:${name}`,
  place: nowhere,
  kind: 'confirm',
  name,
  question: texts(name, text),
})

let ifs = 0
export const when = (text: string, then: readonly Step[], otherwise: readonly Step[] = []): IfStep => ({
  key: `if:${(ifs += 1)}`,
  place: nowhere,
  kind: 'if',
  condition: condition(text),
  then,
  else: otherwise,
})

export const act = (
  effect: 'read' | 'write',
  action: string,
  inputs: Readonly<Record<string, string>>,
  gives: readonly string[] = [],
  ifFails: Readonly<Record<string, readonly Step[]>> = {},
): DoStep => ({
  key: `do:${action}`,
  place: nowhere,
  kind: 'do',
  action,
  effect,
  with: expressionsOf(inputs),
  gives,
  ifFails: new Map(Object.entries(ifFails)),
})

export const handOff = (id: string): HandoffStep => ({
  key: `handoff:${id}`,
  place: nowhere,
  kind: 'handoff',
  id,
  text: texts(id, `Lämnat över ${id}.`),
})

export const forget = (name: string): ForgetStep => ({
  key: `forget:${name}`,
  place: nowhere,
  kind: 'forget',
  name,
})

export const end = (status = 'done'): EndStep => ({
  key: `end:${status}`,
  place: nowhere,
  kind: 'end',
  status,
})

interface DialogOptions {
  readonly labels?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, string>>
  /** `gatlyktan på <place=Storgatan 12> är trasig` */
  readonly start?: readonly string[]
  readonly id?: string
  readonly shapeHash?: string
}

export function dialogOf(steps: readonly Step[], options: DialogOptions = {}): Dialog {
  const values = Object.entries(options.values ?? {}).map(([name, text]) => ({
    name,
    expression: condition(text),
  }))
  const plain = flatten(steps)
  const names = new Set([
    ...plain.flatMap((step) =>
      step.kind === 'ask' ? [step.name] : step.kind === 'do' ? [...step.gives] : [],
    ),
    ...values.map(({ name }) => name),
  ])
  const ready = resolveSteps(steps, names)
  return {
    id: options.id ?? 'felanmalan',
    file: 'test.yaml',
    title: texts('title', 'Felanmälan'),
    owner: 'gata',
    valid: {},
    sensitive: false,
    interrupt: 'all',
    pinHours: 24,
    renamed: new Map(),
    start: new Map([['sv', (options.start ?? []).map(phrase)]]),
    labels: new Map(
      Object.entries(options.labels ?? {}).map(([name, label]) => [name, texts(`label.${name}`, label)]),
    ),
    values: values.map(({ name, expression }) => ({ name, expression: resolved(expression, names) })),
    steps: ready,
    asks: new Map(
      flatten(ready).flatMap((step) => (step.kind === 'ask' ? [[step.name, step] as const] : [])),
    ),
    notices: new Map(),
    tests: [],
    shapeHash: options.shapeHash ?? 'shape-1',
    textHash: 'text-1',
  }
}

function phrase(written: string) {
  const mark = /<([\w.]+)=([^>]*)>/g
  return {
    text: written.replace(mark, '$2'),
    masked: written.replace(mark, '_$1_'),
    marks: [...written.matchAll(mark)].map(([, name = '', text = '']) => ({ name, text })),
  }
}

function flatten(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [
    step,
    ...(step.kind === 'if' ? flatten([...step.then, ...step.else]) : []),
    ...(step.kind === 'ask' ? flatten([...askBranches(step).values()].flat()) : []),
    ...(step.kind === 'do' ? flatten([...step.ifFails.values()].flat()) : []),
  ])
}

function resolveSteps(steps: readonly Step[], names: ReadonlySet<string>): readonly Step[] {
  return steps.map((step): Step => {
    const onlyIf = step.onlyIf === undefined ? {} : { onlyIf: resolved(step.onlyIf, names) }
    switch (step.kind) {
      case 'ask':
        return {
          ...mapAskBranches(step, (branch) => resolveSteps(branch, names)),
          ...onlyIf,
          ...(step.must !== undefined && { must: resolved(step.must, names) }),
        }
      case 'if':
        return {
          ...step,
          ...onlyIf,
          condition: resolved(step.condition, names),
          then: resolveSteps(step.then, names),
          else: resolveSteps(step.else, names),
        }
      case 'do':
        return {
          ...step,
          ...onlyIf,
          with: step.with.map(({ name, expression }) => ({ name, expression: resolved(expression, names) })),
          ifFails: new Map([...step.ifFails].map(([name, branch]) => [name, resolveSteps(branch, names)])),
        }
      default:
        return { ...step, ...onlyIf }
    }
  })
}

const commandWords: Readonly<Record<string, Partial<Record<Command, readonly string[]>>>> = {
  sv: { yes: ['ja', 'japp'], no: ['nej', 'nä'], skip: ['hoppa över', 'vill inte svara'] },
  en: { yes: ['yes'], no: ['no'], skip: ['skip'] },
}

const wordingOf: Partial<Record<WordingKey, string>> = {
  'answer.yes': 'Ja',
  'answer.no': 'Nej',
  'answer.skip': 'Hoppa över',
  'answer.photos': '{count, plural, one {# bild} other {# bilder}}',
  'answer.files': '{count, plural, one {# fil} other {# filer}}',
}

export const city: City = {
  name: 'Lillstad',
  timeZone: 'Europe/Stockholm',
  languages: ['sv', 'en'],
  wholeLanguages: ['sv', 'en'],
  allowsMachineTexts: true,
  phone: '0100-12 34 56',
  hours: { week: [[], [], [], [], [], [], []], exceptions: new Map() },
  departments: new Map(),
  routing: [],
  texts: new Map(
    (Object.keys(wordingKeys) as WordingKey[]).map((key) => [key, texts(key, wordingOf[key] ?? `[${key}]`)]),
  ),
  commandWords: new Map(
    Object.entries(commandWords).map(([language, words]) => [
      language,
      new Map(Object.entries(words) as [Command, readonly string[]][]),
    ]),
  ),
  welcomeTopics: [],
  callBackDialog: 'ring-upp',
  personIdDialogs: [],
  placesOutside: ['Storköping', 'Grannby'],
  keepDays: {},
}

const now = new Date('2026-12-02T09:00:00Z')

export const environment: WalkEnvironment = {
  now,
  // A Wednesday.
  today: '2026-12-02',
  language: 'sv',
  channel: 'web',
  city,
  conversationId: 'web:test',
  mask: (text, readable = []) => maskInCity(city, now)(text, { readable }).text,
}
