// Where the readers put what they find. A fault on a damaged node is not told: YAML's own finding stands there already.
import type { Finding, Place, Severity, TextEdit } from '../../../contracts/basics/finding'
import type { YamlNode } from '../../../yaml/node'
import { nearest } from '../../../yaml/nearest'
import type { WrittenText } from '../../../yaml/written-text'
import { meantBy } from './own-words'
import { finding, words, type DialogCode, type Words } from '../../model/finding'

export interface Report {
  /** How many findings there are by now; two counts tell whether anything was found between them. */
  count(): number
  add(finding: Finding): void
  fault(
    code: DialogCode,
    at: YamlNode | Place,
    said: Words,
    extra?: { readonly fix?: TextEdit; readonly severity?: Severity },
  ): void
}

/** Collects findings into `list`. */
export const createReport = (list: Finding[]): Report => ({
  count: () => list.length,
  add: (found) => list.push(found),
  fault: (code, at, said, extra) => {
    if ('damaged' in at && at.damaged) return
    list.push(finding(code, 'place' in at ? at.place : at, said, extra))
  },
})

const shownNames = 12

/**
 * Tells an unknown name: what it is not, and what was probably meant. `what` finishes "… is", and `otherwise` is
 * said instead of the list of known names when none is near.
 */
export function reportUnknown(
  report: Report,
  code: DialogCode,
  written: WrittenText,
  known: Iterable<string>,
  what: { readonly sv: string; readonly en: string },
  otherwise?: { readonly sv: string; readonly en: string },
): void {
  const names = [...known]
  const name = written.text
  const meant = meantBy(name, names) ?? nearest(name, names)
  const list = names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ' …' : '')
  const hint =
    meant !== undefined
      ? ([`Menade du "${meant}"?`, `Did you mean "${meant}"?`] as const)
      : otherwise !== undefined
        ? ([otherwise.sv, otherwise.en] as const)
        : list === ''
          ? ([undefined, undefined] as const)
          : ([`De som finns: ${list}.`, `Those that exist: ${list}.`] as const)
  report.fault(
    code,
    written.place(0, name.length),
    words(`"${name}" är ${what.sv}`, `"${name}" is ${what.en}`, ...hint),
    meant === undefined ? {} : { fix: written.edit(0, name.length, meant) },
  )
}
