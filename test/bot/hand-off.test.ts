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
    const dialog = compileWith({ 'oro.yaml': source(sensitive), 'city.yaml': city }).dialogs.get('oro')!
    const shipped = await shippedContent()
    return { ...shipped, dialogs: new Map(shipped.dialogs).set('oro', dialog) }
  }
  const talk = async (sensitive: boolean, clock = open) => {
    const resident = await residentOf(store, { content: await contentWith(sensitive), clock })
    await resident.begin('oro')
    await resident.say('070-123 45 67')
    await resident.say('900101-1239')
    return { resident, last: await resident.say('mamma låter så ledsen') }
  }
  const records = async () => (await store.records('call-back', { limit: 9 })).map(({ value }) => value)

  test('says how urgent it is and what was answered, without the personal identity number', async () => {
    const { last } = await talk(false)
    expect(last).toMatchObject({ outcome: 'handed-off' })
    expect(last.text).toContain('En kollega ringer dig.')
    expect(await records()).toMatchObject([
      {
        department: 'aldreomsorg',
        reason: 'worried',
        priority: 'high',
        answers: { phone: '+46701234567', why: 'mamma låter så ledsen' },
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
  test('of a sensitive dialog tells nothing that was answered', async () => {
    await talk(true)
    expect(await records()).toMatchObject([{ reason: 'worried', answers: {} }])
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
