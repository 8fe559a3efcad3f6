// Rows of which few entries are not zero, packed one after the other.

export interface SparseRow {
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** Row `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive) of `columns` and `values`. */
export interface SparseRows {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

export const rowCountOf = (rows: SparseRows): number => rows.starts.length - 1

/** Where the entries of each row begin when they stand one after the other, and after the last where they end. */
export function startsOf(rows: readonly { readonly columns: Int32Array }[]): Int32Array {
  const starts = new Int32Array(rows.length + 1)
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.columns.length
  return starts
}

export function packRows(rows: readonly SparseRow[]): SparseRows {
  const starts = startsOf(rows)
  const columns = new Int32Array(starts[rows.length] ?? 0)
  const values = new Float32Array(columns.length)
  for (const [at, row] of rows.entries()) {
    columns.set(row.columns, starts[at])
    values.set(row.values, starts[at])
  }
  return { starts, columns, values }
}
