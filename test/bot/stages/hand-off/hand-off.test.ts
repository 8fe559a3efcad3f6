// What a department gets at a hand-off, when it is told to be closed, and what of a sensitive dialog never leaves.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { toConversationId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { compileWith, sound } from '../../dialog/sound-dialog'
import { residentOf, type Answered, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

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
    expect(last.text).toContain('Äldreomsorgen ringer dig senast tisdag 24 november klockan 16.00')
    expect(last.text).toContain('R-00001')
    expect(await records()).toMatchObject([{ promisedBy: '2026-11-24T15:00:00.000Z' }])
    expect(await waiting()).toEqual([
      ['note/call-back/R-00001', nightClock.now().toISOString()],
      ['note/call-back-due/R-00001/2026-11-24T15:00:00.000Z', '2026-11-24T14:00:00.000Z'],
      ['call-back/R-00001/2026-11-24T15:00:00.000Z', '2026-11-24T15:00:00.000Z'],
    ])
  })
  const handedOver = async (clock = nightClock) => {
    const resident = await residentOf(store, { content: await contentWith(false), clock })
    await resident.begin('utan-nummer')
    return { resident, asked: await resident.say('mamma låter så ledsen') }
  }
  test('without a number promises no call outside hours; the department gets what was answered, and a number is asked for', async () => {
    const { asked } = await handedOver()
    expect(asked.outcome).toBe('handed-off-closed')
    expect(asked.text).not.toContain('ringer dig')
    expect(asked.text).toContain('Vilket nummer ska vi ringa dig på?')
    expect(await records()).toMatchObject([
      { facts: { reason: 'mamma låter så ledsen', dialog: 'Utan nummer' } },
    ])
    expect(await waiting()).toEqual([['note/hand-off/R-00001', nightClock.now().toISOString()]])
  })
  test('without a number says how a person is reached while they are there', async () => {
    const { asked } = await handedOver(open)
    expect(asked.text).toContain('har öppet nu. Ring 042-10 50 00')
    expect(asked.text).not.toContain('Vilket nummer')
  })
  test('that was given a number afterwards is a promise under the same code, and hides no number', async () => {
    const { resident } = await handedOver()
    const { text } = await resident.say('det är 070-123 45 67')
    expect(text).toBe(
      'Äldreomsorgen ringer dig senast tisdag 24 november klockan 16.00. Numret kan vara dolt. Din kod är R-00001. Du kan också ringa 042-10 50 00 när det är öppet.',
    )
    expect(await records()).toMatchObject([
      {
        ...{ code: 'R-00001', promisedBy: '2026-11-24T15:00:00.000Z' },
        facts: { reason: 'mamma låter så ledsen', phone: '+46701234567' },
      },
    ])
    expect((await waiting()).map(([id]) => id)).toEqual(
      expect.arrayContaining([
        'note/call-back/R-00001',
        'note/call-back-due/R-00001/2026-11-24T15:00:00.000Z',
        'call-back/R-00001/2026-11-24T15:00:00.000Z',
      ]),
    )
  })
  test.each([
    ['is written', (resident: Resident) => resident.say('nej tack')],
    ['is tapped', (resident: Resident, asked: Answered) => resident.tap(asked, 'Nej tack')],
  ])('names the contact centre’s number and hours when "nej tack" %s', async (_how, decline) => {
    const { resident, asked } = await handedOver()
    expect((await decline(resident, asked)).text).toBe(
      'Då ringer vi dig inte. Du når kontaktcenter på 042-10 50 00, måndag–fredag 8.00–16.30. Nämn gärna koden R-00001. Kan du inte ringa, skriv i formuläret på helsingborg.se.',
    )
    expect(await records()).toMatchObject([{ facts: { reason: 'mamma låter så ledsen' } }])
    expect((await waiting()).map(([id]) => id)).toEqual(['note/hand-off/R-00001'])
  })
  test('asks for the number once more when it is mistyped, and not when something else is asked', async () => {
    const { resident } = await handedOver()
    expect((await resident.say('070-123')).text).toContain('Det ser inte ut som ett telefonnummer')
    expect((await resident.say('hur säger jag upp min plats på förskolan')).text).not.toContain(
      'nummer ska vi',
    )
    // Nothing waits for it now, so it is masked as any number that nobody asked for.
    expect((await resident.say('070-123 45 67')).outcome).toBe('guarded-personal-data')
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
  describe('an offer of a call', () => {
    const offers = [
      ['of the house', (resident: Resident) => resident.say('människa')],
      ['of a dialog', (resident: Resident) => resident.begin('kontakta-oss')],
    ] as const
    const shipped = () => residentOf(store, { clock: nightClock })
    const finish = async (resident: Resident) => {
      await resident.say('min faktura')
      await resident.say('hoppa över')
      return resident.say('ja')
    }
    test.each(offers)('%s is taken by a yes', async (_whose, offer) => {
      const resident = await shipped()
      await offer(resident)
      expect((await resident.say('ja tack')).text).toContain('Vad gäller det?')
      await resident.say('min faktura')
      await resident.say('hoppa över')
      expect((await resident.say('070-123 45 67')).text).toContain('Stämmer det?')
    })
    test.each(offers)('%s is taken by a number, which is asked for no more', async (_whose, offer) => {
      const resident = await shipped()
      await offer(resident)
      const { text } = await resident.say('ja, på 070-123 45 67')
      expect(text).toContain('Vad gäller det?')
      expect(text).not.toContain('dolt')
      expect((await finish(resident)).text).toContain('R-00001')
      expect(await records()).toMatchObject([{ facts: { phone: '+46701234567' } }])
    })
    test('over SMS is taken by a yes alone, for the number is known', async () => {
      const resident = await residentOf(store, {
        ...{ clock: nightClock, channel: 'sms' as const, name: '46701234567' },
        ...{ from: '+46701234567', to: '+46766860100' },
      })
      await resident.say('människa')
      expect((await resident.say('ja')).text).toContain('Vad gäller det?')
      await finish(resident)
      expect(await records()).toMatchObject([{ facts: { phone: '+46701234567' } }])
    })
    test('is declined by a no, and stands for one message', async () => {
      const resident = await shipped()
      await resident.say('människa')
      expect((await resident.say('nej tack')).text).toContain('Okej. Säg till')
      expect((await resident.say('070-123 45 67')).outcome).toBe('guarded-personal-data')
    })
    test('does not take the answer to the question of a dialog that waits', async () => {
      const resident = await shipped()
      await resident.say('gatlyktan på Storgatan 12 är trasig')
      await resident.say('människa')
      expect((await resident.say('nej')).text).not.toContain('Vad gäller det?')
    })
  })
})
