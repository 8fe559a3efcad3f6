// What comes from Azure Bot Service and what becomes of it, with the Bot Framework's own test adapter.
import { TestAdapter } from 'botbuilder-core'
import { openSqliteStore } from '../../adapters/sqlite'
import { CityBot } from '../../bot/city-bot'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Outcome } from '../../bot/contracts/talk/outcome'
import type { Store } from '../../bot/contracts/store/store'
import { nightClock, openTestBot } from '../support/test-bot'

describe('an activity of Azure Bot Service', () => {
  let store: Store
  let adapter: TestAdapter
  let outcomes: Outcome[]

  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    outcomes = []
    const observer = {
      turnEnded: ({ outcome }: { readonly outcome: Outcome }) => void outcomes.push(outcome),
    }
    const cityBot = new CityBot(await openTestBot(store, { clock: nightClock, observer }), nightClock)
    adapter = new TestAdapter((context) => cityBot.run(context))
  })
  afterEach(() => store.close())

  const receive = async (activity: Record<string, unknown>): Promise<readonly string[]> => {
    adapter.activeQueue.length = 0
    await adapter.processActivity(activity)
    return adapter.activeQueue.map(({ text }) => text ?? '')
  }

  test('without text and value is answered, and not understood', async () => {
    for (const text of [undefined, null, 7]) expect(await receive({ type: 'message', text })).toHaveLength(1)
    expect(outcomes).toEqual(Array(3).fill('unanswered-out-of-scope'))
  })

  test("with an id of the house's own is refused, and nothing of it is kept", async () => {
    const activity = { type: 'message', text: 'hej', id: 'house/person/H-1/claim/a1' }
    await expect(receive(activity)).rejects.toMatchObject({ code: 'message-unreadable' })
    expect(outcomes).toEqual([])
  })

  test('with a tapped value and no text shows the value', async () => {
    const value = { name: 'topic', value: 'dialog:felanmalan' }
    expect((await receive({ type: 'message', value }))[0]).toContain('Vad gäller felet?')
  })

  test('with a file and no text is told that files cannot be taken, and an open question is kept', async () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://example.se/a.png' }
    expect((await receive({ type: 'message', attachments: [picture] }))[0]).toContain('bilder eller filer')
    await receive({ type: 'message', text: 'jag vill göra en felanmälan' })
    const [refusal] = await receive({ type: 'message', text: '', attachments: [picture] })
    expect(refusal).toContain('bilder eller filer')
    expect(refusal).toContain('Vad gäller felet?')
    expect(outcomes).toEqual(['guarded-upload', 'asked', 'guarded-upload'])
  })

  test('with text and the same text as an attachment, as Teams sends it, is answered for its text', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>hur sorterar jag plast</p>' }]
    await receive({ type: 'message', text: 'hur sorterar jag plast', attachments })
    expect(outcomes).toEqual(['answered-article'])
  })

  test('is answered with numbers that can be tapped, and over SMS with the same number as plain text', async () => {
    const cry = { type: 'message', text: 'det brinner i mitt kök' }
    expect((await receive(cry)).join()).toContain('[112](tel:112)')
    const texted = (await receive({ ...cry, channelId: 'sms' })).join()
    expect(texted).toContain('112')
    expect(texted).not.toContain('tel:')
  })

  test('that is an event we do not know is of no consequence', async () => {
    expect(await receive({ type: 'event', name: 'startConversation' })).toEqual([])
    expect(await receive({ type: 'event' })).toEqual([])
    expect(await store.conversationsWaiting(1)).toEqual([])
    expect(outcomes).toEqual([])
  })

  test('with a locale that is none is answered in Swedish', async () => {
    expect(await receive({ type: 'message', text: 'hjälp', locale: 7 })).toHaveLength(1)
    expect(outcomes).toEqual(['answered-command'])
  })
})
