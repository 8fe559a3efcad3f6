// `kind is Roddbåt eller kanot`: what residents see of a choice, where its code belongs.
import type { WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { NameTable } from './name-table'
import type { Report } from '../fields/report'

const comparison = /^\s*(?:not\s+)?([\p{L}\d_.]+)\s+is(?:\s+not)?\s+(\S.*?)\s*$/u

/** D040 in the place of what the parser stumbled over; true when it was told. */
export function reportLabel(
  written: WrittenText,
  { names, report }: { readonly names: NameTable; readonly report: Report },
): boolean {
  const [, name = '', shown = ''] = comparison.exec(written.text) ?? []
  const wanted = withoutQuotes(shown)
  const [code] = [...(names.get(name)?.labels ?? [])].find(([, label]) => isSame(label, wanted)) ?? []
  if (code === undefined) return false
  const end = written.text.trimEnd().length
  const start = end - shown.length
  report.fault(
    'D040',
    written.place(start, end),
    words(
      `"${wanted}" är vad invånaren ser, och ett villkor har koden: skriv "${code}"`,
      `"${wanted}" is what residents see, and a condition has the code: write "${code}"`,
    ),
    { fix: written.edit(start, end, code) },
  )
  return true
}

const withoutQuotes = (text: string): string => text.replace(/^["']|["']$/g, '')
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
