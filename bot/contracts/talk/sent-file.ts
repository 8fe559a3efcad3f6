// A picture or a document that a resident sent: what we know of it. Its bytes stay on the shelf (`file-shelf.ts`), its name is
// not kept at all.

export const sentFileKinds = ['photo', 'pdf'] as const
export type SentFileKind = (typeof sentFileKinds)[number]

/** Plain JSON, so that it can be part of an answer's value. */
export type SentFile = {
  /** Names it on the shelf: 32 random hexadecimal digits. */
  readonly file: string
  readonly kind: SentFileKind
  /** As it is kept. */
  readonly bytes: number
} & (
  | {
      readonly kind: 'photo'
      /** Pixels. */
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'pdf' }
)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export const isFileName = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)

export const isSentFile = (value: unknown): value is SentFile =>
  isObject(value) &&
  typeof value['file'] === 'string' &&
  isFileName(value['file']) &&
  sentFileKinds.some((kind) => kind === value['kind']) &&
  typeof value['bytes'] === 'number'

export const areSentFiles = (value: unknown): value is readonly SentFile[] =>
  Array.isArray(value) && value.length > 0 && value.every(isSentFile)

/** Every file that a piece of JSON mentions, at any depth, each once. */
export const sentFilesIn = (value: unknown): readonly SentFile[] => [
  ...new Map(mentions(value).map((sent) => [sent.file, sent])).values(),
]

function mentions(value: unknown): readonly SentFile[] {
  if (isSentFile(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(mentions)
  return isObject(value) ? Object.values(value).flatMap(mentions) : []
}
