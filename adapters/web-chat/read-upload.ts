// Reads a message with files, as Direct Line clients send it: a part `activity`, and a part for each file. Streamed to the
// shelf as it comes, and read to its end also when something is wrong, because browsers report a cut connection as "no network".
import type { IncomingMessage } from 'node:http'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { TakenFile } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import { Problem } from './problem'
import { drain, maxBodyBytes } from './read-body'
import type { Uploads } from './web-chat-options'

const activityType = 'application/vnd.microsoft.activity'
/** Beside the files: the activity, and what divides the parts. */
const roomForTheRest = 128 * 1_024
/** One file more than a message may have is read, so that it is known that there are too many. */
const spareParts = 2
const readAfterAnswerMs = 5_000

export interface ReadUpload {
  /** JSON; undefined when there was no such part. */
  readonly activity: unknown
  readonly taken: readonly TakenFile[]
  readonly isTooMany: boolean
  /** It was not here whole in time; what had come of it is gone, its activity excepted. */
  readonly isTooSlow: boolean
}

export interface UploadLimits extends Uploads {
  readonly withinMs: number
}

/**
 * What was taken is the caller's to discard; when this rejects, nothing is left.
 * @throws Problem `BadArgument` or `UnsupportedMediaType`.
 */
export async function readUpload(
  request: IncomingMessage,
  conversationId: ConversationId,
  { shelf, maxBytes, maxFiles, withinMs }: UploadLimits,
): Promise<ReadUpload> {
  const parser = await openParser(request, { maxBytes, maxFiles })
  const taking: Promise<TakenFile>[] = []
  let activity: Promise<Buffer> | undefined
  let isTooMany = false
  parser.on('file', (name, stream, { mimeType }) => {
    // Whoever reads it hears of its end; before that nobody may be listening yet.
    stream.on('error', () => undefined)
    const isActivity = name === 'activity' || mimeType === activityType
    if (isActivity && activity === undefined) activity = readWhole(stream, collect(stream))
    else if (!isActivity && taking.length < maxFiles)
      taking.push(readWhole(stream, shelf.take(conversationId, stream)))
    else {
      isTooMany = true
      stream.resume()
    }
  })
  parser.on('field', (name, value) => {
    if (name === 'activity') activity ??= Promise.resolve(Buffer.from(value))
  })
  for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => (isTooMany = true))
  // Kept open when something is wrong, so that an answer can be given.
  const body = request.iterator({ destroyOnReturn: false })
  const deadline = openDeadline(withinMs, () => parser.destroy())
  const reading = Promise.race([pipeline(body, boundTo(maxBytes, maxFiles), parser), deadline.passed])
  const [read, ...settled] = await settleAll(reading, () => [...taking, activity])
  const failed = [read, ...settled].find((each) => each.status === 'rejected')
  const taken = settled.flatMap((each) =>
    each.status === 'fulfilled' && isTaken(each.value) ? [each.value] : [],
  )
  const readActivity = async () => parseJson(await activity?.catch(() => undefined))
  if (failed !== undefined) {
    await shelf.discard(conversationId, filesOf(taken))
    // Who is too slow to send is too slow to be waited for.
    const draining = drain(request).catch(() => undefined)
    await Promise.race([draining, deadline.passed.catch(() => undefined)])
    if (deadline.isPassed()) {
      cutOffAfterAnswer(request, draining)
      return { activity: await readActivity(), taken: [], isTooMany, isTooSlow: true }
    }
  }
  deadline.stop()
  if (failed !== undefined) throw asProblem(failed.reason)
  return { activity: await readActivity(), taken, isTooMany, isTooSlow: false }
}

interface Deadline {
  /** Rejects when it passes. */
  readonly passed: Promise<never>
  readonly isPassed: () => boolean
  readonly stop: () => void
}

function openDeadline(afterMs: number, whenPassed: () => void): Deadline {
  let isPassed = false
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isPassed = true
      reject(new Error('The upload is too slow.'))
      whenPassed()
    }, afterMs)
  })
  passed.catch(() => undefined)
  return {
    passed,
    isPassed: () => isPassed,
    stop: () => {
      clearTimeout(timer)
    },
  }
}

/** A browser reads the answer once it has sent all, or when it is cut off some time after the answer. */
function cutOffAfterAnswer(request: IncomingMessage, draining: Promise<unknown>): void {
  const timer = setTimeout(() => request.destroy(), readAfterAnswerMs).unref()
  void draining.then(() => {
    clearTimeout(timer)
  })
}

export const filesOf = (taken: readonly TakenFile[]) =>
  taken.flatMap((each) => (each.kind === 'taken' ? [each.file] : []))

const isTaken = (value: unknown): value is TakenFile =>
  typeof value === 'object' && value !== null && 'kind' in value

/** A part is read to its end whatever becomes of it, or the next one never comes; its failure is looked at later. */
function readWhole<T>(stream: Readable, reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined).finally(() => stream.resume())
  return reading
}

/** The parts are known only when the whole has been read. */
async function settleAll(reading: Promise<unknown>, parts: () => readonly unknown[]) {
  const [read] = await Promise.allSettled([reading])
  return [read, ...(await Promise.allSettled(parts()))] as const
}

/** What our own shelf or disk did is no fault of the sender's. */
const asProblem = (reason: unknown): unknown =>
  (reason as { readonly syscall?: unknown }).syscall !== undefined || reason instanceof Problem
    ? reason
    : new Problem('BadArgument', 'The body is no whole multipart message.')

async function openParser(
  request: IncomingMessage,
  { maxBytes, maxFiles }: Pick<Uploads, 'maxBytes' | 'maxFiles'>,
): Promise<busboy.Busboy> {
  try {
    if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
      throw new Problem('UnsupportedMediaType', 'Send the activity and the files as multipart/form-data.')
    return busboy({
      headers: request.headers,
      limits: {
        // One byte more than is taken, so that the shelf sees that it is too much.
        fileSize: maxBytes + 1,
        files: maxFiles + spareParts,
        fields: 1,
        fieldSize: maxBodyBytes,
        parts: maxFiles + spareParts + 1,
        headerPairs: 50,
      },
    })
  } catch (error) {
    await drain(request)
    throw error instanceof Problem
      ? error
      : new Problem('BadArgument', 'The multipart header cannot be read.')
  }
}

/** Reads on where a file is larger than it may be, but not for ever. */
function boundTo(maxBytes: number, maxFiles: number): Transform {
  const most = 2 * maxBytes * maxFiles + roomForTheRest
  let length = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      length += chunk.length
      if (length > most) next(new Problem('FileTooLarge', `A message may hold ${most} bytes.`))
      else next(null, chunk)
    },
  })
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= maxBodyBytes) chunks.push(chunk)
  }
  if (length > maxBodyBytes)
    throw new Problem('MessageTooLarge', `An activity may hold ${maxBodyBytes} bytes.`)
  return Buffer.concat(chunks)
}

function parseJson(text: Buffer | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text.toString('utf8')) as unknown)
  } catch {
    return undefined
  }
}
