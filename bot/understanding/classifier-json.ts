// A taught classifier as text and back, for the cache on disk: numbers in base64, the rest readable.
import { endianness } from 'node:os'
import { z } from 'zod'
import { TrainedClassifier } from './trained-classifier'
import { Vocabulary } from './vocabulary'

/** Raised whenever features, training or this form change: older files are then taught anew. */
export const modelFormat = 'dygnet-classifier-2'

type Numbers = Int8Array | Uint8Array | Int32Array | Uint32Array | Float32Array

interface NumbersMaker<T> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBuffer): T
}

const toBase64 = (numbers: Numbers): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')

const numbersOf = <T extends Numbers>(Maker: NumbersMaker<T>): z.ZodType<T> =>
  z.string().transform((text, context): T => {
    const bytes = Buffer.from(text, 'base64')
    if (bytes.length % Maker.BYTES_PER_ELEMENT !== 0) {
      context.addIssue({ code: 'custom', message: 'the numbers are cut off' })
      return z.NEVER
    }
    return new Maker(new Uint8Array(bytes).buffer)
  })

const finite = z.array(z.number())

const schema = z
  .object({
    format: z.literal(modelFormat),
    byteOrder: z.literal(endianness()),
    labels: z.array(z.string()),
    calibration: z.object({ topic: finite.length(2), scope: finite.length(4) }),
    codes: numbersOf(Uint32Array),
    idf: numbersOf(Float32Array),
    planes: z.object({ levels: numbersOf(Int8Array), scales: numbersOf(Float32Array) }),
    examples: z.object({
      classStarts: numbersOf(Int32Array),
      starts: numbersOf(Int32Array),
      columns: numbersOf(Int32Array),
      levels: numbersOf(Uint8Array),
      scales: numbersOf(Float32Array),
    }),
  })
  .refine(({ labels, codes, idf, planes, examples }) => {
    const { classStarts, starts, columns, levels, scales } = examples
    return (
      idf.length === codes.length &&
      planes.scales.length === labels.length &&
      planes.levels.length === codes.length * labels.length &&
      classStarts.length === labels.length + 1 &&
      classStarts.at(-1) === scales.length &&
      starts.length === scales.length + 1 &&
      starts.at(-1) === columns.length &&
      levels.length === columns.length &&
      columns.every((column) => column >= 0 && column < codes.length)
    )
  }, 'the parts of the model do not fit each other')

export function classifierToJson({ parts }: TrainedClassifier): string {
  const { labels, calibration, model } = parts
  const { vectoriser, planes, examples } = model
  return JSON.stringify({
    format: modelFormat,
    byteOrder: endianness(),
    labels,
    calibration,
    codes: toBase64(vectoriser.vocabulary.codes),
    idf: toBase64(vectoriser.idf),
    planes: { levels: toBase64(planes.levels), scales: toBase64(planes.scales) },
    examples: {
      classStarts: toBase64(examples.classStarts),
      starts: toBase64(examples.starts),
      columns: toBase64(examples.columns),
      levels: toBase64(examples.levels),
      scales: toBase64(examples.scales),
    },
  })
}

/**
 * Gives a classifier that answers exactly like the one that was written.
 * @throws {Error} with what is wrong, when the text is no classifier of this format and byte order.
 */
export function classifierFromJson(text: string): TrainedClassifier {
  const { labels, calibration, codes, idf, planes, examples } = schema.parse(JSON.parse(text))
  return new TrainedClassifier({
    labels,
    calibration,
    model: {
      vectoriser: { vocabulary: new Vocabulary(codes), idf },
      planes: { classCount: labels.length, ...planes },
      examples,
    },
  })
}
