// A one-time code over the whole bot: the text message goes with the turn's commit, and its digits nowhere else.
import { openSqliteStore } from '../../../adapters/sqlite'
import type { Content } from '../../../bot/content/content'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { randomCode } from '../../../bot/one-time-code/random-code'
import { compileWith } from '../dialog/sound-dialog'
import { residentOf } from '../../support/resident'
import { nightClock, shippedContent } from '../../support/test-bot'

const source = `dialog: kod
title: Kontroll av nummer
owner: kontaktcenter
steps:
  - ask: phone
    question: Vilket nummer har du?
    type: phone
    keep: 90 days
  - ask: code
    question: Vilken kod fick du på {phone}?
    type: code
    to: phone
    if fails: { handoff: Koden stämde inte. }
  - end: done
`
const makeCode = () => ({ digits: '804213', salt: 'salt' })

describe('a one-time code', () => {
  let store: Store
  let content: Content
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    const dialog = compileWith({ 'kod.yaml': source }).dialogs.get('kod')!
    const shipped = await shippedContent()
    content = { ...shipped, dialogs: new Map(shipped.dialogs).set('kod', dialog) }
  })
  afterEach(() => store.close())
  const sent = async () =>
    (await store.claimOutbox({ now: nightClock.now(), leaseMs: 1000, limit: 9 })).filter(
      ({ kind }) => kind === 'sms',
    )

  test('is sent once, in the words of the city, and proves the number', async () => {
    const resident = await residentOf(store, { content, makeCode })
    await resident.begin('kod')
    const asked = await resident.say('070-123 45 67')
    expect(asked.text).toBe('Vilken kod fick du på 070-123 45 67?')
    expect((await resident.say('hjälp')).text).toContain('Vilken kod fick du')
    expect(await sent()).toMatchObject([
      {
        kind: 'sms',
        dueAt: '2026-11-24T01:30:00.000Z',
        payload: {
          to: '+46701234567',
          text: '804213 är din kod till Helsingborg. Den gäller i tio minuter. Lämna den inte till någon annan.',
          notAfter: '2026-11-24T01:40:00.000Z',
        },
      },
    ])
    expect((await resident.say('804213')).outcome).toBe('completed')
  })
  test('stands in no state and in no reply', async () => {
    const resident = await residentOf(store, { content, makeCode })
    await resident.begin('kod')
    await resident.say('070-123 45 67')
    await resident.say('987650')
    const id = toConversationId('web:resident')
    expect((await store.load(id)).state).not.toMatch(/804213|987650/)
    const replies = (await store.linesAfter(id, 0, 99)).filter(({ author }) => author === 'bot')
    expect(JSON.stringify(replies)).not.toContain('804213')
    expect(JSON.stringify(replies)).toContain('Du har 2 försök kvar.')
  })
  test('is sent anew by the button under the question', async () => {
    const resident = await residentOf(store, { content, makeCode })
    await resident.begin('kod')
    const asked = await resident.say('070-123 45 67')
    expect((await resident.tap(asked, 'Skicka ny kod')).text).toContain('Jag har skickat en ny kod.')
    expect(await sent()).toHaveLength(2)
  })
  test('is refused to a number that got its codes from other talks, and a person takes over', async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      const other = await residentOf(store, { content, makeCode, name })
      await other.begin('kod')
      await other.say('070-123 45 67')
    }
    expect(await sent()).toHaveLength(4)
    const resident = await residentOf(store, { content, makeCode })
    await resident.begin('kod')
    const refused = await resident.say('070-123 45 67')
    expect(refused.text).toContain('Det har redan skickats många koder till det numret')
    expect(refused.text).toContain('Koden stämde inte.')
    expect(await sent()).toEqual([])
  })
  test('stays good when a new one is refused', async () => {
    const resident = await residentOf(store, { content, makeCode })
    await resident.begin('kod')
    await resident.say('070-123 45 67')
    for (const name of ['a', 'b', 'c']) {
      const other = await residentOf(store, { content, makeCode, name })
      await other.begin('kod')
      await other.say('070-123 45 67')
    }
    const { text } = await resident.say('ny kod')
    expect(text).toContain('Jag kan inte skicka fler koder nu.')
    expect(text).not.toContain('Jag har skickat en ny kod')
    expect((await resident.say('804213')).outcome).toBe('completed')
  })
  test('made by chance has six digits and a salt of its own', () => {
    const codes = Array.from({ length: 50 }, () => randomCode())
    for (const { digits } of codes) expect(digits).toMatch(/^\d{6}$/)
    expect(new Set(codes.map(({ salt }) => salt)).size).toBe(50)
  })
})
