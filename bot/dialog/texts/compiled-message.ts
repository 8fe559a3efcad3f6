// One ICU message made ready once: apostrophes as staff write them, no tags, and what it needs to be filled in.
import { IntlMessageFormat } from 'intl-messageformat'
import { localeOf, type Language } from '../../contracts/talk/language'
import { showNumber } from './show-number'

/** The parts of a parsed message that this house looks at. */
export type MessagePart = ReturnType<IntlMessageFormat['getAst']>[number]

export interface Variable {
  readonly name: string
  /** Its number chooses the wording: `{days, plural, …}`. */
  readonly plural: boolean
}

export interface CompiledMessage {
  readonly format: (values: Readonly<Record<string, string | number>>) => string
  readonly parts: readonly MessagePart[]
  readonly variables: readonly Variable[]
}

const partKinds = [
  'literal',
  'argument',
  'number',
  'date',
  'time',
  'select',
  'plural',
  'pound',
  'tag',
] as const
export type PartKind = (typeof partKinds)[number]

/** The kind of a part, which the ICU parser gives as a number. */
export const kindOf = (part: MessagePart): PartKind => partKinds[part.type]

/**
 * Compiles a message. Throws a `SyntaxError` with a `location` for broken braces or plurals, as the ICU parser does,
 * and a `RangeError` for one that is nested without end; the checker tells both as T001.
 */
export function compileMessage(message: string, language: Language): CompiledMessage {
  const parts = IntlMessageFormat.__parse?.(doubleApostrophes(message), {
    ignoreTag: true,
    captureLocation: true,
  })
  if (parts === undefined) throw new Error('intl-messageformat came without its parser')
  // Looking up a locale costs more than reading the text, and of thousands of texts a process shows few.
  let shown: IntlMessageFormat | undefined
  const ready = () => (shown ??= new IntlMessageFormat(parts.map(toShown), localeOf(language)))
  return {
    format: (values) => String(ready().format({ ...values, ...shownNumbers(values, language) })),
    parts,
    variables: variablesIn(parts),
  }
}

const shownName = (name: string): string => `shown ${name}`

/** `{fee}` beside `{fee, plural, …}` needs the number in words of the language, which ICU gives to `{fee, number}` only. */
function toShown(part: MessagePart): MessagePart {
  if (kindOf(part) === 'argument' && 'value' in part) return { ...part, value: shownName(part.value) }
  if (!('options' in part)) return part
  const options = Object.entries(part.options).map(([key, option]) => [
    key,
    { ...option, value: option.value.map(toShown) },
  ])
  return { ...part, options: Object.fromEntries(options) as typeof part.options }
}

const shownNumbers = (
  values: Readonly<Record<string, string | number>>,
  language: Language,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      shownName(name),
      typeof value === 'number' ? showNumber(value, language) : value,
    ]),
  )

/** In ICU an apostrophe begins a quotation; staff mean an apostrophe when they write one. */
const doubleApostrophes = (message: string): string => message.replaceAll("'", "''")

/** The offset in the message as written, from one in the message with doubled apostrophes. */
export function writtenOffset(message: string, offset: number): number {
  let doubled = 0
  let at = 0
  while (doubled < offset && at < message.length) {
    doubled += message.charAt(at) === "'" ? 2 : 1
    at += 1
  }
  return at
}

function variablesIn(parts: readonly MessagePart[]): readonly Variable[] {
  const found = new Map<string, boolean>()
  const visit = (part: MessagePart) => {
    if (!('value' in part) || kindOf(part) === 'literal') return
    found.set(part.value, found.get(part.value) === true || kindOf(part) === 'plural')
    if ('options' in part) Object.values(part.options).forEach((option) => option.value.forEach(visit))
  }
  parts.forEach(visit)
  return [...found].map(([name, plural]) => ({ name, plural }))
}
