// Whether a dialog may ask for a personal identity number: its own file and city.yaml must both say so.
import { scalarOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import { writtenText } from '../../../yaml/written-text'
import type { DialogReading } from '../names/dialog-reading'
import type { DialogSetting } from '../names/dialog-setting'
import { optionalText } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

/** Reads `allows`; D005 for what cannot be allowed. */
export function readMayAskPersonId(
  root: YamlMap,
  { departments, personIdDialogs, report }: DialogSetting,
): boolean {
  const allows = valueOf(root, 'allows') === undefined ? undefined : optionalText(root, 'allows', report)
  if (allows === undefined) return false
  if (allows.text !== 'person-id') {
    reportUnknown(report, 'D005', writtenText(allows), ['person-id'], {
      sv: 'inget som kan tillåtas',
      en: 'nothing that can be allowed',
    })
    return false
  }
  // A city.yaml that cannot be used has its own finding.
  return departments === undefined || personIdDialogs.includes(scalarOf(root, 'dialog')?.text ?? '')
}

/** D036 at the type. */
export function checkPersonId(
  parts: readonly string[],
  type: YamlScalar,
  { mayAskPersonId, report }: DialogReading,
): void {
  if (!parts.includes('person-id') || mayAskPersonId) return
  report.fault(
    'D036',
    type,
    words(
      'den här dialogen får inte fråga efter personnummer',
      'this dialog may not ask for a personal identity number',
      'Fråga efter något annat. Måste det till: skriv allows: person-id i dialogen och dess namn under "person id dialogs:" i city.yaml.',
      'Ask for something else. If it must be: write allows: person-id in the dialog, and its name under "person id dialogs:" in city.yaml.',
    ),
  )
}
