// How D040 words what is wrong with a condition.
import { words } from '../../model/finding'
import type { Expression } from '../../model/condition'
import { slice, type WrittenText } from '../../../yaml/written-text'
import { reportUnknown, type Report } from '../fields/report'

/** Where a condition stands, and who is told of it. */
export interface Telling {
  readonly written: WrittenText
  readonly report: Report
}

export type Comparing = Expression & { readonly kind: 'compare' }

export function reportNeither(written: WrittenText, report: Report): void {
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

/** A choice's code where a name should stand: `kind is a or b`. */
export function reportCodeAsName(at: WrittenText, owner: string, report: Report): void {
  const name = at.text
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

/** Something to the left of `inside` or `has` that is of another type. */
export function reportWrongLeft(
  left: Expression,
  { isNot, type }: { readonly isNot: { readonly sv: string; readonly en: string }; readonly type: string },
  { written, report }: Telling,
): void {
  const at = slice(written, left.span.start, left.span.end)
  const said = words(
    `"${at.text}" är ${isNot.sv}`,
    `"${at.text}" is ${isNot.en}`,
    `Skriv namnet på en fråga med type: ${type}.`,
    `Write the name of a question with type: ${type}.`,
  )
  report.fault('D040', at.place(0, at.text.length), said)
}

const yesNoWords: ReadonlyMap<unknown, string> = new Map([
  ['ja', 'yes'],
  ['nej', 'no'],
  ['true', 'yes'],
  ['false', 'no'],
])

/** `danger is ja`; true when it was told. */
export function reportSwedishYesNo(right: Expression, { written, report }: Telling): boolean {
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

export function reportCode(
  kind: { readonly codes: readonly string[] },
  right: Expression,
  { written, report }: Telling,
): void {
  const codes = kind.codes.join(', ')
  const at = slice(written, right.span.start, right.span.end)
  const what = { sv: `inget av ${codes}`, en: `not one of ${codes}` }
  reportUnknown(report, 'D040', at, kind.codes, what, {
    sv: 'Skriv koden, som står före kolonet under choices.',
    en: 'Write the code, which stands before the colon under choices.',
  })
}

/** A list has many answers, so it is never equal to one. */
export function reportListAsOne(expression: Comparing, { written, report }: Telling): void {
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

export function reportClash(expression: Expression, { written, report }: Telling): void {
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
