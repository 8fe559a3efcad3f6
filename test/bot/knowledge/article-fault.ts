// A fault put into the sound article, or something right that resembles it, and what is said about it.
import type { Severity } from '../../../bot/contracts/basics/finding'
import { sentencesOf } from '../../../scripts/command/render-findings'
import { changed, check, easy, english, swedish } from './sound-article'

export interface ArticleNearMiss {
  readonly code: string
  readonly name: string
  /** The translation or the twin is changed; the article where nothing is said. */
  readonly file?: 'en' | 'easy'
  /** The others are not there. */
  readonly alone?: true
  readonly change: readonly [piece: string, by: string]
}

export interface ArticleFault extends Omit<ArticleNearMiss, 'name'> {
  readonly severity?: Severity
  /** The first line as it is printed. The finding stands on what is between « and » in `change`. */
  readonly sv: string
  readonly en: string
  /** The file's line after the machine fix. */
  readonly mended?: string
}

const at = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

/** The finding of the code, and the article with its marks still there. */
function findingsOf({ code, file, alone, change: [piece, by] }: Omit<ArticleNearMiss, 'name'>) {
  const sound = [swedish, english, easy]
  const base = file === 'en' ? english : file === 'easy' ? easy : swedish
  const marked = changed(base, piece, by).text
  const text = marked.replace(/[«»]/g, '')
  const others = alone ? [] : sound.filter((one) => one !== base)
  const { findings } = check([{ ...base, text }, ...others])
  return { base, marked, text, found: findings.filter((finding) => finding.code === code) }
}

export function describeArticleFaults(faults: readonly ArticleFault[]): void {
  test.each(faults)('$code at $change.1', (fault) => {
    const { severity = 'warning', sv, en, mended } = fault
    const { base, marked, text, found } = findingsOf(fault)
    expect(found.map((one) => sentencesOf(one, 'sv'))).toEqual([sv])
    expect(sentencesOf(found[0]!, 'en')).toBe(en)
    expect(found[0]!.severity).toBe(severity)
    const { place, fix } = found[0]!
    expect(`${place.file} ${place.line}:${place.column}-${place.endLine}:${place.endColumn}`).toBe(
      `${base.path} ${at(text, marked.indexOf('«'))}-${at(text, marked.indexOf('»') - 1)}`,
    )
    const fixed = fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end)
    expect(fixed?.split('\n')[place.line - 1]).toBe(mended)
  })
}

export function describeArticleNearMisses(misses: readonly ArticleNearMiss[]): void {
  test.each(misses)('$code says nothing of $name', (miss) => {
    expect(findingsOf(miss).found).toEqual([])
  })
}
