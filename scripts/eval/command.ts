// What every evaluation has in common: its arguments, its files of one JSON object a line, and how it tells a fault.
import { readFileSync } from 'node:fs'

/** A wrong argument or file: told to the one who called, without a stack. */
export class UsageError extends Error {}

export type JsonLine = Readonly<Record<string, unknown>>

/** Arguments as `read` finds them; a wrong one is told with the usage. */
export function readArguments<Values>(read: () => { readonly values: Values }, usage: string): Values {
  try {
    return read().values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

/** The text of a line, which every file of texts has. @throws UsageError at `place` when it has none */
export function textOf({ text }: JsonLine, place: string): string {
  if (typeof text !== 'string') throw new UsageError(`${place}: "text" has to be a string`)
  return text
}

/**
 * Reads a file of one JSON object a line (UTF-8; a byte-order mark and empty lines are passed over).
 * @param toItem is given the object and its place, `file:line`
 * @throws UsageError for a file that cannot be read or a line that is none
 */
export function readJsonLines<Item>(
  file: string,
  toItem: (line: JsonLine, place: string) => Item,
): readonly Item[] {
  return withoutByteOrderMark(textOfFile(file))
    .split(/\r?\n/)
    .flatMap((line, at) =>
      line.trim() === '' ? [] : [toItem(parse(line, `${file}:${at + 1}`), `${file}:${at + 1}`)],
    )
}

/** Editors of Windows begin a file with it. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '')

function textOfFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as Error).message})`)
  }
}

function parse(line: string, place: string): JsonLine {
  try {
    return (JSON.parse(line) ?? {}) as JsonLine
  } catch (error) {
    throw new UsageError(`${place}: this line is no JSON (${(error as Error).message})`)
  }
}

/** Runs an evaluation; exit code 2 for what the caller did wrong. */
export async function runEvaluation(main: () => void | Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
