// Puts the machine fixes into the files: one at a time, a line or the indent of a block each, and only where the check afterwards is the better for it.
import type { Finding } from '../../bot/contracts/basics/finding'

export interface MendedFile {
  readonly path: string
  readonly text: string
}

export interface Mended {
  readonly files: readonly MendedFile[]
  /** What was done, in order, with the line before and after. */
  readonly done: readonly { readonly finding: Finding; readonly before: string; readonly after: string }[]
  /** Files that were left alone because their form cannot be read. */
  readonly doubtful: readonly string[]
}

/** More than this in one go is no slip of the hand. */
const mostMends = 200

const isOfForm = ({ code }: Finding): boolean => code.startsWith('Y')

/** Errors that count against a mend. A file whose form is mended may show what it hid, so there only its form counts. */
const weightOf = (findings: readonly Finding[], mended: Finding): number =>
  findings.filter((one) => one.severity === 'error' && (!isOfForm(mended) || isOfForm(one))).length

/**
 * Mends `files`; `check` gives the findings of all of them. A file is left alone whole when a fault of its form has no mend,
 * for then nobody knows what the rest of it means.
 */
export function mendContent(
  files: readonly MendedFile[],
  check: (files: readonly MendedFile[]) => readonly Finding[],
): Mended {
  const done: { finding: Finding; before: string; after: string }[] = []
  const refused = new Set<string>()
  let now = files
  let findings = check(now)
  while (done.length < mostMends) {
    const doubtful = doubtfulIn(findings)
    const finding = findings.find(
      (one) => one.fix !== undefined && !doubtful.has(one.place.file) && !refused.has(nameOf(one)),
    )
    if (finding?.fix === undefined) break
    const tried = tryMend(now, finding)
    const after = tried === undefined ? undefined : check(tried.files)
    const helps =
      after !== undefined &&
      weightOf(after, finding) <= weightOf(findings, finding) &&
      !after.some((one) => nameOf(one) === nameOf(finding))
    if (tried === undefined || !helps) {
      refused.add(nameOf(finding))
      continue
    }
    done.push({ finding, before: tried.before, after: tried.after })
    now = tried.files
    findings = after
  }
  return { files: now, done, doubtful: [...doubtfulIn(findings)] }
}

const doubtfulIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ code, fix }) => code.startsWith('Y') && fix === undefined)
      .map(({ place }) => place.file),
  )

const nameOf = ({ code, place, message }: Finding): string =>
  [place.file, place.line, place.column, code, message.sv].join(' ')

/** Nothing but the beginnings of lines changes, as when a whole block is moved further in. */
function isIndent(before: string, after: string): boolean {
  const bare = (text: string) => text.replace(/^ +/gm, '')
  return bare(before) === bare(after)
}

/** Undefined for an edit that rewrites several lines, or stands in a file that is not here. */
function tryMend(
  files: readonly MendedFile[],
  { place, fix }: Finding,
): { readonly files: readonly MendedFile[]; readonly before: string; readonly after: string } | undefined {
  const file = files.find(({ path }) => path === place.file)
  if (file === undefined || fix === undefined) return undefined
  const { text } = file
  const replaced = text.slice(fix.start, fix.end)
  if (`${replaced}${fix.text}`.includes('\n') && !isIndent(replaced, fix.text)) return undefined
  const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end)
  const lineStart = text.lastIndexOf('\n', fix.start - 1) + 1
  const lineOf = (whole: string): string => whole.slice(lineStart).split(/\r?\n/, 1)[0] ?? ''
  return {
    files: files.map((one) => (one === file ? { ...one, text: mended } : one)),
    before: lineOf(text),
    after: lineOf(mended),
  }
}
