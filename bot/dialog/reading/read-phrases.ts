// `gatlyktan på <place=Storgatan 12> är trasig` → a start phrase with its marked values.
import type { YamlScalar } from '../../yaml/node'
import { slice, writtenText } from '../../yaml/written-text'
import type { StartPhrase } from '../model'
import type { NameTable } from './name-table'
import { reportUnknown, type Report } from './report'

/** A start phrase with the place it is written at. */
export interface WrittenPhrase extends StartPhrase {
  readonly at: YamlScalar
}

/** N005 for a mark whose name is no question of the dialog. */
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
  return {
    text: scalar.text.replace(mark, '$2').trim(),
    masked: scalar.text.replace(mark, (_, name: string) => `_${name}_`).trim(),
    marks,
    at: scalar,
  }
}
