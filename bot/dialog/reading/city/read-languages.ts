// Which languages the city speaks, whole or in part, and whether a machine may have translated them.
import type { City } from '../../../contracts/city/city'
import { sourceLanguage } from '../../../contracts/talk/language'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { machinePermissions } from '../fields/field-words'
import { isLanguageCode, reportNoLanguage } from '../fields/language-code'
import { optionalList, optionalText, textsOf } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

export function readLanguages(
  root: YamlMap,
  report: Report,
): Pick<City, 'languages' | 'wholeLanguages' | 'allowsMachineTexts'> {
  const whole = readCodes(root, 'languages', report)
  const inPart = readCodes(root, 'languages in part', report)
  const wholeLanguages = whole.length === 0 ? [sourceLanguage] : whole.map(({ text }) => text)
  for (const scalar of inPart.filter(({ text }) => wholeLanguages.includes(text)))
    report.fault(
      'D004',
      scalar,
      words(
        `"${scalar.text}" står redan under languages`,
        `"${scalar.text}" stands under languages already`,
        'Ta bort det från en av raderna: ett språk talas helt, eller till en del.',
        'Remove it from one of the lines: a language is spoken whole, or in part.',
      ),
    )
  return {
    languages: [...new Set([...wholeLanguages, ...inPart.map(({ text }) => text)])],
    wholeLanguages,
    allowsMachineTexts: readPermission(root, report),
  }
}

function readCodes(root: YamlMap, key: string, report: Report): readonly YamlScalar[] {
  const written = textsOf(optionalList(root, key, report), key, report)
  for (const scalar of written) if (!isLanguageCode(scalar.text)) reportNoLanguage(scalar, report)
  return written.filter(({ text }) => isLanguageCode(text))
}

/** Where nothing is said, no: a city answers for what it says. */
function readPermission(root: YamlMap, report: Report): boolean {
  const scalar = optionalText(root, 'machine translations', report)
  const known: readonly string[] = machinePermissions
  if (scalar !== undefined && !known.includes(scalar.text))
    reportUnknown(report, 'D005', writtenText(scalar), machinePermissions, {
      sv: 'varken allowed eller forbidden',
      en: 'neither allowed nor forbidden',
    })
  return scalar?.text === 'allowed'
}
