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
  const { classCount } = data
  const { counts, ofColumn, ofClass, ofAll } = countWeights(data)
  for (let column = 0, at = 0; column < ofColumn.length; column += 1) {
    const expected = (priorMass * (ofColumn[column] ?? 0)) / ofAll
    for (let k = 0; k < classCount; k += 1, at += 1) {
      const count = counts[at] ?? 0
      if (count > 0) weights[at] = (weights[at] ?? 0) + share * Math.log(1 + count / expected)
    }
  }
  const logs = Float64Array.from(ofClass, (total) => Math.log(total + priorMass))
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, classCount)
  return Float32Array.from(logs, (log) => share * (mean - log))
}

function countWeights({ rows, labels, classCount, columnCount }: LabelledRows) {
  const counts = new Float32Array(columnCount * classCount)
  const ofColumn = new Float64Array(columnCount)
  const ofClass = new Float64Array(classCount)
  let ofAll = 0
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? -1
    if (label < 0) continue
    const end = rows.starts[row + 1] ?? 0
    for (let entry = rows.starts[row] ?? 0; entry < end; entry += 1) {
      const column = rows.columns[entry] ?? 0
      const value = rows.values[entry] ?? 0
      const at = column * classCount + label
      counts[at] = (counts[at] ?? 0) + value
      ofColumn[column] = (ofColumn[column] ?? 0) + value
      ofClass[label] = (ofClass[label] ?? 0) + value
      ofAll += value
    }
  }
  return { counts, ofColumn, ofClass, ofAll }
}
