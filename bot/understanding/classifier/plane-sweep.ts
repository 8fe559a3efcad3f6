// Goes through rows for sixteen classes at a time, in WebAssembly: there four numbers are reckoned with at once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SparseRows } from '../numbers/sparse-rows'

/** Their weights for one column are one line of the processor's cache. */
export const classesAtOnce = 16

export interface SweepTask {
  readonly rows: SparseRows
  /** Row → class. */
  readonly labels: Int32Array
  /** Row → how many times softer than others it is. */
  readonly times: Float32Array
  readonly columnCount: number
  /** 1 / 2C of a class's own rows, and of all others. */
  readonly softOwn: number
  readonly softOther: number
  /** A step that is smaller is not taken. */
  readonly smallestStep: number
  /** The score of a row that shares nothing with a class. */
  readonly scoreOfNothing: number
}

export interface PlaneSweep {
  /** Forgets what was learnt, to begin with other classes. */
  readonly begin: () => void
  /** Goes through all rows once, in this order. */
  readonly run: (order: Int32Array, firstClass: number) => void
  /** Writes the weight of column `c` for class `k` to `c * classCount + k` of `all`. */
  readonly copyWeights: (all: Float32Array, classCount: number, firstClass: number) => void
}

type Sweep = (rowCount: number, firstClass: number) => void

/** So that what is read sixteen bytes at a time lies in one line of the cache. */
const lineBytes = 64
const pageBytes = 65_536

/** Where arrays of so many bytes lie one after the other, and how many bytes they take together. */
function layOut<Name extends string>(sizes: Readonly<Record<Name, number>>) {
  let end = 0
  const addresses = Object.fromEntries(
    Object.entries<number>(sizes).map(([name, bytes]) => {
      const address = end
      end += Math.ceil(bytes / lineBytes) * lineBytes
      return [name, address]
    }),
  ) as Record<Name, number>
  return { addresses, byteCount: end }
}

/** Puts the rows where the machine code finds them; see `plane-sweep.wat`. */
export function prepareSweep({ rows, labels, times, columnCount, ...numbers }: SweepTask): PlaneSweep {
  const rowCount = labels.length
  const entryCount = rows.columns.length
  const { addresses, byteCount } = layOut({
    order: rowCount * 4,
    starts: (rowCount + 1) * 4,
    columns: entryCount * 4,
    values: entryCount * 4,
    labels: rowCount * 4,
    times: rowCount * 4,
    rests: rowCount,
    duals: rowCount * classesAtOnce * 4,
    weights: columnCount * classesAtOnce * 4,
  })
  const memory = new WebAssembly.Memory({ initial: Math.ceil(byteCount / pageBytes) + 1 })
  const { buffer } = memory
  new Int32Array(buffer, addresses.starts).set(rows.starts)
  new Float32Array(buffer, addresses.values).set(rows.values)
  new Int32Array(buffer, addresses.labels).set(labels)
  new Float32Array(buffer, addresses.times).set(times)
  const columns = new Int32Array(buffer, addresses.columns, entryCount)
  for (let entry = 0; entry < entryCount; entry += 1)
    columns[entry] = addresses.weights + (rows.columns[entry] ?? 0) * classesAtOnce * 4

  const machineCode = new WebAssembly.Module(readFileSync(join(__dirname, 'plane-sweep.wasm')))
  const { exports } = new WebAssembly.Instance(machineCode, {
    planes: { memory, ...addresses, ...numbers },
  })
  const sweep = exports['sweep'] as Sweep
  const order = new Int32Array(buffer, addresses.order, rowCount)
  const rests = new Uint8Array(buffer, addresses.rests, rowCount)
  const duals = new Float32Array(buffer, addresses.duals, rowCount * classesAtOnce)
  const weights = new Float32Array(buffer, addresses.weights, columnCount * classesAtOnce)
  return {
    begin() {
      for (const array of [rests, duals, weights]) array.fill(0)
    },
    run(rowsInOrder, firstClass) {
      order.set(rowsInOrder)
      sweep(rowCount, firstClass)
    },
    copyWeights(all, classCount, firstClass) {
      const count = Math.min(classesAtOnce, classCount - firstClass)
      for (let column = 0; column < columnCount; column += 1) {
        const from = column * classesAtOnce
        const to = column * classCount + firstClass
        for (let k = 0; k < count; k += 1) all[to + k] = weights[from + k] ?? 0
      }
    },
  }
}
