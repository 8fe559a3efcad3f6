// A taught classifier as bytes and back, for the cache on disk: a line of JSON, then the numbers as they lie in memory.
import { createHash } from 'node:crypto'
import { endianness } from 'node:os'
import type { Calibration } from './calibrate'
import { fromGapCode, toGapCode } from '../numbers/gap-coding'
import { TrainedClassifier } from './trained-classifier'
import { Vocabulary } from './vocabulary'

/** Raised whenever features, training or this form change: older files are then taught anew. */
export const modelFormat = 'dygnet-classifier-14'

const kinds = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array } as const
type Kind = keyof typeof kinds

/** In this order in the file, the widest first, so that each begins at a multiple of its width. */
const layout = {
  codes: 'Uint32Array',
  idf: 'Float32Array',
  planeScales: 'Float32Array',
  planeSlopes: 'Float32Array',
  exampleClassStarts: 'Uint32Array',
  exampleStarts: 'Uint32Array',
  exampleScales: 'Float32Array',
  /** Of each column, how many entries: fewer bytes than where they begin. */
  planeCounts: 'Uint8Array',
  planeCountsHigh: 'Uint8Array',
  /** Their low bytes; the high ones stand in a part that is empty where there are few classes, as in any city. */
  planeClasses: 'Uint8Array',
  planeClassesHigh: 'Uint8Array',
  planeLevels: 'Int8Array',
  exampleGaps: 'Uint8Array',
} as const satisfies Record<string, Kind>

type Name = keyof typeof layout
type NumbersOf = {
  readonly Int8Array: Int8Array
  readonly Uint8Array: Uint8Array
  readonly Uint16Array: Uint16Array
  readonly Uint32Array: Uint32Array
  readonly Float32Array: Float32Array
}
type Parts = { readonly [name in Name]: NumbersOf[(typeof layout)[name]] }
const names = Object.keys(layout) as readonly Name[]

interface Head {
  readonly format: string
  readonly byteOrder: string
  /** Of the numbers and of what else stands in this line: whoever changed either did not write this file. */
  readonly digest: string
  readonly labels: readonly string[]
  readonly calibration: Calibration
  /** How many numbers each part has, in the order of the layout. */
  readonly lengths: readonly number[]
}

const mostInOneByte = 256

function partsOf({ parts }: TrainedClassifier): Parts {
  const { vectoriser, planes, examples } = parts.model
  const isLow = planes.scales.length < mostInOneByte
  const counts = countsOf(planes.starts)
  return {
    codes: vectoriser.vocabulary.codes,
    idf: vectoriser.idf,
    planeScales: planes.scales,
    planeSlopes: planes.slopes,
    exampleClassStarts: examples.classStarts,
    exampleStarts: examples.starts,
    exampleScales: examples.scales,
    planeCounts: new Uint8Array(counts),
    planeCountsHigh: highBytes(counts, isLow),
    planeClasses: new Uint8Array(planes.classes),
    planeClassesHigh: highBytes(planes.classes, isLow),
    planeLevels: planes.levels,
    exampleGaps: toGapCode(examples, vectoriser.idf.length),
  }
}

const countsOf = (starts: Uint32Array): Uint16Array =>
  Uint16Array.from(
    { length: Math.max(0, starts.length - 1) },
    (_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0),
  )

function startsOf(counts: Uint16Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (counts[at] ?? 0)
  return starts
}

const highBytes = (numbers: Uint16Array, isLow: boolean): Uint8Array =>
  new Uint8Array(isLow ? [] : numbers.map((number) => number / mostInOneByte))

function digestOf(head: Omit<Head, 'digest'>, numbers: Uint8Array): string {
  const { format, byteOrder, labels, calibration, lengths } = head
  const { topic, scope } = calibration
  return createHash('sha256')
    .update(JSON.stringify([format, byteOrder, labels, topic, scope, lengths]))
    .update(numbers)
    .digest('hex')
}

export function classifierToBytes(classifier: TrainedClassifier): Uint8Array {
  const parts = partsOf(classifier)
  const { labels, calibration } = classifier.parts
  const numbers = Buffer.concat(
    names.map((name) => {
      const { buffer, byteOffset, byteLength } = parts[name]
      return new Uint8Array(buffer, byteOffset, byteLength)
    }),
  )
  const lengths = names.map((name) => parts[name].length)
  const head = { format: modelFormat, byteOrder: endianness(), labels, calibration, lengths }
  const line = JSON.stringify({ ...head, digest: digestOf(head, numbers) })
  return Buffer.concat([Buffer.from(`${line}\n`), numbers])
}

/**
 * Gives a classifier that answers exactly like the one that was written.
 * @throws {Error} with what is wrong, when the bytes are no classifier of this format and byte order, or damaged.
 */
export function classifierFromBytes(bytes: Uint8Array): TrainedClassifier {
  const lineEnd = bytes.indexOf(0x0a)
  const head = JSON.parse(
    Buffer.from(bytes.subarray(0, Math.max(0, lineEnd))).toString(),
  ) as Partial<Head> | null
  if (head?.format !== modelFormat) throw new Error('it is no classifier of this format')
  if (head.byteOrder !== endianness()) throw new Error('it was written by a machine of another byte order')
  // A copy begins at an address that numbers of any width may stand at.
  const numbers = Uint8Array.from(bytes.subarray(lineEnd + 1))
  const written = head as Head
  if (digestOf(written, numbers) !== written.digest) throw new Error('it is damaged')
  return toClassifier(written, readParts(written.lengths, numbers.buffer))
}

function readParts(lengths: readonly number[], buffer: ArrayBuffer): Parts {
  let begin = 0
  return Object.fromEntries(
    names.map((name, at) => {
      const part = new kinds[layout[name]](buffer, begin, lengths[at])
      begin += part.byteLength
      return [name, part]
    }),
  ) as Parts
}

function joinBytes(low: Uint8Array, high: Uint8Array): Uint16Array {
  const joined = new Uint16Array(low)
  for (let at = 0; at < high.length; at += 1) joined[at] = (joined[at] ?? 0) + (high[at] ?? 0) * mostInOneByte
  return joined
}

const toClassifier = ({ labels, calibration }: Head, parts: Parts): TrainedClassifier =>
  new TrainedClassifier({
    labels,
    calibration,
    model: {
      vectoriser: { vocabulary: new Vocabulary(parts.codes), idf: parts.idf },
      planes: {
        starts: startsOf(joinBytes(parts.planeCounts, parts.planeCountsHigh)),
        classes: joinBytes(parts.planeClasses, parts.planeClassesHigh),
        levels: parts.planeLevels,
        scales: parts.planeScales,
        slopes: parts.planeSlopes,
      },
      examples: {
        classStarts: parts.exampleClassStarts,
        starts: parts.exampleStarts,
        columns: fromGapCode(parts.exampleGaps, parts.exampleStarts, parts.idf.length).columns,
        scales: parts.exampleScales,
      },
    },
  })
