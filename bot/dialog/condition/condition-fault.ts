// What can be wrong with the form of a condition, in words that staff can act on.
import type { Token } from './condition-tokens'
import type { Span } from '../model/condition'
import { words, type Words } from '../model/finding'

/** Thrown by the condition parser to leave its descent at the first fault; never leaves `parseCondition`. */
export class ConditionFault extends Error {
  constructor(
    readonly span: Span,
    readonly words: Words,
    /** What to write in its place. */
    readonly fix?: string,
  ) {
    super(words.message.en)
  }
}

/** What people write who know another language, and what it is called here. */
const foreignSigns: Readonly<Record<string, string>> = {
  '=': 'is',
  '==': 'is',
  '!=': 'is not',
  '<>': 'is not',
  '!': 'not',
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'or',
  '≤': '<=',
  '≥': '>=',
  '–': '-',
}
const swedishWords: Readonly<Record<string, string>> = {
  är: 'is',
  inte: 'not',
  och: 'and',
  eller: 'or',
  finns: 'given',
  saknas: 'missing',
  innehåller: 'contains',
  har: 'has',
  i: 'in',
}
const foreignWord = (written: string, ours: string, span: Span): ConditionFault =>
  new ConditionFault(
    span,
    words(`skriv "${ours}" i stället för "${written}"`, `write "${ours}" instead of "${written}"`),
    ours,
  )

const splitIt = ['Dela upp det med hjälp av "values:".', 'Split it with the help of "values:".'] as const

/** For staff, long before anything breaks: nobody can read such a condition. */
export const tooLong = (longest: number): Words =>
  words(
    `villkoret är för långt (längst ${longest} tecken)`,
    `the condition is too long (${longest} characters at most)`,
    ...splitIt,
  )

export const tooManyTerms = (span: Span, most: number): ConditionFault =>
  new ConditionFault(
    span,
    words(`här läggs fler än ${most} tal ihop`, `more than ${most} numbers are added up here`, ...splitIt),
  )

export const tooDeep = (span: Span): ConditionFault =>
  new ConditionFault(
    span,
    words('villkoret är för djupt nästlat', 'the condition is nested too deeply', ...splitIt),
  )

export const comparisonChain = (span: Span): ConditionFault =>
  new ConditionFault(
    span,
    words(
      'två jämförelser står i rad utan "and" eller "or" emellan',
      'two comparisons stand in a row without "and" or "or" between',
      'Skriv till exempel "a > 1 and a < 5".',
      'Write for example "a > 1 and a < 5".',
    ),
  )

/** `2 500`, as people write a number for others to read. */
export function numberWithBlank(
  first: Token & { kind: 'number' },
  rest: Token & { kind: 'number' },
): ConditionFault {
  const whole = String(first.value * 1000 + rest.value)
  return new ConditionFault(
    { start: first.start, end: rest.end },
    words(
      `ett tal skrivs utan mellanslag här: skriv ${whole}`,
      `a number is written without blanks here: write ${whole}`,
    ),
    whole,
  )
}

export const numberWithComma = (comma: Span): ConditionFault =>
  new ConditionFault(
    comma,
    words(
      'ett tal skrivs med punkt i stället för komma här: skriv till exempel 2500.50',
      'a number is written with a dot and not with a comma here: write for example 2500.50',
    ),
    '.',
  )

export const unknownCall = (word: string, span: Span): ConditionFault =>
  new ConditionFault(
    span,
    words(
      `"${cut(word)}(…)" finns inte`,
      `there is no "${cut(word)}(…)"`,
      'De som finns är if(villkor, ja-värde, nej-värde), today() och size(lista).',
      'Those that exist are if(condition, yes value, no value), today() and size(list).',
    ),
  )

/** Longest part of a condition that is shown in a sentence. */
const shownLength = 40
const cut = (written: string): string =>
  written.length > shownLength ? `${written.slice(0, shownLength)}…` : written

/** `wanted` is the sign that had to come here, if only one could. */
export function unexpectedToken(token: Token, wanted?: string): ConditionFault {
  if (token.kind === 'stray') return strayFault(token.text, token)
  const sv = wanted === undefined ? '' : `; "${wanted}" väntades`
  const en = wanted === undefined ? '' : `; "${wanted}" was expected`
  if (token.kind === 'end') {
    return new ConditionFault(
      { start: Math.max(0, token.start - 1), end: token.end },
      words(
        `villkoret slutar för tidigt${sv}`,
        `the condition ends too early${en}`,
        'Skriv klart det: "kind is ice", "place given".',
        'Finish it: "kind is ice", "place given".',
      ),
    )
  }
  const written = cut(token.kind === 'number' ? String(token.value) : token.text)
  const ours = Object.hasOwn(swedishWords, written) ? swedishWords[written] : undefined
  if (ours !== undefined) return foreignWord(written, ours, token)
  return new ConditionFault(
    token,
    words(
      `"${written}" passar inte här i villkoret${sv}`,
      `"${written}" does not fit here in the condition${en}`,
      'Ett villkor ser ut som "kind is ice" eller "count > 2 and place given"; ett val skrivs med sin kod, som är ett ord.',
      'A condition looks like "kind is ice" or "count > 2 and place given"; a choice is written by its code, which is one word.',
    ),
  )
}

function strayFault(text: string, span: Span): ConditionFault {
  const ours = Object.hasOwn(foreignSigns, text) ? foreignSigns[text] : undefined
  if (ours !== undefined) {
    return foreignWord(text, ours, span)
  }
  return new ConditionFault(
    span,
    /^["'”“]/.test(text)
      ? words(
          'ett citattecken stängs aldrig',
          'a quote is never closed',
          'Skriv " också efter texten.',
          'Write " after the text, too.',
        )
      : words(
          `tecknet "${text}" används inte i villkor`,
          `the sign "${text}" is not used in conditions`,
          'Ta bort det. De tecken som finns är < <= > >= + - ( ) och komma.',
          'Remove it. The signs there are: < <= > >= + - ( ) and the comma.',
        ),
  )
}
