// `F-2026-000123`: what residents call a case by, and what they make of it when they write it.

export const caseNumberOf = (year: string, number: number): string =>
  `F-${year}-${String(number).padStart(6, '0')}`

export const isCaseNumber = (text: string): boolean => /^F-20\d\d-\d{6,9}$/.test(text)

/** With spaces, without its dashes or its zeros: `f 2026 123`. */
const written = /(?<![\p{L}\d])f[-–—\s]?(20\d\d)[-–—\s]?(\d{1,9})(?!\d)/giu

/** Every number in a text, as we write it, each once. */
export const caseNumbersIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(written)].map(([, year = '', number = '']) => caseNumberOf(year, Number(number))),
  ),
]
