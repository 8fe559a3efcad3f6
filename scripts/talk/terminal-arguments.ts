// The options that `chat` and `ask` share, read and refused in one place. Their `--lang` is that of the talk, so they speak Swedish only.
import { parseArgs } from 'node:util'
import type { Content } from '../../bot/content/content'
import { channels, type Channel } from '../../bot/contracts/talk/message'
import { explainOptions } from '../command/explain-options'

export interface TerminalArguments {
  readonly language: string
  readonly channel: Channel
  readonly json: boolean
  readonly file: string | undefined
  readonly text: string
}

/** Reads the arguments; prints `usage` and ends the process for `--help` and for wrong ones. */
export function readTerminalArguments(usage: string): TerminalArguments {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'sv' },
        channel: { type: 'string', default: 'web' },
        json: { type: 'boolean', default: false },
        file: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return leave(usage, 0)
    const channel = channels.find((known) => known === values.channel)
    if (channel === undefined)
      return leave(`--channel är ${channels.join(' eller ')}, inte "${values.channel}"\n\n${usage}`, 2)
    return {
      language: values.lang,
      channel,
      json: values.json,
      file: values.file,
      text: positionals.join(' ').trim(),
    }
  } catch (error) {
    return leave(`${explainOptions(error, 'sv')}\n\n${usage}`, 2)
  }
}

/**
 * The languages are known when the content is read, so this is asked later than the rest.
 * @param where - names the wish for whoever reads the refusal: `--lang`
 * @throws Error that says which languages there are
 */
export function demandLanguage({ city }: Content, language: string, where = '--lang'): void {
  if (city.languages.includes(language)) return
  const known = new Intl.ListFormat('sv', { type: 'disjunction' }).format(city.languages)
  throw new Error(`${where} är ${known}, som är språken i dialogs/city.yaml, inte "${language}"`)
}

function leave(text: string, exitCode: number): never {
  ;(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(exitCode)
}
