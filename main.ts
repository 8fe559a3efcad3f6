// The only file that knows every wing: settings → store → content → bot → adapters → server → graceful stop.
import { createServer, type Server } from 'node:http'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import express from 'express'
import { createBotConnector } from './adapters/bot-connector'
import { createFileShelf } from './adapters/file-shelf'
import { createHttpActions } from './adapters/http-actions'
import type { OpenAiModel } from './adapters/openai'
import { createOperations, type Operations } from './adapters/operations'
import { addressOf, listen } from './adapters/operations/listen'
import { createLogger } from './adapters/operations/logger'
import { createRateLimiter, type ClosableRateLimiter } from './adapters/rate-limits'
import { readActionSecret, readSettings, type Settings } from './adapters/settings'
import { openSqliteStore } from './adapters/sqlite'
import { createWebChat, type Uploads, type WebChat, type WebChatCity } from './adapters/web-chat'
import { renderReply } from './bot/activities'
import { applyRetention } from './bot/apply-retention'
import { removeLooseFiles } from './bot/remove-loose-files'
import { wordFileRefusal } from './bot/word-file-refusal'
import { assembleBot } from './bot/assemble-bot'
import { listenForDanger, type DangerListener } from './bot/listen-for-danger'
import { CityBot } from './bot/city-bot'
import type { RunAction } from './bot/contracts/action'
import { watchContentFiles } from './adapters/content-watch'
import { LiveContent } from './bot/live-content/live-content'
import type { Content } from './bot/content'
import { systemClock } from './bot/contracts/clock'
import { DygnetError } from './bot/contracts/errors'
import type { FileShelf } from './bot/contracts/file-shelf'
import type { Bot } from './bot/contracts/bot'
import type { Logger } from './bot/contracts/logger'
import type { Store } from './bot/contracts/store'
import { advise } from './bot/emergency/advise'
import { prepareToSpot } from './bot/emergency/spot-emergency'
import { describeHours } from './bot/hours/describe-hours'
import { toLocalTime } from './bot/hours/local-time'
import { maxTextLength } from './bot/stages/refuse-long-text'
import { toPlainText } from './bot/stages/plain-text'

/** How often a node looks for messages that another one left unanswered when it died. */
const recoverEveryMs = 5_000
/** Times of keeping are counted in days. */
const removeEveryMs = 6 * 3_600_000
/** How long a stop may take; what is not done by then is still in the store. */
const defaultStopDeadlineMs = 10_000

const projectRoot = resolve(__dirname, __dirname.endsWith('dist') ? '..' : '.')

export interface RunningCity {
  readonly url: string
  /** Closes sockets with 1001, finishes running turns and lets go of the store, as far as the deadline allows. */
  stop(): Promise<void>
}

/** @param bounds how long a stop may take altogether; ten seconds when not given. */
export async function startCity(
  settings: Settings,
  { stopDeadlineMs = defaultStopDeadlineMs }: { readonly stopDeadlineMs?: number } = {},
): Promise<RunningCity> {
  const logger = createLogger(settings.LOG_LEVEL)
  const store = await openStore(settings, logger)
  await store.ping()
  const content = await openContent(settings, store, logger)
  let draining = false
  let openSockets = () => 0
  let modelKronorToday = () => 0
  const operations = createOperations({
    store,
    openSockets: () => openSockets(),
    isDraining: () => draining,
    content: content.status,
    languages: () => content.current().city.languages,
    modelKronorToday: () => modelKronorToday(),
  })
  const model = await openModel(settings, content.current, operations.modelCalled, logger)
  if (model !== undefined) modelKronorToday = model.kronorToday
  const uploads = openUploads(settings)
  const danger = openDangerListener(settings, content.current, logger)
  const bot = assembleBot({
    store,
    shelf: uploads.shelf,
    content: content.current,
    clock: systemClock,
    logger,
    observer: operations.observer,
    remoteActions: openHttpActions(settings, content.current, logger),
    readSigns: danger.readSigns,
    ...(model && { model }),
  })
  const limits = await openLimits(settings)
  const web = openWebChat(settings, { store, bot, content: content.current, uploads, logger }, limits)
  openSockets = web.openSockets

  const connector =
    settings.MICROSOFT_APP_ID === undefined ? [] : [await openConnector(settings, bot, logger)]
  const server = createServer(openApp(settings, [operations.router, ...connector, web.router]))
  web.attach(server)
  const open: Open = { server, web, bot, content, danger, limits, store, logger }
  await listen(server, settings).catch(async (error: unknown) => {
    await leave(open, stopDeadlineMs)
    throw error
  })
  setImmediate(prepareToListen, danger)
  const recovery = keepRecovering(bot, logger)
  const retention = keepRemoving({ store, shelf: uploads.shelf, content: content.current, logger })
  return {
    url: addressOf(server),
    stop: () => {
      draining = true
      clearInterval(recovery)
      clearInterval(retention)
      return leave(open, stopDeadlineMs)
    },
  }
}

function openApp(settings: Settings, routers: readonly express.Router[]): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.TRUST_PROXY)
  for (const router of routers) app.use(router)
  app.use(noSuchPage)
  return app
}

interface Open {
  readonly server: Server
  readonly web: WebChat
  readonly bot: Bot
  readonly content: LiveContent
  readonly danger: DangerListener
  readonly limits: Limits
  readonly store: Store
  readonly logger: Logger
}

/** A store that does not answer holds up turns, and its own end, so one deadline stands around them all. */
async function leave(
  { server, web, bot, content, danger, limits, store, logger }: Open,
  deadlineMs: number,
): Promise<void> {
  danger.stop()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolveLate) => {
    timer = setTimeout(resolveLate, deadlineMs, 'late')
  })
  const finishTurns = async (): Promise<void> => {
    await web.close()
    server.closeIdleConnections()
    server.close()
    await Promise.all([bot.settled(), content.close()])
  }
  if ((await Promise.race([finishTurns(), late])) === 'late')
    logger.warn({ deadlineMs }, 'stopped before all turns were done; the next start finishes them')
  server.close()
  server.closeAllConnections()
  limits.conversation.close()
  limits.address.close()
  await Promise.race([store.close(), late])
  clearTimeout(timer)
}

const openContent = (settings: Settings, store: Store, logger: Logger): Promise<LiveContent> =>
  LiveContent.open({
    directory: settings.CONTENT_DIR ?? projectRoot,
    cacheDirectory: join(dataDirectory(settings), 'cache'),
    store,
    watchFiles: watchContentFiles,
    clock: systemClock,
    logger,
  })

const openDangerListener = (settings: Settings, content: () => Content, logger: Logger): DangerListener =>
  listenForDanger({
    content,
    cacheDirectory: join(dataDirectory(settings), 'cache', 'danger'),
    logger,
  })

/** The page is served before it. A message that comes meanwhile waits for the phrases, and for nothing else. */
function prepareToListen(danger: DangerListener): void {
  prepareToSpot()
  void danger.learn()
}

function openHttpActions(settings: Settings, content: () => Content, logger: Logger): RunAction {
  return createHttpActions({
    find: (name) => {
      const action = content().actions.get(name)
      return action?.http === undefined ? undefined : { ...action, http: action.http }
    },
    hosts: settings.ACTION_HOSTS,
    secret: readActionSecret,
    logger,
  })
}

/** The package is loaded only when a model is named: it takes a fifth of a second and 11 MB. */
async function openModel(
  settings: Settings,
  content: () => Content,
  called: Operations['modelCalled'],
  logger: Logger,
): Promise<OpenAiModel | undefined> {
  const { OPENAI_MODEL: model, OPENAI_API_KEY: apiKey = '' } = settings
  if (model === undefined) return undefined
  const { createOpenAiModel } = await import('./adapters/openai/index.js')
  return createOpenAiModel({
    apiKey,
    model,
    baseUrl: settings.OPENAI_BASE_URL,
    prices: { in: settings.OPENAI_KRONOR_IN ?? 0, out: settings.OPENAI_KRONOR_OUT ?? 0 },
    kronorPerDay: settings.OPENAI_DAILY_KRONOR,
    today: () => toLocalTime(systemClock.now(), content().city.timeZone).date,
    clock: systemClock,
    logger,
    called,
  })
}

const dataDirectory = (settings: Settings): string => resolve(projectRoot, settings.DATA_DIR)

/** A city on one machine loads nothing of Redis: its client alone is 10 MB. */
async function openStore(settings: Settings, logger: Logger): Promise<Store> {
  if (settings.REDIS_URL !== undefined) {
    const { openRedisStore } = await import('./adapters/redis/index.js')
    return openRedisStore({ url: settings.REDIS_URL, clock: systemClock, logger })
  }
  makeDataDirectory(settings)
  return openSqliteStore({ file: join(dataDirectory(settings), 'dygnet.db'), clock: systemClock, logger })
}

const megabyte = 1_024 * 1_024

function openUploads(settings: Settings): Uploads & { readonly shelf: FileShelf } {
  const directory =
    settings.FILES_DIR === undefined ? dataDirectory(settings) : resolve(projectRoot, settings.FILES_DIR)
  const maxBytes = settings.FILE_MEGABYTES * megabyte
  return { shelf: createFileShelf({ directory, maxBytes }), maxBytes, maxFiles: settings.FILES_PER_MESSAGE }
}

function makeDataDirectory(settings: Settings): void {
  try {
    mkdirSync(dataDirectory(settings), { recursive: true })
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException
    const message = `DATA_DIR: ${dataDirectory(settings)} cannot be made a folder (${code}). Name another one that this program may write in.`
    throw new DygnetError('setting-invalid', message, { cause })
  }
}

interface Inside {
  readonly uploads: Uploads & { readonly shelf: FileShelf }
  readonly store: Store
  readonly bot: Bot
  readonly content: () => Content
  readonly logger: Logger
}

interface Limits {
  readonly conversation: ClosableRateLimiter
  readonly address: ClosableRateLimiter
}

async function openLimits(settings: Settings): Promise<Limits> {
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
    address: await createRateLimiter({ ...shared, name: 'address', points: settings.STARTS_PER_MINUTE }),
  }
}

function openWebChat(
  settings: Settings,
  { store, bot, content, uploads, logger }: Inside,
  limits: Limits,
): WebChat {
  const cityBot = new CityBot(bot, systemClock)
  return createWebChat({
    store,
    bot,
    run: (context) => cityBot.run(context),
    renderReply,
    toPlainText,
    city: () => cityFacts(settings, content()),
    advise,
    uploads,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    publicDirectory: join(projectRoot, 'dist', 'public'),
    limits,
    clock: systemClock,
    logger,
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL }),
  })
}

const cityFacts = (settings: Settings, { city }: Content): WebChatCity => {
  const { name, phone, hours, languages, timeZone } = city
  const limits = { megabytes: settings.FILE_MEGABYTES, files: settings.FILES_PER_MESSAGE }
  return {
    name,
    phone,
    openingHours: (language) => describeHours(hours, systemClock.now(), timeZone, language),
    fileRefusal: (why, language) => wordFileRefusal(city, limits, why, language),
    languages,
    timeZone,
    maxTextLength,
  }
}

/** The door for Azure Bot Service; its SDK is loaded only when an app id is set. */
function openConnector(settings: Settings, bot: Bot, logger: Logger): Promise<express.Router> {
  const cityBot = new CityBot(bot, systemClock)
  return createBotConnector({
    appId: settings.MICROSOFT_APP_ID ?? '',
    appPassword: settings.MICROSOFT_APP_PASSWORD ?? '',
    appType: settings.MICROSOFT_APP_TYPE,
    ...(settings.MICROSOFT_APP_TENANT_ID === undefined ? {} : { tenantId: settings.MICROSOFT_APP_TENANT_ID }),
    run: (context) => cityBot.run(context),
    logger,
  })
}

/** For a person who mistyped an address, and for a program: one plain line. */
const noSuchPage: express.RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('Sidan finns inte. There is no such page.\n')
}

/** Answers what a crash left waiting, at once and then again and again for nodes that died later. */
function keepRecovering(bot: Bot, logger: Logger): NodeJS.Timeout {
  let failing = false
  // A store that is away for an hour is told once, not seven hundred times.
  const recover = () =>
    void bot.recover().then(
      () => {
        if (failing) logger.info({}, 'waiting messages are looked for again')
        failing = false
      },
      (error: unknown) => {
        if (!failing) logger.error({ err: error }, 'waiting messages could not be looked for')
        failing = true
      },
    )
  recover()
  return setInterval(recover, recoverEveryMs)
}

interface Removing {
  readonly store: Store
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly logger: Logger
}

/** The files last: what held them may just have gone. */
async function removeOld({ store, shelf, content, logger }: Removing): Promise<void> {
  const now = systemClock.now()
  await applyRetention({ store, city: content().city, logger, now })
  await removeLooseFiles({ store, shelf, logger, now })
}

/** Removes what is over its time, at once and then several times a day; on several nodes each does, which is harmless. */
function keepRemoving(parts: Removing): NodeJS.Timeout {
  const remove = () => void removeOld(parts)
  remove()
  return setInterval(remove, removeEveryMs)
}

async function run(): Promise<void> {
  const city = await startCity(readSettings())
  process.stdout.write(
    `\nDygnet is open.\n  The resident's page   ${city.url}/\n  On another page       <script src="${city.url}/widget.js" defer data-lang="sv"></script>\n  For operators         ${city.url}/healthz  /readyz  /metrics\n\nStop with Ctrl-C.\n`,
  )
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    void city.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

if (require.main === module)
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof DygnetError ? error.message : String((error as Error).stack)}\n`)
    process.exit(1)
  })
