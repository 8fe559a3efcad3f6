// Talks by chance with a whole bot and its store: two residents in turn, a process that dies, a file that is edited meanwhile.
import { openSqliteStore } from '../../adapters/sqlite'
import { assembleBot } from '../../bot/assemble-bot'
import type { Content } from '../../bot/content/content'
import type { ActionResult, RunAction } from '../../bot/contracts/cases/action'
import type { Bot } from '../../bot/contracts/bot'
import { conversationSchema, type Conversation } from '../../bot/contracts/talk/conversation'
import { toConversationId, toMessageId, type ConversationId } from '../../bot/contracts/talk/ids'
import { silentLogger, type Logger } from '../../bot/contracts/basics/logger'
import type { Channel, Choice } from '../../bot/contracts/talk/message'
import { noObserver } from '../../bot/contracts/talk/observer'
import type { Store, StoredTurn } from '../../bot/contracts/store/store'
import { trustingShelf } from '../conversation-tests/sample-files'
import type { Chance } from './chance'
import { editedDialog } from './edited-dialog'
import { Broken, lostAnswers } from './lost-answers'
import { randomResult } from './random-desk'
import { randomContent } from './random-message'

export interface SoakedBot {
  readonly messages: number
  readonly processes: number
  readonly edits: number
}

interface Resident {
  readonly conversationId: ConversationId
  readonly channel: Channel
  readonly sent: string[]
  suggestions: readonly Choice[]
  /** Messages kept and replies given: the transcript has a line for each. */
  lines: number
}

const messagesOfAResident = 60

/** @throws Error with the messages that broke */
export async function soakBot(
  shipped: Content,
  wanted: number,
  chance: Chance,
  tell: (messages: number) => void,
): Promise<SoakedBot> {
  const world = new World(shipped, chance)
  try {
    let [messages, residents] = [0, 0]
    const open = (): Resident => {
      residents += 1
      const channel = chance.pick<Channel>(['web', 'sms'])
      const conversationId = toConversationId(`${channel}:soak-${residents}`)
      return { conversationId, channel, sent: [], suggestions: [], lines: 0 }
    }
    const side = [open(), open()]
    for (; messages < wanted; messages += 1) {
      const at = messages % 2
      let resident = side[at] ?? open()
      if (resident.sent.length >= messagesOfAResident) resident = side[at] = open()
      await world.send(resident, `m${messages}`)
      if (messages % 10_000 === 9_999) tell(messages + 1)
    }
    return { messages, processes: world.processes, edits: world.edits }
  } finally {
    await world.store.close()
  }
}

/** One store, and the processes that come and go on it. */
class World {
  processes = 0
  edits = 0
  readonly store: Store
  private now = Date.parse('2026-11-24T01:30:00Z')
  private content: Content
  private bot: Bot
  private readonly faults: string[] = []
  /** Key of a write → what came of it; the other side knows a repeated key. */
  private readonly writes = new Map<string, ActionResult>()
  /** Keys of writes whose turn was committed: none of them may be asked for again. */
  private readonly committed = new Set<string>()
  /** The process dies before its next commit. */
  private dies = false

  constructor(
    private readonly shipped: Content,
    private readonly chance: Chance,
  ) {
    this.content = shipped
    this.store = openSqliteStore({ file: ':memory:', clock: this.clock, logger: silentLogger })
    this.bot = this.start()
  }

  private get clock() {
    return { now: () => new Date(this.now) }
  }

  private start(): Bot {
    this.processes += 1
    const logger: Logger = {
      ...silentLogger,
      error: (facts, message) => void this.faults.push(`${message} ${describe(facts)}`),
    }
    return assembleBot({
      store: mortal(this.store, () => this.dies),
      content: () => this.content,
      clock: this.clock,
      logger,
      observer: noObserver,
      runAction: this.runAction,
      makeCode: () => ({ digits: '123456', salt: 'soak' }),
      shelf: trustingShelf,
    })
  }

  private readonly runAction: RunAction = ({ name, idempotencyKey }) => {
    const action = this.shipped.actions.get(name)
    if (this.committed.has(idempotencyKey)) throw new Broken(`the write ${idempotencyKey} was done twice`)
    const result = this.writes.get(idempotencyKey) ?? randomResult(action, this.chance)
    if (action?.effect === 'write') this.writes.set(idempotencyKey, result)
    return Promise.resolve(result)
  }

  async send(resident: Resident, name: string): Promise<void> {
    this.now += this.chance.next() ** 4 * 20 * 60_000
    const isEdited = this.chance.isOneIn(25)
    if (isEdited) this.edit()
    const before = await this.stateOf(resident)
    const topics = [...this.content.dialogs.keys()]
    const content = randomContent(resident.suggestions, topics, this.chance)
    resident.sent.push(JSON.stringify(content))
    try {
      const id = toMessageId(name)
      const message = { id, receivedAt: this.clock.now().toISOString(), content, language: 'sv' as const }
      const { conversationId, channel } = resident
      await this.bot.receive({ ...message, conversationId, channel })
      const turn = await this.answer(resident, id)
      resident.lines += 1 + turn.replies.length
      resident.suggestions = turn.replies.at(-1)?.suggestions.map(({ choice }) => choice) ?? []
      for (const key of this.writes.keys()) this.committed.add(key)
      await this.check(resident, turn)
      if (!isEdited) this.checkKept(before, await this.stateOf(resident))
    } catch (error) {
      const sent = resident.sent.join('\n  ')
      throw new Error(`${resident.conversationId}:\n  ${sent}`, { cause: error })
    }
  }

  /** Sometimes the process dies before its commit, or before it begins: the next one finishes what it left. */
  private async answer({ conversationId }: Resident, id: StoredTurn['messageId']): Promise<StoredTurn> {
    if (!this.chance.isOneIn(12)) return this.bot.answer(conversationId, id)
    if (this.chance.isOneIn(2)) {
      this.dies = true
      const died = await this.bot.answer(conversationId, id).then(
        () => false,
        () => true,
      )
      this.dies = false
      if (!died) throw new Broken('a process that died has answered')
    }
    this.bot = this.start()
    await this.bot.recover()
    const turn = await this.store.turnOf(conversationId, id)
    if (turn === undefined) throw new Broken('the message was not answered after the start')
    return turn
  }

  private edit(): void {
    this.edits += 1
    const id = this.chance.pick([...this.shipped.dialogs.keys()])
    const dialog = this.shipped.dialogs.get(id)
    if (dialog === undefined) return
    const edited = this.chance.isOneIn(3) ? dialog : editedDialog(dialog, this.chance)
    this.content = { ...this.content, dialogs: new Map(this.content.dialogs).set(id, edited) }
  }

  private async stateOf({ conversationId }: Resident): Promise<Conversation | undefined> {
    const { state } = await this.store.load(conversationId)
    return state === undefined ? undefined : conversationSchema.parse(JSON.parse(state))
  }

  private async check({ conversationId, lines }: Resident, { replies, outcome }: StoredTurn): Promise<void> {
    const [fault] = this.faults
    if (fault !== undefined && !fault.includes('forgot-too-often')) throw new Broken(fault)
    this.faults.length = 0
    if (outcome.startsWith('failed-')) throw new Broken(`the turn ended in ${outcome}`)
    if (replies.length === 0 || replies.every(({ text }) => text.trim() === ''))
      throw new Broken(`nothing was said: ${outcome}`)
    const last = await this.store.lastSequence(conversationId)
    if (last !== lines) throw new Broken(`the transcript has ${last} lines and not ${lines}`)
  }

  /** What was answered in a dialog that is still open is still there. */
  private checkKept(before: Conversation | undefined, after: Conversation | undefined): void {
    for (const frame of before?.frames ?? []) {
      const dialog = this.content.dialogs.get(frame.dialog)
      const now = after?.frames.find(
        (one) => one.dialog === frame.dialog && one.startedAt === frame.startedAt,
      )
      if (dialog === undefined || now?.shapeHash !== frame.shapeHash) continue
      const lost = lostAnswers(dialog, frame, now)
      if (lost.length > 0) throw new Broken(`lost without a word: ${lost.join(', ')}`)
    }
  }
}

const describe = (facts: object): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    value instanceof Error ? (value.stack ?? value.message) : value,
  )

/** The store as a process sees it that may die before it commits. */
const mortal = (store: Store, dies: () => boolean): Store =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      if (name === 'commit' && dies()) return () => Promise.reject(new Error('the process died'))
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
