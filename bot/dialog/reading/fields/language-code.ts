// The code of a language, as staff write it in city.yaml and at the head of a translation.
import type { YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { Report } from './report'

/** Two or three small letters that `Intl` knows how to count in. */
export const isLanguageCode = (text: string): boolean =>
  /^[a-z]{2,3}$/.test(text) && Intl.PluralRules.supportedLocalesOf(text).length > 0

export const reportNoLanguage = (at: YamlScalar, report: Report): void =>
  report.fault(
    'D005',
    at,
    words(
      `"${at.text}" är ingen språkkod`,
      `"${at.text}" is no language code`,
      'Skriv till exempel en, ar eller fi.',
      'Write for example en, ar or fi.',
    ),
  )
