// Who made a translation: a person, or a machine whose text nobody has read through yet.
import type { Language } from '../../../contracts/talk/language'
import type { YamlMap } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { translators } from './field-words'
import { optionalText } from './read-fields'
import { reportUnknown, type Report } from './report'

export interface Translation {
  readonly language: Language
  readonly root: YamlMap
  /** Residents are told that a machine made it. */
  readonly isMachine: boolean
}

/** Those that residents may be shown: what a machine made is left out where the city does not allow it. */
export function readTranslated(
  documents: ReadonlyMap<Language, YamlMap>,
  allowsMachineTexts: boolean,
  report: Report,
): readonly Translation[] {
  const translations = [...documents].map(([language, root]) => ({
    language,
    root,
    isMachine: readMachine(root, allowsMachineTexts, report),
  }))
  return translations.filter(({ isMachine }) => !isMachine || allowsMachineTexts)
}

/** T027. */
function readMachine(root: YamlMap, isAllowed: boolean, report: Report): boolean {
  const by = optionalText(root, 'translated', report)
  const known: readonly string[] = translators
  if (by === undefined) return false
  if (!known.includes(by.text)) {
    reportUnknown(report, 'D005', writtenText(by), known, {
      sv: 'inget som en översättning kan vara',
      en: 'nothing that a translation can be',
    })
  } else if (!isAllowed) {
    report.fault(
      'T027',
      by,
      words(
        'staden tillåter inte maskinöversatta texter',
        'the city does not allow machine translated texts',
        'Låt en människa läsa igenom översättningen och ta bort raden, eller skriv machine translations: allowed i city.yaml.',
        'Have a person read the translation through and remove the line, or write machine translations: allowed in city.yaml.',
      ),
    )
  }
  return known.includes(by.text)
}
