// A whole bot for command line tools: the shipped content, a store in memory, one resident.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readProgramVersion } from '../../adapters/program-version'
import { openSqliteStore } from '../../adapters/sqlite'
import { createBuiltInActions } from '../../bot/actions/built-in-actions'
import { assembleBot } from '../../bot/assemble-bot'
import type { Content } from '../../bot/content/content'
import { systemClock, type Clock } from '../../bot/contracts/basics/clock'
import type { RunAction } from '../../bot/contracts/cases/action'
import type { ReadSigns } from '../../bot/contracts/talk/danger'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Channel, InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import type { EndedTurnFacts } from '../../bot/contracts/talk/observer'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { CheckOptions } from '../../bot/content/checked-before'
import { loadContent } from '../../bot/content/load-content'
import { projectRoot } from '../../main/project-root'
import { listenInTerminal } from './listen-in-terminal'
import { faultLines, leftOutLines } from '../command/tell-left-out'
import { terminalCache } from './terminal-cache'

export interface TerminalTurn extends EndedTurnFacts {
  readonly replies: readonly Reply[]
}

export interface TerminalTalk {
  say(content: MessageContent): Promise<TerminalTurn>
}

export interface TerminalBot {
  readonly content: Content
  /** A new conversation of its own. */
  newTalk(options: { readonly channel: Channel; readonly language: Language }): TerminalTalk
  close(): Promise<void>
}

/** Our number and the resident's, as a gateway gives them; both are among those that go to nobody (070-174 06 05 to 99). */
const madeUpNumbers: Readonly<Partial<Record<Channel, Pick<InboundMessage, 'from' | 'to'>>>> = {
  sms: { from: '+46701740605', to: '+46701740699' },
}

interface TerminalBotOptions {
  readonly content?: Content
  readonly clock?: Clock
  /** Takes the place of the built-in actions, which it is handed. */
  readonly runAction?: (builtIn: RunAction) => RunAction
  readonly shelf?: Pick<FileShelf, 'keep' | 'hold'>
  /** Whether it asks about signs of danger, as the server does. What is not written by residents needs no ear. */
  readonly listens?: boolean
}

/** What is checked and learnt today is kept for the next tool. */
export const checkOptions = (): CheckOptions => ({
  cacheDirectory: terminalCache(),
  program: readProgramVersion(join(__dirname, '..', '..')),
  now: systemClock.now(),
})

/**
 * The content of the project, or of the folder that CONTENT_DIR names; what is left out of it is told on stderr. It is checked as
 * of today, whatever the clock of the conversations played on it: an article read through this morning is sound.
 */
export async function loadShippedContent(): Promise<Content> {
  const directory = process.env['CONTENT_DIR'] || projectRoot
  const content = await loadContent(directory, checkOptions(), silentLogger)
  for (const line of faultLines(content.findings)) console.error(line)
  return content
}

/** For whoever asks and wonders why another topic answers. */
async function loadAndTellLeftOut(): Promise<Content> {
  const content = await loadShippedContent()
  const served = [
    ...[...content.dialogs.keys()].map((id) => `dialogs/${id}`),
    ...[...content.articles.keys()].map((id) => `knowledge/${id}`),
  ]
  for (const line of leftOutLines(content.findings, new Set(served))) console.error(line)
  return content
}

export async function openTerminalBot(options: TerminalBotOptions = {}): Promise<TerminalBot> {
  const content = options.content ?? (await loadAndTellLeftOut())
  const clock = options.clock ?? systemClock
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const facts = new Map<string, EndedTurnFacts>()
  const builtIn = createBuiltInActions({ store, city: () => content.city })
  let readSigns: ReadSigns | undefined
  const bot = assembleBot({
    store,
    content: () => content,
    clock,
    logger: silentLogger,
    // No text message leaves a terminal, so its code is the same each time.
    makeCode: () => ({ digits: '123456', salt: 'terminal' }),
    observer: { turnEnded: (ended) => void facts.set(ended.messageId, ended) },
    runAction: options.runAction?.(builtIn) ?? builtIn,
    ...(options.shelf && { shelf: options.shelf }),
    readSigns: (text) => readSigns?.(text),
  })
  return {
    content,
    newTalk: ({ channel, language }) => {
      const conversationId = toConversationId(`${channel}:terminal-${randomUUID()}`)
      return {
        say: async (said) => {
          if (options.listens === true && said.kind === 'text') readSigns ??= await listenInTerminal(content)
          const id = toMessageId(randomUUID())
          await bot.receive({
            id,
            conversationId,
            channel,
            language,
            ...madeUpNumbers[channel],
            receivedAt: clock.now().toISOString(),
            content: said,
          })
          const turn = await bot.answer(conversationId, id)
          const ended = facts.get(id)
          facts.delete(id)
          if (ended === undefined) throw new Error('a committed turn was not observed')
          return { ...ended, replies: turn.replies }
        },
      }
    },
    close: () => store.close(),
  }
}
