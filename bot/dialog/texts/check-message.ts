// Whether a text is a sound ICU message in its language: braces, plurals, and every plural form the language has.
import type { Finding } from '../../contracts/basics/finding'
import type { Language } from '../../contracts/talk/language'
import type { WrittenText } from '../../yaml/written-text'
import { compileMessage, kindOf, writtenOffset, type MessagePart, type Variable } from './compiled-message'
import { finding, words, type Words } from '../model/finding'

/** Longest text, and deepest nesting of braces, that is handed to the ICU parser. */
const maxLength = 5_000
const maxNesting = 10

export interface CheckedMessage {
  /** Undefined when the message is broken. */
  readonly variables: readonly Variable[] | undefined
  readonly findings: readonly Finding[]
}

/** Checks one text of one language. A broken message gives one T001; missing plural forms give one each. */
export function checkMessage(written: WrittenText, language: Language): CheckedMessage {
  const { text } = written
  const broken = (start: number, end: number, said: Words): CheckedMessage => ({
    variables: undefined,
    findings: [finding('T001', written.place(start, end), said)],
  })
  if (text.length > maxLength) {
    return broken(0, text.length, words('texten är för lång', 'the text is too long'))
  }
  const tooDeep = deepBrace(text)
  if (tooDeep !== undefined) {
    return broken(tooDeep, tooDeep + 1, words('för många { inuti varandra', 'too many { inside each other'))
  }
  try {
    const { parts, variables } = compileMessage(text, language)
    return { variables, findings: checkParts(parts, written, language) }
  } catch (error) {
    const { start, end } = faultSpan(error, text)
    return broken(start, end, wordsFor(error, text.slice(start)))
  }
}

function deepBrace(text: string): number | undefined {
  let nesting = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    nesting += character === '{' ? 1 : character === '}' ? -1 : 0
    if (nesting > maxNesting) return at
  }
  return undefined
}

interface ParserFault {
  readonly message: string
  readonly location: {
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }
}

const isParserFault = (error: unknown): error is ParserFault => error instanceof Error && 'location' in error

function faultSpan(error: unknown, text: string): { readonly start: number; readonly end: number } {
  if (!isParserFault(error)) return { start: 0, end: text.length }
  const start = writtenOffset(text, error.location.start.offset)
  return { start, end: Math.max(start + 1, writtenOffset(text, error.location.end.offset)) }
}

const placeholderForm = {
  sv: 'En plats för ett svar skrivs {namn}. Vanliga klammerparenteser kan inte stå i en text.',
  en: 'A place for an answer is written {name}. Plain braces cannot stand in a text.',
} as const
const pluralForm = {
  sv: 'Skriv till exempel {antal, plural, one {# dag} other {# dagar}}.',
  en: 'Write for example {count, plural, one {# day} other {# days}}.',
} as const

/** By the name of the ICU parser's error. */
const faultWords: Readonly<Record<string, Words>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: words(
    'en klammerparentes { stängs aldrig',
    'a brace { is never closed',
    placeholderForm.sv,
    placeholderForm.en,
  ),
  EMPTY_ARGUMENT: words(
    'klammerparentesen {} är tom',
    'the braces {} are empty',
    placeholderForm.sv,
    placeholderForm.en,
  ),
  MALFORMED_ARGUMENT: words(
    'det som står i klammerparentesen är inget namn',
    'what stands in the braces is no name',
    placeholderForm.sv,
    placeholderForm.en,
  ),
  INVALID_ARGUMENT_TYPE: words(
    'bara {namn} och {namn, plural, …} finns',
    'only {name} and {name, plural, …} exist',
    pluralForm.sv,
    pluralForm.en,
  ),
  MISSING_OTHER_CLAUSE: words(
    'böjningen saknar "other {…}"',
    'the plural lacks "other {…}"',
    pluralForm.sv,
    pluralForm.en,
  ),
}

/** `after` is the text from the fault on: without a closing brace in it, that is what is missing. */
function wordsFor(error: unknown, after: string): Words {
  const name = isParserFault(error) ? error.message : ''
  const isOpen = name === 'MALFORMED_ARGUMENT' && !after.includes('}')
  const known = faultWords[isOpen ? 'EXPECT_ARGUMENT_CLOSING_BRACE' : name]
  return (
    known ??
    words(
      'klammerparenteserna eller böjningen går inte att läsa',
      'the braces or the plural cannot be read',
      pluralForm.sv,
      pluralForm.en,
    )
  )
}

function checkParts(
  parts: readonly MessagePart[],
  written: WrittenText,
  language: Language,
): readonly Finding[] {
  return parts.flatMap((part) => {
    if (kindOf(part) === 'plural' && 'options' in part) {
      const inside = Object.values(part.options).flatMap(({ value }) => checkParts(value, written, language))
      return [...checkPlural(part, written, language), ...inside]
    }
    if (['literal', 'argument', 'pound'].includes(kindOf(part))) return []
    const said = words(
      `"{${'value' in part ? part.value : ''}, …}" har en form som inte används här`,
      `"{${'value' in part ? part.value : ''}, …}" has a form that is not used here`,
      'Svar visas redan som text på rätt språk: skriv {namn}. För antal: plural.',
      'Answers are shown as text in the right language already: write {name}. For counts: plural.',
    )
    return [finding('T001', placeOfPart(part, written), said)]
  })
}

function checkPlural(part: MessagePart, written: WrittenText, language: Language): readonly Finding[] {
  if (!('options' in part) || !('pluralType' in part)) return []
  const forms = Object.keys(part.options)
  const missing = missingForms(forms, language, part.pluralType)
  if (missing.length === 0) return []
  const list = missing.map((form) => `"${form}"`).join(', ')
  return [
    finding(
      'T001',
      placeOfPart(part, written),
      words(
        `böjningen av {${part.value}} saknar ${list}, som språket "${language}" behöver`,
        `the plural of {${part.value}} lacks ${list}, which the language "${language}" needs`,
        `Lägg till ${missing.map((form) => `${form} {…}`).join(' ')}.`,
        `Add ${missing.map((form) => `${form} {…}`).join(' ')}.`,
      ),
    ),
  ]
}

/** Whole numbers whose forms a text must know; forms used by fractions or millions only are not asked for. */
const counted = Array.from({ length: 1001 }, (_, number) => number)

/**
 * Plural forms of the language (CLDR, through `Intl.PluralRules`) that a text lacks. `=0` and `other` alone tell
 * "none" from "some" and need no more; an exact `=1` stands for a form that only 1 takes.
 */
function missingForms(
  forms: readonly string[],
  language: Language,
  type: Intl.PluralRulesOptions['type'],
): readonly string[] {
  if (forms.includes('=0') && forms.every((form) => form === '=0' || form === 'other')) return []
  const exact = new Set(forms.filter((form) => form.startsWith('=')).map((form) => Number(form.slice(1))))
  const rules = new Intl.PluralRules(language, type === undefined ? {} : { type })
  const needed = new Set(counted.filter((number) => !exact.has(number)).map((number) => rules.select(number)))
  return [...needed].filter((form) => !forms.includes(form))
}

const placeOfPart = (part: MessagePart, written: WrittenText) => {
  const { text } = written
  const start = part.location?.start.offset ?? 0
  const end = part.location?.end.offset ?? text.length
  return written.place(writtenOffset(text, start), writtenOffset(text, end))
}
