// What a department gets at a hand-off, when it is told to be closed, and what of a sensitive dialog never leaves.
import { openSqliteStore } from '../../adapters/sqlite'
import type { Content } from '../../bot/content'
import { toConversationId } from '../../bot/contracts/ids'
import { silentLogger } from '../../bot/contracts/logger'
import type { Store } from '../../bot/contracts/store'
import { compileWith, sound } from './dialog/sound-dialog'
import { residentOf } from '../support/resident'
import { nightClock, shippedContent } from '../support/test-bot'

const source = (sensitive: boolean) => `dialog: oro
title: Oro
owner: aldreomsorg
sensitive: ${String(sensitive)}
allows: person-id
steps:
  - ask: phone
    question: Vilket nummer har du?
    type: phone
    keep: 90 days
  - ask: pnr
    question: Vilket personnummer?
    type: person-id
    keep: 90 days
  - ask: why
    question: Vad oroar dig?
  - handoff: En kollega ringer dig.
    id: worried
    priority: high
    closed: Kontoret är stängt. Ring trygghetsjouren.
`
const withoutNumber = `dialog: utan-nummer
title: Utan nummer
owner: aldreomsorg
steps:
  - ask: reason
    question: Vad oroar dig?
  - handoff: Det kan jag inte hjälpa dig med.
    id: cannot
`
const at = (time: string) => ({ now: () => new Date(time) })
/** A Wednesday at ten in Sweden. */
const open = at('2026-11-25T09:00:00.000Z')
/** Friday, Christmas day, at ten. */
const redDay = at('2026-12-25T09:00:00.000Z')

describe('a hand-off', () => {
  let store: Store
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const contentWith = async (sensitive: boolean): Promise<Content> => {
    const city = sound['city.yaml'].replace('person id dialogs: []', 'person id dialogs: [oro]')
    const files = { 'oro.yaml': source(sensitive), 'utan-nummer.yaml': withoutNumber, 'city.yaml': city }
    const shipped = await shippedContent()
    return { ...shipped, dialogs: new Map([...shipped.dialogs, ...compileWith(files).dialogs]) }
  }
  const talk = async (sensitive: boolean, clock = open) => {
    const resident = await residentOf(store, { content: await contentWith(sensitive), clock })
    await resident.begin('oro')
    await resident.say('070-123 45 67')
    await resident.say('900101-1239')
    return { resident, last: await resident.say('mamma låter så ledsen') }
  }
  const waiting = async () =>
    (await store.listOutbox({ dead: false, limit: 9 })).map(({ id, at }) => [id, at])
  const records = async () => (await store.records('call-back', { limit: 9 })).map(({ value }) => value)

  test('says how urgent it is and what was answered, without the personal identity number', async () => {
    const { last } = await talk(false)
    expect(last).toMatchObject({ outcome: 'handed-off' })
    expect(last.text).toContain('En kollega ringer dig.')
    expect(await records()).toMatchObject([
      {
        code: 'R-00001',
        department: 'aldreomsorg',
        conversation: 'web:resident',
        facts: { phone: '+46701234567', why: 'mamma låter så ledsen', reason: 'worried', priority: 'hög' },
      },
    ])
    expect(JSON.stringify(await records())).not.toContain('1239')
  })
  test.each([
    ['at night', nightClock],
    ['on a red day', redDay],
  ])('says that it is closed %s', async (_when, clock) => {
    const { last } = await talk(false, clock)
    expect(last.outcome).toBe('handed-off-closed')
    expect(last.text).toContain('Kontoret är stängt. Ring trygghetsjouren.')
    expect(last.text).not.toContain('En kollega ringer dig.')
  })
  test('with a number is a promise to call that its department is told of, reminded of and held to', async () => {
    const { last } = await talk(false, nightClock)
    expect(last.text).toContain('Äldreomsorgen ringer dig senast tisdag 24 november kl. 16:00')
    expect(last.text).toContain('R-00001')
    expect(await records()).toMatchObject([{ promisedBy: '2026-11-24T15:00:00.000Z' }])
    expect(await waiting()).toEqual([
      ['note/call-back/R-00001', nightClock.now().toISOString()],
      ['note/call-back-due/R-00001', '2026-11-24T14:00:00.000Z'],
      ['call-back/R-00001', '2026-11-24T15:00:00.000Z'],
    ])
  })
  test('without a number promises no call; the department gets what was answered, and the resident is asked for one', async () => {
    const resident = await residentOf(store, { content: await contentWith(false), clock: nightClock })
    await resident.begin('utan-nummer')
    const { text, replies } = await resident.say('mamma låter så ledsen')
    expect(text).not.toContain('ringer dig')
    expect(text).toContain('042-10 50 00')
    expect(replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))).toContain(
      'Bli uppringd',
    )
    expect(await records()).toMatchObject([
      { facts: { reason: 'mamma låter så ledsen', dialog: 'Utan nummer' } },
    ])
    expect(await waiting()).toEqual([['note/hand-off/R-00001', nightClock.now().toISOString()]])
  })
  test('of a sensitive dialog tells nothing that was answered but whom to call', async () => {
    await talk(true)
    const [{ facts }] = (await records()) as [{ facts: object }]
    expect(facts).toEqual({
      ...{ phone: '+46701234567', dialog: 'Oro', reason: 'worried', priority: 'hög' },
      ...{ channel: 'web', language: 'sv' },
    })
  })
  test('of a sensitive dialog has not kept what was written around the values', async () => {
    const resident = await residentOf(store, { content: await contentWith(true), clock: open })
    await resident.begin('oro')
    await resident.say('mitt nummer är 070-123 45 67 men ring inte på natten')
    const { state } = await store.load(toConversationId('web:resident'))
    expect(state).toContain('+46701234567')
    expect(state).not.toContain('på natten')
  })
})
