// Where a phrase stands, so that whoever mends it can open the place.
import type { ContentFile } from '../../../bot/content/content-files'

/** A marked value, `<place=Storgatan 12>`, is a masked one to the classifier: `_place_`. */
const marked = /<([\p{L}\p{N}-]+)=[^>]*>/gu

const comparable = (line: string): string =>
  line
    .replace(/^\s*-\s+/, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(marked, '_$1_')
    .trim()

/** The files of a topic in a language: `dialogs/grovsopor.en.yaml` of `dialog:grovsopor`. */
function pathOf(label: string, language: string): string {
  const [kind, id = ''] = label.split(':')
  const suffix = language === 'sv' ? '' : `.${language}`
  return kind === 'dialog' ? `dialogs/${id}${suffix}.yaml` : `knowledge/${id}${suffix}.md`
}

/** `dialogs/grovsopor.yaml:12`; without the line when the phrase stands there in a form that is not found. */
export function placeOfPhrase(
  { text, label, language }: { readonly text: string; readonly label: string; readonly language: string },
  files: readonly ContentFile[],
): string {
  const path = pathOf(label, language)
  const lines = files.find((file) => file.path === path)?.text.split('\n') ?? []
  const at = lines.findIndex((line) => comparable(line) === text)
  return at < 0 ? path : `${path}:${at + 1}`
}
