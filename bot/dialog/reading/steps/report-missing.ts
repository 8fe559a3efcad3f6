// What a dialog cannot do without, or should not: steps, tests, and enough start phrases in each language.
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { DialogSetting } from '../names/dialog-setting'
import { reportUncalled } from './read-call'
import { headOf } from '../fields/read-fields'
import type { WrittenPhrase } from '../names/read-phrases'
import type { Report } from '../fields/report'

interface Present {
  readonly hasSteps: boolean
  readonly hasTests: boolean
  readonly phrases: ReadonlyMap<Language, readonly WrittenPhrase[]>
  readonly translations: ReadonlyMap<Language, YamlMap>
}

const fewestPhrases = 3

export function reportMissing(
  root: YamlMap,
  id: YamlScalar,
  present: Present,
  { callable, report }: DialogSetting,
): void {
  if (!present.hasSteps && isEmptyField(root, 'steps')) reportNoSteps(root, id, report)
  const isShared = isEmptyField(root, 'start')
  if (isShared && callable.takenFrom(id.text) === undefined) reportUncalled(id, { report })
  if (!present.hasTests && !isShared && isEmptyField(root, 'tests')) {
    report.fault(
      'X001',
      id,
      words(
        'dialogen har inga prov',
        'the dialog has no tests',
        'Lägg till ett prov under tests:.',
        'Add a test under tests:.',
      ),
    )
  }
  for (const [language, ofLanguage] of present.phrases) {
    if (isShared || ofLanguage.length >= fewestPhrases) continue
    const at = language === sourceLanguage ? id : headOf(present.translations.get(language) ?? root)
    report.fault(
      'N002',
      at,
      words(
        `bara ${ofLanguage.length} startfraser på "${language}"; ${fewestPhrases} behövs för att känna igen frågan`,
        `only ${ofLanguage.length} start phrases in "${language}"; ${fewestPhrases} are needed to recognise the question`,
        'Skriv fler under start:, med ord som invånare använder.',
        'Write more under start:, in words that residents use.',
      ),
    )
  }
}

function reportNoSteps(root: YamlMap, id: YamlScalar, report: Report): void {
  const heading = entryOf(root, 'steps')?.key
  if (heading === undefined)
    report.fault(
      'D005',
      id,
      words('dialogen har inga steg', 'the dialog has no steps', 'Lägg till steps:.', 'Add steps:.'),
    )
  else
    report.fault(
      'D005',
      heading,
      words(
        '"steps:" har inga rader under sig',
        '"steps:" has no lines below it',
        'Skriv stegen där, vart och ett med "- " först.',
        'Write the steps there, each with "- " first.',
      ),
    )
}

export function isEmptyField(root: YamlMap, key: string): boolean {
  const value = valueOf(root, key)
  return value === undefined || isEmpty(value) || (value.kind === 'list' && value.items.length === 0)
}
