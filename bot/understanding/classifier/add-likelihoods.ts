// What a naive Bayes model says of the same rows, added to the planes: it errs elsewhere, so that both together err less.
import type { LabelledRows } from './train-planes'

/** As if a class had been read so much of what all classes say together, before its own texts. */
const priorMass = 30
/** How much a natural logarithm of a likelihood ratio adds to a score. */
const share = 0.03

/**
 * Adds the log likelihood of each class with Dirichlet smoothing, less what is the same for all classes:
 * `ln(1 + n / (mass · p)) - ln(total + mass)`, of which features that a class never had give the second term alone
 * (Zhai & Lafferty, "A Study of Smoothing Methods for Language Models Applied to Information Retrieval", TOIS 22:2, 2004).
 * Counts are the rows' weights (Rennie, Shih, Teevan & Karger, "Tackling the Poor Assumptions of Naive Bayes Text
 * Classifiers", ICML 2003).
 * @param weights of column `c` for class `k` at `c * classCount + k`
 * @returns class → the second term, which every feature of a text adds
 */
export function addLikelihoods(weights: Float32Array, data: LabelledRows): Float32Array {
  const { labels, classCount, columnCount } = data
  const { ofClass, ofAll } = totalWeights(data)
  const { starts, rows, values } = byColumn(data)
  const counts = new Float32Array(classCount)
  for (let column = 0; column < columnCount; column += 1) {
    const end = starts[column + 1] ?? 0
    let ofColumn = 0
    for (let entry = starts[column] ?? 0; entry < end; entry += 1) {
      const label = labels[rows[entry] ?? 0] ?? 0
      const value = values[entry] ?? 0
      counts[label] = (counts[label] ?? 0) + value
      ofColumn += value
    }
    const expected = (priorMass * ofColumn) / ofAll
    for (let entry = starts[column] ?? 0; entry < end; entry += 1) {
      const label = labels[rows[entry] ?? 0] ?? 0
      const count = counts[label] ?? 0
      // The class of an earlier row of the column has been done.
      if (count === 0) continue
      const at = column * classCount + label
      weights[at] = (weights[at] ?? 0) + share * Math.log(1 + count / expected)
      counts[label] = 0
    }
  }
  const logs = Float64Array.from(ofClass, (total) => Math.log(total + priorMass))
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, classCount)
  return Float32Array.from(logs, (log) => share * (mean - log))
}

function totalWeights({ rows, labels, classCount }: LabelledRows) {
  const ofClass = new Float64Array(classCount)
  let ofAll = 0
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? -1
    if (label < 0) continue
    const end = rows.starts[row + 1] ?? 0
    for (let entry = rows.starts[row] ?? 0; entry < end; entry += 1) {
      const value = rows.values[entry] ?? 0
      ofClass[label] = (ofClass[label] ?? 0) + value
      ofAll += value
    }
  }
  return { ofClass, ofAll }
}

/** The entries of rows that belong to a class, column by column, in the order of their rows: no table of all classes is needed. */
function byColumn({ rows, labels, columnCount }: LabelledRows) {
  const starts = new Int32Array(columnCount + 1)
  const eachEntry = (visit: (column: number, entry: number, row: number) => void): void => {
    for (let row = 0; row < labels.length; row += 1) {
      if ((labels[row] ?? -1) < 0) continue
      const end = rows.starts[row + 1] ?? 0
      for (let entry = rows.starts[row] ?? 0; entry < end; entry += 1)
        visit(rows.columns[entry] ?? 0, entry, row)
    }
  }
  eachEntry((column) => {
    starts[column + 1] = (starts[column + 1] ?? 0) + 1
  })
  for (let column = 0; column < columnCount; column += 1)
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0)
  const next = starts.slice()
  const ofRows = new Int32Array(starts[columnCount] ?? 0)
  const values = new Float32Array(ofRows.length)
  eachEntry((column, entry, row) => {
    const at = next[column] ?? 0
    ofRows[at] = row
    values[at] = rows.values[entry] ?? 0
    next[column] = at + 1
  })
  return { starts, rows: ofRows, values }
}
