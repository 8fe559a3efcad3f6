// The lists of `alarms/` and `calm/`: a file for each language, a text for each line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTextList, type ListedText } from '../../../bot/emergency/text-list'

export interface TextInLanguage extends ListedText {
  readonly language: string
}

/** The kind is `any kind` where several fit. */
export function readList(name: 'alarms' | 'calm'): readonly TextInLanguage[] {
  const folder = join(__dirname, name)
  return readdirSync(folder).flatMap((file) =>
    parseTextList(readFileSync(join(folder, file), 'utf8'), 'any kind').map((listed) => ({
      ...listed,
      language: file.replace('.txt', ''),
    })),
  )
}
