// The lists of `alarms/` and `calm/`: a file for each language, a text for each line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ListedText {
  readonly text: string
  readonly language: string
  /** From the heading above it: `# fire`; `any kind` where several fit. */
  readonly kind: string
}

export function readList(name: 'alarms' | 'calm'): readonly ListedText[] {
  const folder = join(__dirname, name)
  return readdirSync(folder).flatMap((file) => readFile(join(folder, file), file.replace('.txt', '')))
}

function readFile(path: string, language: string): readonly ListedText[] {
  let kind = 'any kind'
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) kind = line.slice(2)
      return line === '' || line.startsWith('# ') ? [] : [{ text: line, language, kind }]
    })
}
