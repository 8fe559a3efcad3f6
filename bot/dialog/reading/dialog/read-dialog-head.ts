// Who answers for a dialog, how long an open talk keeps its version, and what may interrupt it.
import { valueOf, type YamlMap } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { Dialog } from '../../model/model'
import type { DialogSetting } from '../names/dialog-setting'
import { interruptions } from '../fields/field-words'
import type { NameTable } from '../names/name-table'
import { asText, headOf, optionalMap, optionalText, reportUnusable } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

export function readOwner(root: YamlMap, { departments, report }: DialogSetting): string | undefined {
  const owner = optionalText(root, 'owner', report)
  if (owner === undefined) {
    if (valueOf(root, 'owner') === undefined) {
      report.fault(
        'A001',
        headOf(root),
        words(
          'dialogen har ingen ägare',
          'the dialog has no owner',
          'Lägg till owner: med en enhet ur city.yaml.',
          'Add owner: with a department of city.yaml.',
        ),
      )
    }
  } else if (departments?.includes(owner.text) === false) {
    reportUnknown(report, 'A001', writtenText(owner), departments, {
      sv: 'ingen enhet i city.yaml',
      en: 'no department of city.yaml',
    })
  }
  return owner?.text
}

const hoursIn: Readonly<Record<string, number>> = { h: 1, hour: 1, hours: 1, day: 24, days: 24 }
const usualPinHours = 24
/** Longer, and a law that changed would be known by no open talk. */
const longestPinHours = 7 * 24

/** `pin: 24 h`, `pin: 3 days`, `pin: 0 h`: how long an open talk keeps the version it was begun with. */
export function readPin(root: YamlMap, report: Report): number {
  const scalar = optionalText(root, 'pin', report)
  if (scalar === undefined) return usualPinHours
  const [, count, unit] = /^(\d{1,3}) ?(h|hours?|days?)$/.exec(scalar.text.trim()) ?? []
  const hours = Number(count) * (hoursIn[unit ?? ''] ?? Number.NaN)
  if (hours <= longestPinHours) return hours
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är ingen tid mellan 0 h och 7 days`,
    `"${scalar.text}" is no time between 0 h and 7 days`,
    'Skriv timmar eller dagar: 24 h, 3 days.',
    'Write hours or days: 24 h, 3 days.',
  )
  return usualPinHours
}

/** `renamed: { plats: place }`: D040 when no question has the new name, D004 when one still has the old. */
export function readRenamed(root: YamlMap, names: NameTable, report: Report): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const { key, value } of optionalMap(root, 'renamed', report)?.entries ?? []) {
    const to = asText(value, key.text, report)
    if (to === undefined || names.someUnknown) continue
    if (!names.has(to.text))
      reportUnknown(report, 'D040', writtenText(to), names.keys(), {
        sv: 'inget svar i dialogen',
        en: 'no answer of the dialog',
      })
    else if (names.has(key.text))
      report.fault(
        'D004',
        key,
        words(
          `namnet "${key.text}" används fortfarande`,
          `the name "${key.text}" is still used`,
          'Till vänster står det gamla namnet, som ingen fråga har längre.',
          'On the left stands the old name, which no question has any more.',
        ),
      )
    else renamed.set(key.text, to.text)
  }
  return renamed
}

export function readInterrupt(root: YamlMap, report: Report): Dialog['interrupt'] {
  const scalar = optionalText(root, 'interrupt', report)
  if (scalar === undefined) return 'all'
  const known = interruptions.find((one) => one === scalar.text)
  if (known !== undefined) return known
  reportUnknown(report, 'D005', writtenText(scalar), interruptions, {
    sv: 'inget val här',
    en: 'no choice here',
  })
  return 'all'
}
