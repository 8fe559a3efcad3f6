// Every fault an article can have: its code, how grave it is, and one way to write it down.
import type { Finding, Place, Severity } from '../contracts/basics/finding'

export const articleChecks = {
  /** A key is missing, unknown or in the wrong kind of file. */
  D001: 'error',
  /** The dialog it leads to does not exist. */
  D010: 'error',
  /** The file's name, `id`, `translates` or `language` do not agree. */
  D060: 'error',
  /** A date is none, or `validUntil` lies before `reviewed`. */
  D061: 'error',
  /** The source is no https address. */
  D062: 'error',
  /** The text does not begin with a short answer. */
  D063: 'error',
  /** Owner or department is missing or unknown. */
  A001: 'error',
  /** Withdrawn, soon withdrawn, or not read through for long. A date that passes at night must not stop the bot. */
  A002: 'warning',
  /** Two articles have the same question. */
  N001: 'error',
  /** Fewer than three questions in a language. */
  N002: 'warning',
  /** A group of synonyms with one word only. */
  N007: 'warning',
  /** A word in two groups of synonyms. */
  N008: 'error',
  /** A group of synonyms that no article has a word of. */
  N009: 'warning',
  T020: 'warning',
  /** A translation of an article that does not exist. */
  T021: 'error',
  /** A translation read through before its article was. */
  T023: 'warning',
  T024: 'warning',
  /** Machine translated, where the city does not allow it. */
  T027: 'error',
  T030: 'warning',
  T040: 'error',
  T041: 'error',
  T042: 'error',
  T043: 'warning',
  T044: 'warning',
  /** A phone number nobody can call. */
  T045: 'error',
  /** Sample data that the reader is not told about. */
  T046: 'error',
  /** A short answer of more than three sentences. */
  T047: 'warning',
  /** A twin with other figures, numbers or links than its article, or without one of them. */
  T048: 'error',
  /** A figure, a day or an address stands in the article and not in its translation, or the other way round. */
  T049: 'warning',
} as const satisfies Record<string, Severity>
export type ArticleCheck = keyof typeof articleChecks

interface Words {
  readonly sv: string
  readonly en: string
}

export const findingOf = (code: ArticleCheck, place: Place, message: Words, hint: Words): Finding => ({
  code,
  severity: articleChecks[code],
  place,
  message,
  hint,
})
