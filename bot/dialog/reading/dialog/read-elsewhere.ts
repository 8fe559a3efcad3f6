// What residents ask that is not the city's to answer: examples by which the bot learns to say so.
import type { Language } from '../../../contracts/talk/language'
import { optionalList, optionalMap, textsOf } from '../fields/read-fields'
import { isLanguageCode, reportNoLanguage } from '../fields/language-code'
import { words } from '../../model/finding'
import { foldPhrase } from '../fields/fold-phrase'
import type { ReadDialog } from './read-dialog'
import type { Report } from '../fields/report'
import type { YamlMap } from '../../../yaml/node'

export interface ElsewherePhrase {
  readonly text: string
  readonly language: Language
}

/**
 * The examples of `elsewhere.yaml`, of all languages. N001 for one that starts a dialog: nobody could learn from that.
 * @param root undefined when there is no such file
 */
export function readElsewhere(
  root: YamlMap | undefined,
  dialogs: readonly ReadDialog[],
  report: Report,
): readonly ElsewherePhrase[] {
  const byLanguage = root === undefined ? undefined : optionalMap(root, 'elsewhere', report)
  if (byLanguage === undefined) return []
  const owners = new Map(
    dialogs.flatMap(({ dialog, phrases }) =>
      [...phrases.values()].flat().map(({ masked }) => [foldPhrase(masked), dialog.id] as const),
    ),
  )
  return byLanguage.entries.flatMap(({ key }) => {
    if (!isLanguageCode(key.text)) reportNoLanguage(key, report)
    return textsOf(optionalList(byLanguage, key.text, report), key.text, report).flatMap((scalar) => {
      const owner = owners.get(foldPhrase(scalar.text))
      if (owner === undefined) return [{ text: scalar.text, language: key.text }]
      report.fault(
        'N001',
        scalar,
        words(
          `"${scalar.text}" startar dialogen "${owner}"`,
          `"${scalar.text}" starts the dialog "${owner}"`,
          'Ta bort frasen här eller i dialogen.',
          'Remove the phrase here or from the dialog.',
        ),
      )
      return []
    })
  })
}
