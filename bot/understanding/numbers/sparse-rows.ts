// Rows of which few entries are not zero, packed one after the other.

export interface SparseRow {
  readonly columns: Uint32Array
  readonly values: Float32Array
}

/** Row `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive) of `columns` and `values`. */
export interface SparseRows {
  readonly starts: Int32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
}

export const rowCountOf = (rows: SparseRows): number => rows.starts.length - 1

/** In the memory of all rows. */
export function rowAt({ starts, columns, values }: SparseRows, at: number): SparseRow {
  const [start, end] = [starts[at], starts[at + 1]]
  return { columns: columns.subarray(start, end), values: values.subarray(start, end) }
}
