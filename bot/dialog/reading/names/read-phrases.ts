// `gatlyktan på <place=Storgatan 12> är trasig` → a start phrase with its marked values.
import type { Place } from '../../../contracts/basics/finding'
import type { YamlScalar } from '../../../yaml/node'
import { slice, writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { StartPhrase } from '../../model/model'
import type { NameTable } from './name-table'
import { reportUnknown, type Report } from '../fields/report'

/** A start phrase with the place it is written at. */
export interface WrittenPhrase extends StartPhrase {
  readonly at: YamlScalar
}

/** N005 for a mark whose name is no question of the dialog, and for one that is not closed. */
export function readPhrase(scalar: YamlScalar, names: NameTable, report: Report): WrittenPhrase {
  const written = writtenText(scalar)
  const mark = /<([\p{L}\d_.]+)=([^<>]*)>/gu
  const marks: { readonly name: string; readonly text: string }[] = []
  for (const found of scalar.text.matchAll(mark)) {
    const [, name = '', text = ''] = found
    marks.push({ name, text: text.trim() })
    const role = names.get(name)?.role
    if (role === 'answer' || names.someUnknown) continue
    const answers = [...names.values()].filter((known) => known.role === 'answer').map((known) => known.name)
    const at = slice(written, found.index + 1, found.index + 1 + name.length)
    reportUnknown(report, 'N005', at, answers, {
      sv: 'ingen fråga i dialogen',
      en: 'no question of the dialog',
    })
  }
  const open = /<([\p{L}\d_.]+)=[^<>]*(?=<|$)/u.exec(scalar.text)
  if (open !== null && !scalar.damaged)
    reportOpenMark(written.place(open.index, open.index + open[0].trimEnd().length), open[1] ?? '', report)
  return {
    text: scalar.text.replace(mark, '$2').trim(),
    masked: scalar.text.replace(mark, (_, name: string) => `_${name}_`).trim(),
    marks,
    at: scalar,
  }
}

const reportOpenMark = (at: Place, name: string, report: Report): void =>
  report.fault(
    'N005',
    at,
    words(
      `märket "<${name}=" stängs inte, så invånarens svar hittas inte`,
      `the mark "<${name}=" is not closed, so the resident's answer is not found`,
      'Skriv ">" efter de ord som är svaret, som i <place=Storgatan 12>.',
      'Write ">" after the words that are the answer, as in <place=Storgatan 12>.',
    ),
  )
