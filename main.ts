// Where everything begins: settings → store → content → bot → adapters → server → graceful stop. Each wing is opened in main/.
import { createServer, type Server } from 'node:http'
import express from 'express'
import { createOperations } from './adapters/operations'
import { addressOf, listen } from './adapters/operations/listen'
import { createLogger } from './adapters/operations/logger'
import { readProgramVersion } from './adapters/program-version'
import { readSettings, writesLetters, type Settings } from './adapters/settings'
import type { WebChat } from './adapters/web-chat'
import type { Bot } from './bot/contracts/bot'
import { DygnetError } from './bot/contracts/basics/errors'
import type { Logger } from './bot/contracts/basics/logger'
import type { Store } from './bot/contracts/store/store'
import type { DangerListener } from './bot/stages/emergency/listen-for-danger'
import type { PassageMeanings } from './bot/knowledge/meaning/passage-meanings'
import type { LiveContent } from './bot/content/live-content'
import { keepGoing, type Repeated } from './main/again-and-again'
import { createErrorAnswer, noSuchPage } from './main/last-answers'
import { misspeltSettings } from './main/misspelt-settings'
import { openBot } from './main/open-bot'
import { openCases } from './main/open-cases'
import { openHandOff } from './main/open-hand-off'
import { openConnector } from './main/open-connector'
import { openContent, prepareToListen } from './main/open-content'
import { openHomeCare } from './main/open-home-care'
import { openOpen311, openOpen311Desk } from './main/open-open311'
import { openSms } from './main/open-sms'
import { openStore } from './main/open-store'
import { openLimits, openUploads, openWebChat, type WebChatLimits } from './main/open-web-chat'
import type { Wing } from './main/wing'
import { withoutLetters } from './bot/content/without-letters'

/** How long a stop may take; what is not done by then is still in the store. */
const defaultStopDeadlineMs = 10_000

export interface RunningCity {
  readonly url: string
  /** Closes sockets with 1001, finishes running turns and lets go of the store, as far as the deadline allows. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** How long a stop may take altogether; ten seconds when not given. */
  readonly stopDeadlineMs?: number
  /** Names the program, whose own checks of the same content are believed; read beside this file when not given. */
  readonly program?: string | undefined
  /** How long after the start what is over its time is removed; ten minutes when not given. */
  readonly firstRemovalMs?: number
}

export async function startCity(
  settings: Settings,
  { program = readProgramVersion(__dirname), ...options }: StartOptions = {},
): Promise<RunningCity> {
  const logger = createLogger(settings.LOG_LEVEL)
  // Before anything is open that a wrong folder would leave behind.
  const uploads = openUploads(settings, logger)
  const store = await openStore(settings, logger)
  await store.ping()
  const content = await openContent(settings, store, logger, program)
  let draining = false
  const operations = createOperations({
    store,
    content: content.status,
    languages: () => content.current().city.languages,
  })
  const { shelf } = uploads
  const served = writesLetters(settings) ? content.current : () => withoutLetters(content.current())
  const around = { store, shelf, content: served, logger }
  const mind = await openBot(settings, { ...around, operations })
  const { bot, danger, meanings } = mind
  const inside = { ...around, bot }
  const limits = await openLimits(settings)
  const web = openWebChat(settings, { ...inside, uploads }, limits)
  const desk = openOpen311Desk(settings, store)
  const sms = openSms(settings, { ...inside, silent: operations.textSilent })
  const wings: readonly Wing[] = [
    await openConnector(settings, bot, logger),
    sms,
    await openCases(settings, { ...inside, open311: desk }),
    // Reports from elsewhere may hold an e-mail address, for the department alone.
    await openOpen311(settings, { ...inside, content: content.current, desk }),
    openHomeCare(settings, { ...inside, sendText: sms.sendText, observer: operations.homeCare }),
    openHandOff({ ...inside, callBackSeen: operations.callBackSeen }),
  ]
  const operators = operations.openRouter({
    openSockets: web.openSockets,
    modelKronorToday: mind.kronorToday,
    isDraining: () => draining,
  })
  const routers = [operators, ...wings.flatMap(({ router }) => router ?? []), web.router]
  const server = createServer(openApp(settings, routers, logger))
  web.attach(server)
  const open = { server, web, wings, bot, content, danger, meanings, limits, store, logger }
  await listen(server, settings).catch(async (error: unknown) => {
    await leave({ ...open, repeated: [] }, options)
    throw error
  })
  setImmediate(prepareToListen, danger, meanings)
  for (const misspelt of misspeltSettings(process.env, content.current().city.departments.keys()))
    logger.warn(misspelt, 'this variable is no setting; its value is not used')
  const repeated = keepGoing(wings, { ...inside, ended: operations.entryEnded, ...options })
  return {
    url: addressOf(server),
    stop: () => {
      draining = true
      return leave({ ...open, repeated }, options)
    },
  }
}

function openApp(settings: Settings, routers: readonly express.Router[], logger: Logger): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.TRUST_PROXY)
  for (const router of routers) app.use(router)
  app.use(noSuchPage)
  app.use(createErrorAnswer(logger))
  return app
}

interface Open {
  readonly server: Server
  readonly web: WebChat
  readonly wings: readonly Wing[]
  readonly bot: Bot
  readonly content: LiveContent
  readonly danger: DangerListener
  readonly meanings: PassageMeanings | undefined
  readonly limits: WebChatLimits
  readonly store: Store
  readonly logger: Logger
  readonly repeated: readonly Repeated[]
}

/** A store that does not answer holds up turns, and its own end, so one deadline stands around them all. */
async function leave(
  { server, web, wings, bot, content, danger, meanings, limits, store, logger, repeated }: Open,
  { stopDeadlineMs: deadlineMs = defaultStopDeadlineMs }: StartOptions,
): Promise<void> {
  danger.stop()
  meanings?.stop()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolveLate) => {
    timer = setTimeout(resolveLate, deadlineMs, 'late')
  })
  const finishTurns = async (): Promise<void> => {
    const stopped = repeated.map((one) => one.stop())
    await web.close()
    server.closeIdleConnections()
    server.close()
    await Promise.all([bot.settled(), content.close(), ...stopped])
  }
  const finished = finishTurns().catch((error: unknown) => {
    // What is left open must still be closed.
    logger.error({ err: error }, 'not all that was going on could be ended in order')
  })
  if ((await Promise.race([finished, late])) === 'late')
    logger.warn({ deadlineMs }, 'stopped before all turns were done; the next start finishes them')
  server.close()
  server.closeAllConnections()
  for (const wing of wings) wing.close?.()
  for (const limit of Object.values(limits)) limit.close()
  await Promise.race([store.close(), late])
  clearTimeout(timer)
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
    city.stop().then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof DygnetError ? error.message : String((error as Error).stack)}\n`)
  process.exit(1)
}

if (require.main === module) run().catch(fail)
