// The texts of one file of dialogs by their names, in all languages, with the place of each.
import { textKey, type Texts } from '../../../contracts/talk/texts'
import type { Language } from '../../../contracts/talk/language'
import { sourceLanguage } from '../../../contracts/talk/language'
import type { Channel } from '../../../contracts/talk/message'
import type { WrittenText } from '../../../yaml/written-text'
import type { Variable } from '../../texts/compiled-message'
import { checkMessage, type CheckedMessage } from '../../texts/check-message'
import type { Report } from './report'

export interface TextEntry {
  readonly texts: Texts
  /** `name` for titles, labels and choices, which may be the same in two languages. */
  readonly kind: 'text' | 'name'
  /** Text key → where it is written, and its placeholders when it is sound. */
  readonly written: ReadonlyMap<
    string,
    { readonly text: WrittenText; readonly variables: readonly Variable[] | undefined }
  >
}

export interface TextTable {
  readonly entries: ReadonlyMap<string, TextEntry>
  /** Adds one text, checked as a message; gives the entry's texts, which grow as translations come in. */
  add(text: AddedText): Texts
}

export interface AddedText {
  readonly id: string
  readonly kind: TextEntry['kind']
  readonly language?: Language
  readonly channel?: Channel
  readonly text: WrittenText
  readonly isMachine?: boolean
}

export function createTextTable(report: Report): TextTable {
  const entries = new Map<
    string,
    TextEntry & {
      readonly byKey: Map<string, string>
      readonly machine: Set<Language>
      readonly written: Map<string, { text: WrittenText; variables: readonly Variable[] | undefined }>
    }
  >()
  return {
    entries,
    add: ({ id, kind, language = sourceLanguage, channel, text, isMachine = false }) => {
      const [byKey, machine] = [new Map<string, string>(), new Set<Language>()]
      const entry = entries.get(id) ?? {
        texts: { id, byKey, machine },
        byKey,
        machine,
        kind,
        written: new Map(),
      }
      entries.set(id, entry)
      if (isMachine) entry.machine.add(language)
      const key = textKey(language, channel)
      const checked: CheckedMessage = text.damaged
        ? { variables: undefined, findings: [] }
        : checkMessage(text, language)
      checked.findings.forEach((found) => report.add(found))
      if (checked.variables !== undefined) entry.byKey.set(key, text.text)
      entry.written.set(key, { text, variables: checked.variables })
      return entry.texts
    },
  }
}
