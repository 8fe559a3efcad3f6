// What a client posted, as content of a message: the border where `unknown` ends.
import { z } from 'zod'
import { isHouseMessageId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import type { MessageContent } from '../../bot/contracts/talk/message'
import { toLanguage } from './page-language'
import { Problem } from './problem'

/** A text that no composer of ours lets through; the core answers kindly to those that are merely too long. */
const maxTextBytes = 16 * 1_024

/** Only what is used is read: sender, channel, entities, delivery mode and all other keys are the server's to decide. */
const activitySchema = z.object({
  type: z.string(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.unknown().optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  entities: z.unknown().optional(),
  channelData: z.unknown().optional(),
})
type PostedActivity = z.infer<typeof activitySchema>

const choiceSchema = z.object({ name: z.string().min(1).max(200), value: z.string().max(2_000) })
const feedbackSchema = z.object({
  replyId: z.string().min(1).max(300),
  helpful: z.boolean(),
  reason: z.string().max(2_000).optional(),
})
/** The official client's thumbs: `{'@type': 'LikeAction', '@id': 'like:<activity id>'}` as an entity. */
const thumbSchema = z.object({
  '@type': z.enum(['LikeAction', 'DislikeAction']),
  '@id': z.string().regex(/^(dis)?like:.{1,300}$/),
})

export type ParsedActivity =
  | {
      readonly kind: 'content'
      readonly content: MessageContent
      readonly clientActivityId?: string
      readonly language?: Language
    }
  /** A judgement on an activity, of which only the transcript knows which reply it shows. */
  | {
      readonly kind: 'thumb'
      readonly activityId: string
      readonly helpful: boolean
      readonly clientActivityId?: string
    }
  /** Understood and of no consequence, such as "is typing". */
  | { readonly kind: 'nothing' }

export interface UploadActivity {
  readonly text: string | undefined
  readonly clientActivityId?: string
  readonly language?: Language
}

/** @throws Problem `BadArgument`, `MessageTooLarge` or `AttachmentsNotAccepted`. */
export function parseActivity(body: unknown): ParsedActivity {
  const parsed = activitySchema.safeParse(body)
  if (!parsed.success) throw new Problem('BadArgument', 'The body is not an activity with a type.')
  const activity = parsed.data
  const parse = Object.hasOwn(parsers, activity.type) ? parsers[activity.type] : undefined
  if (parse === undefined) throw new Problem('BadArgument', 'Post a "message", an "event" or "typing".')
  return parse(activity)
}

/** The activity beside files: its words, if it has any, are a message of their own. @throws Problem `BadArgument`, `MessageTooLarge`. */
export function parseUploadActivity(body: unknown): UploadActivity {
  const parsed = activitySchema.safeParse(body)
  if (!parsed.success || parsed.data.type !== 'message')
    throw new Problem('BadArgument', 'The part "activity" is not an activity of the type "message".')
  const { text, locale } = parsed.data
  const language = toLanguage(locale)
  const words = text ?? ''
  if (Buffer.byteLength(words) > maxTextBytes)
    throw new Problem('MessageTooLarge', `A text may hold ${maxTextBytes} bytes.`)
  return {
    text: words.trim() === '' ? undefined : words,
    ...(language === undefined ? {} : { language }),
    ...clientIdOf(parsed.data),
  }
}

type Parser = (activity: PostedActivity) => ParsedActivity

const parsers: Readonly<Record<string, Parser>> = {
  message: parseMessage,
  event: parseEvent,
  typing: () => ({ kind: 'nothing' }),
}

function parseMessage(activity: PostedActivity): ParsedActivity {
  if ((activity.attachments ?? []).length > 0) throw attachmentsRefused()
  const text = activity.text ?? ''
  if (Buffer.byteLength(text) > maxTextBytes)
    throw new Problem('MessageTooLarge', `A text may hold ${maxTextBytes} bytes.`)
  const choice = choiceSchema.safeParse(activity.value)
  if (choice.success)
    return content(activity, { kind: 'choice', choice: choice.data, label: labelOf(activity) })
  // Submitting a button of the "postBack" kind without a text of its own sends the text as the value.
  const words = text === '' && typeof activity.value === 'string' ? activity.value : text
  if (words.trim() === '')
    throw new Problem('BadArgument', 'A message needs a text or a value {name, value}.')
  return content(activity, { kind: 'text', text: words })
}

const displayTextSchema = z.object({ messageBack: z.object({ displayText: z.string() }) })

/** What the resident saw on the button. */
function labelOf({ text, value, channelData }: PostedActivity): string {
  const shown = displayTextSchema.safeParse(channelData)
  if (shown.success && shown.data.messageBack.displayText !== '') return shown.data.messageBack.displayText
  return text ? text : choiceSchema.parse(value).value
}

const eventParsers: Readonly<Record<string, Parser>> = {
  language(activity) {
    const language = toLanguage(activity.value)
    if (language === undefined)
      throw new Problem('BadArgument', 'The event "language" needs a value such as "en".')
    return content(activity, { kind: 'language', language })
  },
  feedback(activity) {
    const parsed = feedbackSchema.safeParse(activity.value)
    if (!parsed.success)
      throw new Problem('BadArgument', 'The event "feedback" needs a value {replyId, helpful, reason?}.')
    const { replyId, helpful, reason } = parsed.data
    return content(activity, {
      kind: 'feedback',
      replyId,
      helpful,
      ...(reason === undefined ? {} : { reason }),
    })
  },
  'webchat:activity-status/feedback'(activity) {
    const thumbs = z.array(z.unknown()).safeParse(activity.entities)
    const thumb = (thumbs.data ?? []).map((each) => thumbSchema.safeParse(each)).find((each) => each.success)
    if (thumb === undefined) throw new Problem('BadArgument', 'The judgement names no activity.')
    const { '@type': type, '@id': id } = thumb.data
    return {
      kind: 'thumb',
      activityId: id.slice(id.indexOf(':') + 1),
      helpful: type === 'LikeAction',
      ...clientIdOf(activity),
    }
  },
}

function parseEvent(activity: PostedActivity): ParsedActivity {
  const name = activity.name ?? ''
  const parse = Object.hasOwn(eventParsers, name) ? eventParsers[name] : undefined
  if (parse === undefined) throw new Problem('BadArgument', 'Known events are "language" and "feedback".')
  return parse(activity)
}

function content(activity: PostedActivity, what: MessageContent): ParsedActivity {
  const language = toLanguage(activity.locale)
  return {
    kind: 'content',
    content: what,
    ...(language === undefined ? {} : { language }),
    ...clientIdOf(activity),
  }
}

/** Printable ASCII without a leading `~`, which marks the server's own ids, not the id of every arrival, and none of the house. */
const clientIdSchema = z.object({
  clientActivityID: z
    .string()
    .regex(/^(?!arrival$)[\x21-\x7d][\x21-\x7e]{0,127}$/)
    .refine((id) => !isHouseMessageId(id)),
})

function clientIdOf({ channelData }: PostedActivity): { readonly clientActivityId?: string } {
  const parsed = clientIdSchema.safeParse(channelData)
  return parsed.success ? { clientActivityId: parsed.data.clientActivityID } : {}
}

const attachmentsRefused = (): Problem =>
  new Problem('AttachmentsNotAccepted', 'Files go to …/upload, each as a part of its own.')

/** The text of a body that may be no activity at all; empty when it has none. */
export function textOf(body: unknown): string {
  const { text } = (body ?? {}) as { readonly text?: unknown }
  return typeof text === 'string' ? text : ''
}
