// D040: names, choice codes and types of a condition, with what was probably meant.
import { isIsoDate } from '../../../hours/calendar-day'
import { takesWord, wordsBehind, type Expression } from '../../model/condition'
import {
  reportClash,
  reportCode,
  reportCodeAsName,
  reportListAsOne,
  reportNeither,
  reportSwedishYesNo,
  reportWrongLeft,
  type Comparing,
  type Telling,
} from './condition-faults'
import { words } from '../../model/finding'
import type { WrittenText } from '../../../yaml/written-text'
import { slice } from '../../../yaml/written-text'
import type { NameTable } from './name-table'
import { reportUnknown, type Report } from '../fields/report'
import { codesNear } from './codes-near'

/** What is known of an expression's value; no types = anything. */
export interface Kind {
  readonly types: readonly string[]
  readonly codes: readonly string[]
}

interface Checking extends Telling {
  readonly names: NameTable
  /** Codes of the comparison before, for `kind is a or b`. */
  readonly codesNearby: ReadonlyMap<string, string>
}

const anything: Kind = { types: [], codes: [] }
const yesNo: Kind = { types: ['yes/no'], codes: [] }
const ofType = (type: string): Kind => ({ types: [type], codes: [] })

/** Checks a resolved expression and gives what kind of value it has. */
export function checkCondition(
  expression: Expression,
  written: WrittenText,
  names: NameTable,
  report: Report,
): Kind {
  return kindOf(expression, { written, names, report, codesNearby: codesNear(expression, names) })
}

/** A condition must be a yes or a no. */
export function checkIsYesNo(kind: Kind, written: WrittenText, report: Report): void {
  if (!fits(kind, ['yes/no'])) reportNeither(written, report)
}

const fits = (kind: Kind, types: readonly string[]): boolean =>
  kind.types.length === 0 || kind.types.some((type) => types.includes(type))

function kindOf(expression: Expression, checking: Checking): Kind {
  switch (expression.kind) {
    case 'literal':
      return kindOfLiteral(expression.value)
    case 'name':
      return kindOfName(expression, checking)
    case 'given':
    case 'missing':
      kindOfName({ ...expression, span: nameSpan(expression, checking) }, checking)
      return yesNo
    case 'list':
      expression.items.forEach((item) => kindOf(item, checking))
      return ofType('list')
    case 'not':
      requireYesNo(expression.part, checking)
      return yesNo
    case 'all':
    case 'any':
      expression.parts.forEach((part) => requireYesNo(part, checking))
      return yesNo
    case 'compare':
      checkComparison(expression, checking)
      return yesNo
    case 'sum':
      return kindOfSum(expression, checking)
    case 'if': {
      requireYesNo(expression.condition, checking)
      const then = kindOf(expression.then, checking)
      const otherwise = kindOf(expression.else, checking)
      return then.types.join() === otherwise.types.join() ? then : anything
    }
    case 'today':
      return ofType('date')
    case 'size':
      kindOf(expression.of, checking)
      return ofType('number')
  }
}

function kindOfLiteral(value: string | number | boolean): Kind {
  if (typeof value === 'number') return ofType('number')
  if (typeof value === 'boolean') return yesNo
  return isIsoDate(value) ? ofType('date') : ofType('text')
}

type Named = { readonly name: string; readonly span: { readonly start: number; readonly end: number } }

function kindOfName({ name, span }: Named, { written, names, report, codesNearby }: Checking): Kind {
  const known = names.get(name)
  if (known !== undefined) return { ...known, types: known.types.map(comparedAs) }
  if (names.someUnknown) return anything
  const owner = codesNearby.get(name)
  const at = slice(written, span.start, span.end)
  if (wordsForToday.has(name)) {
    const said = words(`skriv "today()" i stället för "${name}"`, `write "today()" instead of "${name}"`)
    report.fault('D040', at.place(0, name.length), said, { fix: at.edit(0, name.length, 'today()') })
    return ofType('date')
  }
  if (owner === undefined) {
    reportUnknown(report, 'D040', at, names.keys(), {
      sv: 'inget svar i dialogen',
      en: 'no answer of the dialog',
    })
  } else {
    reportCodeAsName(at, owner, report)
  }
  return anything
}

const wordsForToday: ReadonlySet<string> = new Set(['today', 'idag'])

/** Kinds of answers that are compared like another. */
const comparedAs = (type: string): string => likeTypes.get(type) ?? type
const likeTypes = new Map([
  ['money', 'number'],
  ['choices', 'list'],
  ['pick', 'text'],
  ['photo', 'list'],
  ['file', 'list'],
])

function nameSpan(expression: Expression & { readonly name: string }, { written }: Checking): Named['span'] {
  const { start, end } = expression.span
  const at = written.text.slice(start, end).indexOf(expression.name)
  const from = at === -1 ? start : start + at
  return { start: from, end: from + expression.name.length }
}

function requireYesNo(part: Expression, checking: Checking): void {
  const kind = kindOf(part, checking)
  checkIsYesNo(kind, slice(checking.written, part.span.start, part.span.end), checking.report)
}

function checkComparison(expression: Comparing, checking: Checking): void {
  const { comparison, left, right } = expression
  const kind = kindOf(left, checking)
  const isSingle = comparison === 'is' || comparison === 'is not'
  if (takesWord(comparison)) checkWord(expression, comparison, kind, checking)
  else if (isSingle && kind.types.includes('list')) reportListAsOne(expression, checking)
  else if (isSingle) checkEqual(kind, right, expression, checking)
  else if (comparison === 'in' && right.kind === 'list') {
    for (const item of right.items)
      checkEqual(kind.types.includes('list') ? { ...kind, types: [] } : kind, item, expression, checking)
  } else if (comparison === 'in') kindOf(right, checking)
  else checkOrder(expression, kind, checking)
}

function checkOrder(expression: Comparing, kind: Kind, checking: Checking): void {
  if (expression.comparison === 'contains' && kind.types.includes('list')) {
    const { right } = expression
    const items = right.kind === 'list' ? right.items : [right]
    for (const item of items) checkEqual({ ...kind, types: [] }, item, expression, checking)
    return
  }
  const other = kindOf(expression.right, checking)
  if (expression.comparison === 'contains') {
    const { right } = expression
    if (right.kind === 'literal' && kind.codes.length > 0 && !kind.codes.includes(String(right.value)))
      reportCode(kind, right, checking)
    if (!fits(kind, ['list', 'text', 'address', 'email', 'phone'])) reportClash(expression, checking)
    return
  }
  const orders = ['number', 'date', 'time']
  const clash = !fits(kind, orders) || !fits(other, orders) || !comparable(kind, other)
  if (clash) reportClash(expression, checking)
}

/** What may stand to the left of each, and what its word is called. */
const ofWord = {
  inside: {
    types: ['address'],
    left: { sv: 'ingen adress', en: 'no address' },
    what: { sv: 'inget område', en: 'no area' },
  },
  has: {
    types: ['text', 'address', 'email', 'phone'],
    left: { sv: 'ingen text', en: 'no text' },
    what: { sv: 'inget som en text kan ha', en: 'nothing that a text can have' },
  },
} as const

function checkWord(
  expression: Comparing,
  comparison: keyof typeof wordsBehind,
  kind: Kind,
  checking: Checking,
): void {
  const { left, right } = expression
  const { types, left: isNot, what } = ofWord[comparison]
  if (!fits(kind, types)) {
    reportWrongLeft(left, { isNot, type: types[0] }, checking)
    return
  }
  if (right.kind === 'literal' && right.value === wordsBehind[comparison]) return
  const word = slice(checking.written, right.span.start, right.span.end)
  reportUnknown(checking.report, 'D040', word, [wordsBehind[comparison]], what)
}

function checkEqual(kind: Kind, right: Expression, whole: Comparing, checking: Checking): void {
  if (right.kind === 'literal' && kind.codes.length > 0 && !kind.types.includes('list')) {
    if (!kind.codes.includes(String(right.value))) reportCode(kind, right, checking)
    return
  }
  if (fits(kind, ['yes/no']) && kind.types.length > 0 && reportSwedishYesNo(right, checking)) return
  if (!comparable(kind, kindOf(right, checking))) reportClash(whole, checking)
}

/** Types whose values are texts and may be compared with any text. */
const textual = ['text', 'choice', 'address', 'phone', 'email', 'date', 'time']

function comparable(left: Kind, right: Kind): boolean {
  if (left.types.length === 0 || right.types.length === 0) return true
  return left.types.some((type) =>
    right.types.some(
      (other) =>
        type === other ||
        (textual.includes(type) && other === 'text') ||
        (type === 'text' && textual.includes(other)),
    ),
  )
}

function kindOfSum(expression: Expression & { readonly kind: 'sum' }, checking: Checking): Kind {
  const left = kindOf(expression.left, checking)
  const right = kindOf(expression.right, checking)
  const countable = ['number', 'date']
  if (!fits(left, countable) || !fits(right, countable)) reportClash(expression, checking)
  if (left.types.includes('date')) return right.types.includes('date') ? ofType('number') : ofType('date')
  return left.types.length === 0 ? anything : ofType('number')
}
