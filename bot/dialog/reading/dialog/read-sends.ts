// Reads `user: { photo: 1 }` of a test: the resident sends pictures or documents.
import type { Place } from '../../../contracts/basics/finding'
import type { YamlMap } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { ResidentLine } from '../../model/dialog-test'
import { sentWords } from '../fields/field-words'
import { reportUnusable } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

/** D001 for what cannot be sent, D005 for what is no number of it. */
export function readSends(map: YamlMap, place: Place, report: Report): ResidentLine | undefined {
  const [entry, ...more] = map.entries
  if (entry === undefined || more.length > 0) {
    reportUnusable(
      report,
      more[0]?.key ?? map,
      'invånaren skickar en sak i taget: user: { photo: 1 }',
      'the resident sends one thing at a time: user: { photo: 1 }',
    )
    return undefined
  }
  const { key, value } = entry
  if (!(sentWords as readonly string[]).includes(key.text)) {
    reportUnknown(report, 'D001', writtenText(key), sentWords, {
      sv: 'inget som går att skicka',
      en: 'nothing that can be sent',
    })
    return undefined
  }
  const count = value.kind === 'scalar' && /^[1-9]$/.test(value.text) ? Number(value.text) : 0
  if (count === 0) {
    reportUnusable(
      report,
      value,
      'skriv hur många som skickas, från 1 till 9',
      'write how many are sent, from 1 to 9',
    )
    return undefined
  }
  return { kind: 'sends', what: key.text === 'photo' ? 'photo' : 'pdf', count, place }
}
