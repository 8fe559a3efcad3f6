// The faults of YAML itself, before anyone asks what the text means. `docs/checks.md` explains each code.
import type { Finding, Severity, TextEdit } from '../contracts/basics/finding'
import type { Source } from './source'

/** Every code this room gives, with how severe it is. */
export const yamlCodes = {
  Y001: 'error',
  Y010: 'error',
  Y011: 'error',
  Y012: 'error',
  Y013: 'error',
  Y014: 'error',
} as const satisfies Record<string, Severity>
export type YamlCode = keyof typeof yamlCodes

export interface YamlFault {
  readonly code: YamlCode
  readonly start: number
  readonly end: number
  readonly sv: string
  readonly en: string
  readonly hint?: { readonly sv: string; readonly en: string }
  readonly fix?: TextEdit
}

export const yamlFinding = (source: Source, fault: YamlFault): Finding => ({
  code: fault.code,
  severity: yamlCodes[fault.code],
  place: source.place(fault.start, fault.end),
  message: { sv: fault.sv, en: fault.en },
  ...(fault.hint && { hint: fault.hint }),
  ...(fault.fix && { fix: fault.fix }),
})
