// A fault in what staff wrote: data with a place, never an exception.

export type Severity = 'error' | 'warning'

/** A half-open range of a file. Lines and columns count from 1, in UTF-16 code units as editors do. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Replaces `[start, end)` (offsets in the file's text) by `text`. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Finding {
  /** `D001`, `Y010` … as `docs/checks.md` lists them. */
  readonly code: string
  /** An error blocks publishing; a warning is shown. */
  readonly severity: Severity
  readonly place: Place
  /** One plain sentence on what is wrong, in each language of staff. */
  readonly message: { readonly sv: string; readonly en: string }
  /** What to do. */
  readonly hint?: { readonly sv: string; readonly en: string }
  readonly fix?: TextEdit
}

/** Place, code and sentence on one line: `dialogs/grovsopor.yaml:4:8 D010 there is no …`. */
export const findingLine = ({ place, code, message }: Finding, language: 'sv' | 'en'): string =>
  `${place.file}:${place.line}:${place.column} ${code} ${message[language]}`
