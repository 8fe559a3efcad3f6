// A fault put into the sound dialog, and what is said about it; the same for every family of checks.
import type { Severity } from '../../../bot/contracts/finding'
import { sentencesOf } from '../../../scripts/render-findings'
import { broken, compileWith, type SoundFile } from './sound-dialog'

export interface WholeFault {
  readonly code: string
  readonly severity?: Severity
  readonly file?: SoundFile
  /** What is replaced, and by what; the finding stands on what is between « and ». */
  readonly change: readonly [piece: string, by: string]
  /** More that is replaced first, without being what the finding is about. */
  readonly first?: readonly (readonly [file: SoundFile, piece: string, by: string])[]
  /** The first line as it is printed. */
  readonly sv: string
  readonly en: string
  /** The file's line after the machine fix. */
  readonly mended?: string
}

const at = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

/** One test a fault: place, severity, both sentences and the mend. */
export function describeFaults(faults: readonly WholeFault[]): void {
  test.each(faults)('$code at $change.1', (fault) => {
    const { code, severity = 'warning', file = 'nyckel.yaml', change, first = [], sv, en, mended } = fault
    const others: Record<string, string> = {}
    for (const [name, piece, by] of first) {
      const text = others[name] ?? broken(name, piece, by)
      others[name] = text === others[name] ? text.replace(piece, by) : text
    }
    const base = others[file]
    const [piece, by] = change
    const marked = base === undefined ? broken(file, piece, by) : base.replace(piece, () => by)
    const start = marked.indexOf('«')
    const end = marked.indexOf('»') - 1
    const text = marked.replace(/[«»]/g, '')
    const { findings } = compileWith({ ...others, [file]: text })
    const found = findings.filter((one) => one.code === code)
    expect(found.map((one) => sentencesOf(one, 'sv'))).toEqual([sv])
    expect(sentencesOf(found[0]!, 'en')).toBe(en)
    expect(found[0]!.severity).toBe(severity)
    const { place, fix } = found[0]!
    expect(`${place.file} ${place.line}:${place.column}-${place.endLine}:${place.endColumn}`).toBe(
      `${file} ${at(text, start)}-${at(text, end)}`,
    )
    expect(fix === undefined).toBe(mended === undefined)
    if (fix === undefined) return
    const fixed = text.slice(0, fix.start) + fix.text + text.slice(fix.end)
    expect(fixed.split('\n')[place.line - 1]).toBe(mended)
    expect(compileWith({ ...others, [file]: fixed }).findings.filter((one) => one.code === code)).toEqual([])
  })
}
