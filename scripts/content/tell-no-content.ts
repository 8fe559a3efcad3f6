// What is said when the files that a command was to look at are not there.
import type { ContentFiles } from './content-files'
import { explainFileError } from '../command/explain-options'
import type { FindingLanguage } from '../command/render-findings'

export const cannotRead = (path: string | undefined, error: unknown, language: FindingLanguage): string =>
  language === 'sv'
    ? `${path ?? 'Innehållet'} går inte att läsa: ${explainFileError(error, language)}. Skriv namnet på en dialog, till exempel felanmalan, eller en fil, till exempel dialogs/felanmalan.yaml.`
    : `Cannot read ${path ?? 'the content'}: ${(error as Error).message}. Write the name of a dialog, such as felanmalan, or a file, such as dialogs/felanmalan.yaml.`

export function nothingThere(
  path: string | undefined,
  { dialogs }: ContentFiles,
  language: FindingLanguage,
): string {
  const names = dialogs.flatMap(({ path: file, text }) =>
    /^dialog:/m.test(text) ? [file.replace(/^.*\/|\.ya?ml$/g, '')] : [],
  )
  const known = names.join(', ')
  if (path === undefined || names.length === 0)
    return language === 'sv'
      ? 'Här finns ingen fil som slutar på .yaml eller .md.'
      : 'There is no .yaml or .md file to check here.'
  return language === 'sv'
    ? `Det finns ingen dialog, artikel, fil eller mapp som heter ${path}. Dialogerna är: ${known}.`
    : `There is no dialog, article, file or folder called ${path}. The dialogs are: ${known}.`
}
