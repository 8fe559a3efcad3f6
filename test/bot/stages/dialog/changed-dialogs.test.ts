// Staff change or remove a dialog while a resident is in the middle of it.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { assembleBot } from '../../../../bot/assemble-bot'
import type { Content } from '../../../../bot/content/content'
import type { Bot } from '../../../../bot/contracts/bot'
import { toConversationId, toMessageId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import { noObserver } from '../../../../bot/contracts/talk/observer'
import type { Store } from '../../../../bot/contracts/store/store'
import type { AskStep, Dialog, DoStep } from '../../../../bot/dialog/model/model'
import { nightClock, shippedContent } from '../../../support/test-bot'

const conversationId = toConversationId('web:resident')
const gone = 'går tyvärr inte att fortsätta'
const updated = 'Frågorna har ändrats'

describe('a dialog under way', () => {
  let store: Store
  let bot: Bot
  let content: Content
  let sent: number

  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    content = await shippedContent()
    bot = assembleBot({
      store,
      content: () => content,
      clock: nightClock,
      logger: silentLogger,
      observer: noObserver,
    })
    sent = 0
  })
  afterEach(() => store.close())

  const say = async (text: string) => {
    sent += 1
    const id = toMessageId(`m${sent}`)
    await bot.receive({
      id,
      conversationId,
      channel: 'web',
      receivedAt: nightClock.now().toISOString(),
      content: { kind: 'text', text },
    })
    const { outcome, replies } = await bot.answer(conversationId, id)
    return { outcome, text: replies.map((reply) => reply.text).join('\n') }
  }
  const remove = (id: string) => {
    content = { ...content, dialogs: new Map([...content.dialogs].filter(([key]) => key !== id)) }
  }
  const change = (id: string, edit: (dialog: Dialog) => Partial<Dialog>) => {
    const dialog = content.dialogs.get(id)!
    const changed = { ...dialog, shapeHash: 'another', ...edit(dialog) }
    content = { ...content, dialogs: new Map(content.dialogs).set(id, changed) }
  }
  const lookUp = ({ steps }: Dialog): DoStep => ({
    ...({
      kind: 'do',
      key: 'do:contact_centre_hours',
      action: 'contact_centre_hours',
      effect: 'read',
    } as const),
    ...{ place: steps[0]!.place, with: [], gives: ['open'], ifFails: new Map() },
  })
  const withAsk = (dialog: Dialog, name: string, edit: (ask: AskStep) => AskStep): Partial<Dialog> => {
    const edited = edit(dialog.asks.get(name)!)
    return {
      steps: dialog.steps.map((step) => (step.kind === 'ask' && step.name === name ? edited : step)),
      asks: new Map(dialog.asks).set(name, edited),
    }
  }
  const framesOf = async () =>
    (JSON.parse((await store.load(conversationId)).state!) as { frames: readonly unknown[] }).frames

  test.each(['upprepa', 'avbryt', 'tillbaka', 'Storgatan 12', 'ja'])(
    'that is gone is told of once and dropped, whatever the resident says: %s',
    async (text) => {
      await say('jag vill göra en felanmälan')
      remove('felanmalan')
      const turn = await say(text)
      expect(turn.text.split(gone)).toHaveLength(2)
      expect(await framesOf()).toEqual([])
      const next = await say(text)
      expect(next.text).not.toContain(gone)
      expect(next.text).not.toBe('')
    },
  )

  test('that is gone does not stand in the way of what the message asks', async () => {
    await say('jag vill göra en felanmälan')
    remove('felanmalan')
    const turn = await say('hur sorterar jag plast?')
    expect(turn.outcome).toBe('answered-article')
    expect(turn.text).toContain(gone)
  })

  test.each(['ja', 'avbryt', 'Storgatan 12', 'tillbaka'])(
    'that is gone leaves its answer to no other: "%s" changes nothing in the dialog below',
    async (text) => {
      for (const said of ['gatlyktan på Storgatan 1 är trasig', 'nej', 'hoppa över', 'hoppa över'])
        await say(said)
      await say('boka hämtning av grovsopor')
      const [before] = await framesOf()
      remove('grovsopor')
      const turn = await say(text)
      expect(turn.text).toContain(gone)
      expect(turn.text).toContain('Stämmer uppgifterna')
      expect(await framesOf()).toEqual([before])
      expect(await store.records('case', { limit: 1 })).toEqual([])
    },
  )

  test('that takes an answer no more tells it once, and asks again', async () => {
    await say('jag vill göra en felanmälan')
    await say('halt')
    change('felanmalan', (dialog) =>
      withAsk(dialog, 'kind', (ask) => ({
        ...ask,
        choices: ask.choices.filter(({ code }) => code !== 'ice'),
      })),
    )
    const turn = await say('Storgatan 12')
    expect(turn.text).toContain(updated)
    expect(turn.text).toContain('Vad gäller felet?')
    const next = await say('hål i gatan')
    expect(next.text).not.toContain(updated)
    expect(next.text).toContain('Kan någon skada sig')
  })

  test('that changed without a loss goes on without a word about it', async () => {
    await say('jag vill göra en felanmälan')
    await say('halt')
    change('felanmalan', () => ({}))
    const turn = await say('Storgatan 12')
    expect(turn.text).not.toContain(updated)
    expect(turn.text).toContain('Kan någon skada sig')
  })

  test('whose open question is gone hears the answer to the one said in its place', async () => {
    await say('jag vill göra en felanmälan')
    change('felanmalan', (dialog) => ({
      steps: dialog.steps.filter((step) => step.kind !== 'ask' || step.name !== 'kind'),
      asks: new Map([...dialog.asks].filter(([name]) => name !== 'kind')),
    }))
    expect((await say('hej')).text).toContain('Var är det?')
    expect((await say('Storgatan 12')).text).toContain('Kan någon skada sig')
  })

  test.each(['blorp', 'hjälp', 'ja', 'byt till engelska'])(
    'that has something to look up first looks it up and asks, whatever the resident says: %s',
    async (text) => {
      await say('jag vill göra en felanmälan')
      change('felanmalan', (dialog) => ({ steps: [lookUp(dialog), ...dialog.steps] }))
      expect((await say(text)).text).toMatch(/Vad gäller felet\?|What is the problem\?/)
    },
  )

  test('that has something to look up first does so before the question under an answer', async () => {
    await say('jag vill göra en felanmälan')
    change('felanmalan', (dialog) => ({ steps: [lookUp(dialog), ...dialog.steps] }))
    const { text, outcome } = await say('hur sorterar jag plast?')
    expect(outcome).toBe('answered-article')
    expect(text).toContain('Vad gäller felet?')
  })

  test('in which no question is left comes to its end, whatever the resident says', async () => {
    await say('jag vill göra en felanmälan')
    change('felanmalan', (dialog) => ({
      steps: dialog.steps.slice(-2),
      asks: new Map(),
      confirms: new Map(),
    }))
    const turn = await say('blorp')
    expect(turn.outcome).toBe('completed')
    expect(turn.text).not.toBe('')
    expect(await framesOf()).toEqual([])
  })
})
