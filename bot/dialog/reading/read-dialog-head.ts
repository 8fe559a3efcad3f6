// Who answers for a dialog, until when, and what may interrupt it.
import { isEmpty, valueOf, type YamlMap } from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import { words } from '../finding'
import type { Dialog } from '../model'
import type { DialogSetting } from './dialog-setting'
import { checkKeys, headOf, optionalDate, optionalMap, optionalText } from './read-fields'
import { reportUnknown, type Report } from './report'

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
  } else if (!departments.includes(owner.text)) {
    reportUnknown(report, 'A001', writtenText(owner), departments, {
      sv: 'ingen enhet i city.yaml',
      en: 'no department of city.yaml',
    })
  }
  return owner?.text
}

export function readValidity(root: YamlMap, { today, report }: DialogSetting): Dialog['valid'] {
  const map = optionalMap(root, 'valid', report)
  if (map === undefined) return {}
  checkKeys(map, ['from', 'to', 'review'], { sv: 'under "valid"', en: 'under "valid"' }, report)
  const dates = ['from', 'to', 'review'].flatMap((name) => {
    const date = optionalDate(map, name, report)
    return date === undefined ? [] : [[name, date] as const]
  })
  const review = valueOf(map, 'review')
  if (review?.kind === 'scalar' && review.text < today && !isEmpty(review)) {
    report.fault(
      'A002',
      review,
      words(
        `dialogen skulle ha setts över den ${review.text}`,
        `the dialog was due for review on ${review.text}`,
        'Läs igenom den och sätt ett nytt datum.',
        'Read it through and set a new date.',
      ),
    )
  }
  return Object.fromEntries(dates)
}

export function readInterrupt(root: YamlMap, report: Report): Dialog['interrupt'] {
  const scalar = optionalText(root, 'interrupt', report)
  if (scalar === undefined || scalar.text === 'all') return 'all'
  if (scalar.text === 'questions' || scalar.text === 'none') return scalar.text
  reportUnknown(report, 'D005', writtenText(scalar), ['all', 'questions', 'none'], {
    sv: 'inget val här',
    en: 'no choice here',
  })
  return 'all'
}
