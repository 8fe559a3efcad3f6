// D040: names, choice codes and types of a condition, with what was probably meant.
import { isIsoDate } from '../../../hours/calendar-day'
import { takesWord, wordsBehind, type Expression } from '../../model/condition'
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

interface Checking {
  readonly written: WrittenText
  readonly names: NameTable
  readonly report: Report
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
  if (fits(kind, ['yes/no'])) return
  report.fault(
    'D040',
    written.place(0, written.text.length),
    words(
      `"${written.text}" är varken ja eller nej`,
      `"${written.text}" is neither yes nor no`,
      'Jämför med något, till exempel "… is yes" eller "given …".',
      'Compare it with something, for example "… is yes" or "given …".',
    ),
  )
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
    report.fault(
      'D040',
      at.place(0, name.length),
      words(
        `"${name}" är inget svar i dialogen`,
        `"${name}" is no answer of the dialog`,
        `Skriv "${owner} in (…, ${name})" eller "or ${owner} is ${name}".`,
        `Write "${owner} in (…, ${name})" or "or ${owner} is ${name}".`,
      ),
    )
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

type Comparing = Expression & { readonly kind: 'compare' }

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
    const at = slice(checking.written, left.span.start, left.span.end)
    const said = words(
      `"${at.text}" är ${isNot.sv}`,
      `"${at.text}" is ${isNot.en}`,
      `Skriv namnet på en fråga med type: ${types[0]}.`,
      `Write the name of a question with type: ${types[0]}.`,
    )
    checking.report.fault('D040', at.place(0, at.text.length), said)
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

const yesNoWords: ReadonlyMap<unknown, string> = new Map([
  ['ja', 'yes'],
  ['nej', 'no'],
  ['true', 'yes'],
  ['false', 'no'],
])

/** `danger is ja`; true when it was told. */
function reportSwedishYesNo(right: Expression, { written, report }: Checking): boolean {
  const ours = right.kind === 'literal' ? yesNoWords.get(right.value) : undefined
  if (ours === undefined) return false
  const { start, end } = right.span
  const theirs = written.text.slice(start, end)
  report.fault(
    'D040',
    written.place(start, end),
    words(`skriv "${ours}" i stället för "${theirs}"`, `write "${ours}" instead of "${theirs}"`),
    { fix: written.edit(start, end, ours) },
  )
  return true
}

function reportCode(kind: Kind, right: Expression, { written, report }: Checking): void {
  const codes = kind.codes.join(', ')
  const at = slice(written, right.span.start, right.span.end)
  const what = { sv: `inget av ${codes}`, en: `not one of ${codes}` }
  reportUnknown(report, 'D040', at, kind.codes, what, {
    sv: 'Skriv koden, som står före kolonet under choices.',
    en: 'Write the code, which stands before the colon under choices.',
  })
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

/** A list has many answers, so it is never equal to one. */
function reportListAsOne(expression: Comparing, { written, report }: Checking): void {
  const { span, left } = expression
  const name = written.text.slice(left.span.start, left.span.end)
  report.fault(
    'D040',
    written.place(span.start, span.end),
    words(
      `"${name}" är en lista och kan inte vara lika med ett svar`,
      `"${name}" is a list and cannot be equal to one answer`,
      `Skriv "${name} contains …" eller "${name} in (…)".`,
      `Write "${name} contains …" or "${name} in (…)".`,
    ),
  )
}

function reportClash(expression: Expression, { written, report }: Checking): void {
  const { start, end } = expression.span
  const text = written.text.slice(start, end)
  report.fault(
    'D040',
    written.place(start, end),
    words(
      `"${text}" jämför saker av olika slag`,
      `"${text}" compares things of different kinds`,
      'Ja/nej jämförs med yes eller no, tal med tal, datum med datum, val med valens koder.',
      'Yes/no is compared with yes or no, numbers with numbers, dates with dates, choices with their codes.',
    ),
  )
}
