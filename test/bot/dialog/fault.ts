// A fault put into the sound dialog, and what is said about it; the same for every family of checks.
import type { Severity } from '../../../bot/contracts/basics/finding'
import { sentencesOf } from '../../../scripts/command/render-findings'
import { broken, compileWith, sound, type SoundFile } from './sound-dialog'

export interface WholeFault {
  readonly code: string
  readonly severity?: Severity
  /** A sound file, or one of `also`. */
  readonly file?: string
  /** Files beside the sound ones, or in their place. */
  readonly also?: Readonly<Record<string, string>>
  /** What is replaced, and by what; the finding stands on what is between « and ». */
  readonly change: readonly [piece: string, by: string]
  /** More that is replaced first, without being what the finding is about. */
  readonly first?: readonly (readonly [file: string, piece: string, by: string])[]
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

/** A piece of a file written in another way that is right, too, though it resembles the fault. */
export interface NearMiss extends Pick<WholeFault, 'code' | 'file' | 'also' | 'change' | 'first'> {
  readonly name: string
}

/** The files with the change in them, its marks still there. */
function filesOf({ file = 'nyckel.yaml', change, first = [], also = {} }: Omit<NearMiss, 'code' | 'name'>) {
  const others: Record<string, string> = { ...also }
  const replace = (name: string, piece: string, by: string): string => {
    const base = others[name]
    if (base === undefined) return broken(name as SoundFile, piece, by)
    if (!base.includes(piece)) throw new Error(`"${piece}" is not in ${name}`)
    return base.replace(piece, () => by)
  }
  for (const [name, piece, by] of first) others[name] = replace(name, piece, by)
  return { others, file, marked: replace(file, ...change) }
}

/** One test a near miss: the check has nothing to say of it. */
export function describeNearMisses(misses: readonly NearMiss[]): void {
  test.each(misses)('$code says nothing of $name', (miss) => {
    const { others, file, marked } = filesOf(miss)
    expect(marked).not.toBe(sound[file as SoundFile])
    const { findings } = compileWith({ ...others, [file]: marked })
    expect(findings.filter(({ code }) => code === miss.code)).toEqual([])
  })
}

/** One test a fault: place, severity, both sentences and the mend. */
export function describeFaults(faults: readonly WholeFault[]): void {
  test.each(faults)('$code at $change.1', (fault) => {
    const { code, severity = 'warning', sv, en, mended } = fault
    const { others, file, marked } = filesOf(fault)
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
