// Rows of columns come back as they were, however near or far their columns lie.
import fc from 'fast-check'
import { fromGapCode, toGapCode } from '../../../../bot/understanding/numbers/gap-coding'

const columnCount = 65_536

function toRows(rows: readonly (readonly number[])[]) {
  const starts = new Uint32Array(rows.length + 1)
  rows.forEach((row, at) => (starts[at + 1] = (starts[at] ?? 0) + row.length))
  return { starts, columns: Uint16Array.from(rows.flat()) }
}

const anyRow = fc
  .uniqueArray(fc.nat(columnCount - 1), { maxLength: 80 })
  .map((columns) => columns.sort((a, b) => a - b))

test('any rows', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const written = toRows(rows)
      expect(fromGapCode(toGapCode(written, columnCount), written.starts, columnCount)).toEqual(written)
    }),
    { seed: 20261128 },
  )
})

test.each([
  ['no rows', []],
  ['the first and the last column', [[0, columnCount - 1], [columnCount - 1]]],
  ['every column', [Array.from({ length: 300 }, (_, column) => column)]],
])('%s', (_, rows) => {
  const written = toRows(rows)
  expect(fromGapCode(toGapCode(written, columnCount), written.starts, columnCount)).toEqual(written)
})

test('takes little more than half of two bytes a column where they lie as of chance', () => {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 85 }, (_, at) => at * 771 + ((row * 7919 + at * 104_729) % 700)),
  )
  const written = toRows(rows)
  expect(toGapCode(written, columnCount).length).toBeLessThan(written.columns.byteLength * 0.7)
})
