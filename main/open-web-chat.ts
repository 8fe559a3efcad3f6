// The resident's page, the widget and Direct Line, and the shelf for the files that residents send there.
import { join, resolve } from 'node:path'
import { createFileShelf } from '../adapters/file-shelf'
import { createRateLimiter, type ClosableRateLimiter } from '../adapters/rate-limits'
import { mapOf, type Settings } from '../adapters/settings'
import { createWebChat, type Uploads, type WebChat, type WebChatCity } from '../adapters/web-chat'
import { renderReply } from '../bot/activities'
import type { Content } from '../bot/content/content'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/basics/clock'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { advise } from '../bot/emergency/advise'
import { describeHours } from '../bot/hours/describe-hours'
import { cleanText } from '../bot/stages/message/clean-input'
import { linkPhones } from '../bot/text/link-phones'
import { toPlainText } from '../bot/text/plain-text'
import { resumeCodeIn } from '../bot/resume/resume-code'
import { maxTextLength } from '../bot/stages/message/refuse-long-text'
import { eraseConversation } from '../bot/retention/erase-conversation'
import { wordErasure } from '../bot/retention/word-erasure'
import { wordFileRefusal } from '../bot/files/word-file-refusal'
import { openCityBot } from './open-city-bot'
import { makeDirectory } from './make-directory'
import { dataDirectory } from './open-store'
import { projectRoot } from './project-root'

const megabyte = 1_024 * 1_024

export type OpenUploads = Uploads & { readonly shelf: FileShelf }

/** @throws DygnetError `setting-invalid` for a folder that cannot be written. */
export function openUploads(settings: Settings, logger: Logger): OpenUploads {
  const directory =
    settings.FILES_DIR === undefined ? dataDirectory(settings) : resolve(projectRoot, settings.FILES_DIR)
  if (settings.FILES_DIR !== undefined) makeDirectory('FILES_DIR', directory)
  const maxBytes = settings.FILE_MEGABYTES * megabyte
  const shelf = createFileShelf({ directory, maxBytes, logger })
  return { shelf, maxBytes, maxFiles: settings.FILES_PER_MESSAGE }
}

export type WebChatLimits = Readonly<
  Record<'conversation' | 'address' | 'downloads' | 'addressPosts' | 'advice', ClosableRateLimiter>
>

/** So many conversations of one address may write as much as a conversation can, where operators set no other limit. */
const conversationsAtFullSpeed = 10
/** Of one conversation: it is read whole for each. */
const downloadsAMinute = 6
/** Of one address, which a whole school may share: a page asks only for what it must keep waiting. */
const adviceAMinute = 120

export async function openLimits(settings: Settings): Promise<WebChatLimits> {
  const shared = {
    durationMs: 60_000,
    ...(settings.REDIS_URL === undefined ? {} : { redisUrl: settings.REDIS_URL }),
  }
  return {
    conversation: await createRateLimiter({
      ...shared,
      name: 'conversation',
      points: settings.MESSAGES_PER_MINUTE,
    }),
    downloads: await createRateLimiter({ ...shared, name: 'downloads', points: downloadsAMinute }),
    address: await createRateLimiter({ ...shared, name: 'address', points: settings.STARTS_PER_MINUTE }),
    addressPosts: await createRateLimiter({
      ...shared,
      name: 'address-posts',
      points: settings.ADDRESS_MESSAGES_PER_MINUTE ?? conversationsAtFullSpeed * settings.MESSAGES_PER_MINUTE,
    }),
    // In this process whatever the store: a cry for help is answered without it.
    advice: await createRateLimiter({ name: 'advice', points: adviceAMinute, durationMs: 60_000 }),
  }
}

interface Inside {
  readonly uploads: OpenUploads
  readonly store: Store
  readonly bot: Bot
  readonly content: () => Content
  readonly logger: Logger
}

export function openWebChat(
  settings: Settings,
  { store, bot, content, uploads, logger }: Inside,
  limits: WebChatLimits,
): WebChat {
  const map = mapOf(settings)
  return createWebChat({
    store,
    bot,
    run: openCityBot(bot),
    renderReply: (reply) => renderReply(reply, { map, definesSources: true }),
    toPlainText,
    city: () => cityFacts(settings, content()),
    advise: adviseWithCalls,
    guessesCode: (text) => resumeCodeIn(cleanText(text)) !== undefined,
    uploads,
    erase: (id) => eraseConversation({ store, shelf: uploads.shelf, clock: systemClock }, id, 'resident'),
    allowedOrigins: settings.ALLOWED_ORIGINS,
    publicDirectory: join(projectRoot, 'dist', 'public'),
    limits,
    clock: systemClock,
    logger,
    ...(map && { mapOrigin: new URL(map.tiles).origin }),
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL }),
  })
}

const adviseWithCalls = (text: string) => {
  const advice = advise(text)
  return advice && { ...advice, text: linkPhones(advice.text) }
}

const cityFacts = (settings: Settings, { city }: Content): WebChatCity => {
  const { name, phone, hours, languages, timeZone } = city
  const limits = { megabytes: settings.FILE_MEGABYTES, files: settings.FILES_PER_MESSAGE }
  return {
    name,
    phone,
    openingHours: (language) => describeHours(hours, systemClock.now(), timeZone, language),
    fileRefusal: (why, language) => wordFileRefusal(city, limits, why, language),
    erased: (erased, language) => wordErasure(city, erased, language),
    languages,
    timeZone,
    maxTextLength,
  }
}
