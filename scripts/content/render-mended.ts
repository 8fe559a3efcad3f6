// Tells what `--fix` has done, line by line.
import type { Mended } from './mend-content'
import { sentencesOf, type FindingLanguage } from '../command/render-findings'

export function renderMended({ done, doubtful }: Mended, language: FindingLanguage): readonly string[] {
  const inSwedish = language === 'sv'
  const changes = done.map(
    ({ finding, before, after }) =>
      `${inSwedish ? 'rättat' : 'mended'} ${finding.place.file}:${finding.place.line} ${finding.code} ${sentencesOf(finding, language)}\n    - ${before.trim()}\n    + ${after.trim()}\n`,
  )
  const left = doubtful.map((file) =>
    inSwedish
      ? `${file} är inte rörd: rätta först felen i formen (Y001 och liknande) för hand.\n`
      : `${file} is not touched: first mend the faults of its form (Y001 and the like) by hand.\n`,
  )
  const none = inSwedish ? 'Inget gick att rätta av sig självt.\n' : 'Nothing could be mended by itself.\n'
  return changes.length + left.length === 0 ? [none] : [...changes, ...left]
}
