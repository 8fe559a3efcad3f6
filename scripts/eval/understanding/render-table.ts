// The figures as people read them in a terminal.
import type { ConfusionPair } from './confusions'
import type { LanguageFigures } from './figures'

export interface UnderstandingResult {
  readonly folds: number
  readonly seed: number
  readonly languages: readonly LanguageFigures[]
  readonly confusions: readonly (Omit<ConfusionPair, 'phrases'> & {
    /** `place`: file and line. */
    readonly phrases: readonly (ConfusionPair['phrases'][number] & { readonly place: string })[]
  })[]
}

const nameWidth = 32
const cellWidth = 10
const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)} %`

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(cellWidth)).join('')}`

export function renderTable({ languages, confusions, folds, seed }: UnderstandingResult): string {
  const each = (name: string, cell: (figures: LanguageFigures) => string): string =>
    row(name, languages.map(cell))
  const curve = languages.find(({ outOfScope }) => outOfScope.curve.length > 0)?.outOfScope.curve ?? []
  return [
    each(`${folds} folds, seed ${seed}`, ({ language }) => language),
    each('phrases asked', ({ phrases }) => String(phrases)),
    each('topics', ({ topics }) => String(topics)),
    each('accuracy', ({ accuracy }) => percent(accuracy)),
    each('  article and its dialog as one', ({ accuracyAsOne }) => percent(accuracyAsOne)),
    each('macro-F1', ({ macroF1 }) => percent(macroF1)),
    each('expected calibration error', (one) => percent(one.calibrationError)),
    each('texts out of scope', ({ outOfScope }) => String(outOfScope.texts)),
    each('  AUROC', ({ outOfScope: { auroc } }) => (auroc === null ? '–' : auroc.toFixed(3))),
    ...curve.map(({ inScopeRecall }, at) =>
      each(`  held back at ${inScopeRecall * 100} % let through`, ({ outOfScope }) =>
        percent(outOfScope.curve[at]?.outOfScopeRecall),
      ),
    ),
    '',
    'Accuracy when it is written otherwise',
    ...(languages[0]?.noise ?? []).map(({ kind }, at) =>
      each(`  ${kind}`, ({ noise }) => percent(noise[at]?.accuracy)),
    ),
    '',
    confusions.length === 0
      ? 'No topics were taken for one another.'
      : 'Taken for one another, the most first',
    ...confusions.flatMap(renderPair),
  ].join('\n')
}

function renderPair({ topics: [first, second], counts, phrases }: UnderstandingResult['confusions'][number]) {
  return [
    '',
    `${first} – ${second}: ${counts[0]} and ${counts[1]}`,
    ...phrases.map(({ text, takenFor, probability, place, drawnBy }) =>
      [
        `  ${place}  "${text}"`,
        `      taken for ${takenFor} (${percent(probability)})${drawnBy === undefined ? '' : `, by "${drawnBy}"`}`,
      ].join('\n'),
    ),
  ]
}
