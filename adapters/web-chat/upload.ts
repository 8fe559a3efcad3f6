// Pictures and documents on their way in: put into quarantine, durably noted as a message, answered with its id.
import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { TakenFile, UploadFault } from '../../bot/contracts/store/file-shelf'
import { toMessageId } from '../../bot/contracts/talk/ids'
import type { InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import type { SentFile } from '../../bot/contracts/talk/sent-file'
import { asBusyPost, busyPost } from './busy-answer'
import { preferredLanguage } from './page-language'
import { parseUploadActivity, type UploadActivity } from './parse-activity'
import { demandRoom, keep, type PostParts, type Writer } from './post-activity'
import { Problem, sendJson, type ProblemCode } from './problem'
import { drain } from './read-body'
import { filesOf, readUpload, type ReadUpload } from './read-upload'
import { mintedIdMark } from './to-activity'
import type { Access } from './tokens'
import { createUploadRoom } from './upload-room'
import type { WebChatBounds, WebChatOptions } from './web-chat-options'

const overloadRetryMs = 5_000
/** Of one conversation, whatever becomes of them: nobody fills the disk message by message. */
const mostOfConversation = 20

export interface UploadParts extends PostParts, Pick<WebChatOptions, 'uploads' | 'city'> {
  readonly bounds: WebChatBounds
}

const problemOf: Readonly<Record<UploadFault, ProblemCode>> = {
  'wrong-type': 'FileTypeNotAccepted',
  damaged: 'FileDamaged',
  'too-large': 'FileTooLarge',
  empty: 'FileEmpty',
  'too-many': 'TooManyFiles',
  'too-slow': 'UploadTooSlow',
}

export function createUpload(parts: UploadParts) {
  const { door, bounds, uploads } = parts
  const room = createUploadRoom(bounds)

  async function admit(request: Request): Promise<Admitted> {
    const access = await door.admit(request)
    const writer = await demandRoom(parts, request, access)
    const leave = room.enter(writer)
    if (leave === undefined) throw busyPost(request, overloadRetryMs)
    try {
      const waitMs = await door.addressMustWait(request, 'upload')
      if (waitMs !== undefined) throw busyPost(request, waitMs)
      await door.demandConversation(access.conversationId)
      if ((await uploads.shelf.count(access.conversationId)) >= mostOfConversation)
        throw refusal(parts, request, 'too-many')
    } catch (error) {
      leave()
      throw error
    }
    return { writer, leave }
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { writer, leave } = await admit(request).catch(async (error: unknown) => {
      await drain(request)
      throw asBusyPost(request, error)
    })
    try {
      const bound = { ...uploads, withinMs: bounds.uploadMs }
      const read = await readUpload(request, writer.conversationId, bound)
      sendJson(response, 200, { id: await receive(parts, request, writer, read) })
    } catch (error) {
      throw asBusyPost(request, error)
    } finally {
      leave()
    }
  }
}

interface Admitted {
  readonly writer: Writer
  /** Gives the place back. */
  readonly leave: () => void
}

async function receive(
  parts: UploadParts,
  request: Request,
  writer: Writer,
  read: ReadUpload,
): Promise<string> {
  const files = filesOf(read.taken)
  let isLoose = true
  try {
    if (read.isTooSlow && read.activity === undefined) throw refusal(parts, request, 'too-slow')
    const activity = parseUploadActivity(read.activity)
    const { upload, words } = toMessages(parts, writer, activity, files)
    const isCry = activity.text !== undefined && parts.giveAdvice.adviceFor(activity.text) !== undefined
    // Whatever becomes of the files, a cry for help is answered, and before them.
    const cry = isCry && words ? await keep(parts, writer, words) : undefined
    demandGood(parts, request, read, activity)
    // From here on the message may be in the store, whatever becomes of this call.
    isLoose = false
    const sent = await keep(parts, writer, upload)
    isLoose = sent.kind === 'repeated'
    const said = cry ?? (words && (await keep(parts, writer, words)))
    return (said ?? sent).id
  } finally {
    // Refused, or the same message once more: what counts is what came with it the first time.
    if (isLoose) await parts.uploads.shelf.discard(writer.conversationId, files)
  }
}

/** All of them or none: a message that arrives in part would be hard to understand. */
function demandGood(
  parts: UploadParts,
  request: Request,
  { taken, isTooMany, isTooSlow }: ReadUpload,
  { language }: UploadActivity,
): void {
  if (isTooSlow) throw refusal(parts, request, 'too-slow', language)
  if (isTooMany) throw refusal(parts, request, 'too-many', language)
  const refused = taken.find(
    (each): each is Extract<TakenFile, { kind: 'refused' }> => each.kind === 'refused',
  )
  if (refused !== undefined) throw refusal(parts, request, refused.why, language)
  if (taken.length === 0) throw new Problem('BadArgument', 'There is no file beside the activity.')
}

function refusal({ city }: UploadParts, request: Request, why: UploadFault, language?: string): Problem {
  const { languages, fileRefusal } = city()
  const spoken = language ?? preferredLanguage(request.headers['accept-language'], languages) ?? 'sv'
  return new Problem(problemOf[why], `Nothing was kept: ${why}.`, undefined, {
    said: fileRefusal(why, spoken),
  })
}

/** The files and the words beside them are two messages: each is answered as what it is. */
function toMessages(
  { clock }: UploadParts,
  { conversationId }: Access,
  { clientActivityId, language, text }: UploadActivity,
  files: readonly SentFile[],
): { readonly upload: InboundMessage; readonly words: InboundMessage | undefined } {
  const id = clientActivityId ?? `${mintedIdMark}${randomUUID()}`
  const message = (named: string, content: MessageContent): InboundMessage => ({
    id: toMessageId(named),
    conversationId,
    channel: 'web',
    ...(language === undefined ? {} : { language }),
    receivedAt: clock.now().toISOString(),
    content,
  })
  const content: MessageContent = { kind: 'upload', files }
  return text === undefined
    ? { upload: message(id, content), words: undefined }
    : { upload: message(`${id}/files`, content), words: message(id, { kind: 'text', text }) }
}
