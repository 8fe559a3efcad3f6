// The faults of dialogs, the city file and the actions file. `docs/checks.md` explains each code.
import type { Finding, Place, Severity, TextEdit } from '../../contracts/basics/finding'

/** Every code this room gives, with how severe it is unless a check says otherwise. */
export const dialogCodes = {
  D001: 'error',
  D002: 'error',
  D004: 'error',
  D005: 'error',
  D010: 'error',
  D011: 'error',
  D012: 'error',
  D020: 'warning',
  D021: 'error',
  D022: 'error',
  D023: 'error',
  D024: 'warning',
  D030: 'error',
  D031: 'error',
  D032: 'error',
  D033: 'warning',
  D034: 'warning',
  D035: 'warning',
  D036: 'error',
  D037: 'error',
  D038: 'error',
  D060: 'error',
  D064: 'warning',
  D040: 'error',
  D041: 'error',
  D042: 'warning',
  D043: 'warning',
  D044: 'warning',
  T001: 'error',
  T003: 'error',
  T004: 'warning',
  T010: 'warning',
  T011: 'warning',
  T012: 'error',
  T020: 'warning',
  T021: 'warning',
  T022: 'error',
  T023: 'warning',
  T024: 'warning',
  T025: 'warning',
  T026: 'error',
  T027: 'error',
  T028: 'warning',
  T030: 'warning',
  T031: 'warning',
  T032: 'warning',
  T043: 'warning',
  N001: 'error',
  N002: 'warning',
  N003: 'warning',
  N004: 'error',
  N005: 'error',
  N006: 'warning',
  A001: 'error',
  A002: 'warning',
  A003: 'warning',
  A004: 'error',
  X001: 'warning',
  X002: 'warning',
  X003: 'warning',
} as const satisfies Record<string, Severity>
export type DialogCode = keyof typeof dialogCodes

export interface Words {
  readonly message: { readonly sv: string; readonly en: string }
  readonly hint?: { readonly sv: string; readonly en: string }
}

/** What is wrong in Swedish and English, and what to do about it. */
export const words = (sv: string, en: string, hintSv?: string, hintEn?: string): Words => ({
  message: { sv, en },
  ...(hintSv !== undefined && hintEn !== undefined && { hint: { sv: hintSv, en: hintEn } }),
})

export const finding = (
  code: DialogCode,
  place: Place,
  { message, hint }: Words,
  extra: { readonly fix?: TextEdit; readonly severity?: Severity } = {},
): Finding => ({
  code,
  severity: extra.severity ?? dialogCodes[code],
  place,
  message,
  ...(hint && { hint }),
  ...(extra.fix && { fix: extra.fix }),
})
