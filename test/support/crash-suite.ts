// The same crashes for every store: a process killed at each moment of an errand, then another one that finishes it.
import { spawn } from 'node:child_process'
import type { Store, TranscriptLine } from '../../bot/contracts/store/store'
import { childArguments } from './child'
import { smallCity } from './small-city'
import { crashMessages } from './crash-messages'
import { openTestBot, projectRoot } from './test-bot'

interface Killed {
  readonly acknowledged: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
  /** What it had just done, or was about to do; undefined when it got through. */
  readonly at: string | undefined
}

function runUntilKilled(address: string, moment: number, conversation: string): Promise<Killed> {
  const child = spawn(
    process.execPath,
    childArguments('killed-turn', address, String(moment), conversation),
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const named = (word: string) =>
    new Set([...output.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map((match) => match[1] ?? ''))
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      const [at] = named('killed')
      const isKilled = signal === 'SIGKILL' && at !== undefined
      if (!output.includes('finished') && !isKilled)
        reject(new Error(`the process ended with ${String(code)} by itself`))
      else resolve({ acknowledged: named('accepted'), answered: named('answered'), at })
    })
  })
}

const answersTo = (lines: readonly TranscriptLine[], id: string) =>
  lines.filter((line) => line.author === 'bot' && line.answers === id)

async function expectWhole(store: Store, conversation: string, killed: Killed): Promise<void> {
  const messages = crashMessages(conversation)
  const conversationId = messages[0]!.conversationId
  // As the resident's client does: whatever was not acknowledged is sent again with the same id, in order.
  const bot = await openTestBot(store, { content: await smallCity() })
  await bot.recover()
  for (const message of messages) {
    await bot.receive(message)
    await bot.answer(conversationId, message.id)
  }
  const lines = await store.linesAfter(conversationId, 0, 1_000)
  expect(lines.map((line) => line.sequence)).toEqual(lines.map((_, index) => index + 1))
  for (const { id } of messages) {
    expect(lines.filter((line) => line.author === 'resident' && line.message.id === id)).toHaveLength(1)
    const turn = await store.turnOf(conversationId, id)
    expect(answersTo(lines, id).map((line) => line.author === 'bot' && line.reply)).toEqual(turn?.replies)
  }
  const cases = await store.records('case', { limit: 1_000 })
  const own = cases.filter((record) =>
    lines.some((line) => line.author === 'bot' && line.reply.text.includes(record.id)),
  )
  expect(own).toHaveLength(1)
  expect(killed.answered.size).toBeLessThanOrEqual(killed.acknowledged.size)
}

/** The writes of the three messages that are tried; the last one makes the case. */
export const crashMoments: readonly string[] = [1, 2, 3].flatMap((message) => [
  'before accept',
  'after accept',
  'after holdConversation',
  'after nextWaiting',
  ...(message === 3 ? ['after keepOnce', 'after allocateNumber'] : []),
  'after commit',
])

/** Tries every moment until a process gets through unharmed; gives what each was killed at. */
export async function crashAtEveryMoment(address: string, open: () => Store): Promise<readonly string[]> {
  const moments: string[] = []
  for (let moment = 1; ; moment += 1) {
    const conversation = `crash-${moment}`
    const killed = await runUntilKilled(address, moment, conversation)
    const store = open()
    try {
      await expectWhole(store, conversation, killed)
    } finally {
      await store.close()
    }
    if (killed.at === undefined) return moments
    moments.push(killed.at)
  }
}
