// Turns in the process: receive and answer with the SQLite store on disk, a mixed script of many residents.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../adapters/sqlite'
import { assembleBot } from '../../bot/assemble-bot'
import { systemClock } from '../../bot/contracts/basics/clock'
import type { Bot } from '../../bot/contracts/bot'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { MessageContent } from '../../bot/contracts/talk/message'
import { noObserver } from '../../bot/contracts/talk/observer'
import { loadShippedContent } from '../talk/terminal-bot'
import { percentile, rounded } from './figures'

/**
 * What one resident writes: articles, a whole errand with a correction, small talk, and something unknown. Each reports at a
 * house of their own: who reports what is reported already is asked something else.
 */
const scriptOf = (house: number): readonly MessageContent[] => [
  { kind: 'arrival' },
  ...[
    'hur sorterar jag plast',
    `gatlyktan på Storgatan ${2 * house} är trasig`,
    'nej',
    'hoppa över',
    'hoppa över',
    `nej, platsen är Storgatan ${2 * house + 1}`,
    'ja',
    'tack',
    'vad kostar hemtjänst',
    'how do I contest a parking fine',
    'asdf qwer',
    'boka grovsopor',
    'Torget 1',
    'en gammal soffa',
    'avbryt',
  ].map((text) => ({ kind: 'text', text }) as const),
]

const conversations = 250
const warmUpConversations = 20
const atOnce = 4

async function talk(bot: Bot, name: string, house: number, samplesMs: number[]): Promise<void> {
  const conversationId = toConversationId(`web:${name}`)
  for (const [index, content] of scriptOf(house).entries()) {
    const id = toMessageId(`${name}-${index}`)
    const startedAt = performance.now()
    await bot.receive({ id, conversationId, channel: 'web', receivedAt: new Date().toISOString(), content })
    await bot.answer(conversationId, id)
    samplesMs.push(performance.now() - startedAt)
  }
}

async function talkAll(
  bot: Bot,
  { prefix, count, firstHouse }: { prefix: string; count: number; firstHouse: number },
): Promise<readonly number[]> {
  const samplesMs: number[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await talk(bot, `${prefix}-${next}`, firstHouse + next, samplesMs)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return samplesMs
}

export async function benchTurns(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-bench-'))
  const content = await loadShippedContent()
  const store = openSqliteStore({ file: join(folder, 'bench.db'), clock: systemClock, logger: silentLogger })
  const bot = assembleBot({
    store,
    content: () => content,
    clock: systemClock,
    logger: silentLogger,
    observer: noObserver,
  })
  try {
    await talkAll(bot, { prefix: 'warm-up', count: warmUpConversations, firstHouse: 0 })
    const startedAt = performance.now()
    const samplesMs = await talkAll(bot, {
      prefix: 'bench',
      count: conversations,
      firstHouse: warmUpConversations,
    })
    const seconds = (performance.now() - startedAt) / 1_000
    return {
      turnsPerSecond: rounded(samplesMs.length / seconds),
      turnP50Ms: rounded(percentile(samplesMs, 0.5)),
      turnP99Ms: rounded(percentile(samplesMs, 0.99)),
    }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
