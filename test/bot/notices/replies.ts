// A text from the phone that a notice went to, from the talk on the web in which it was subscribed to; on any store.
import type { Content } from '../../../bot/content/content'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createNotify, type NoticeEvent } from '../../../bot/notices/notify'
import { residentOf, type Resident } from '../../support/resident'
import { smallCity } from '../../support/small-city'
import { compileWith } from '../dialog/sound-dialog'
import { visits } from '../dialog/visits-dialog'

const phone = '+46701234567'
const makeCode = () => ({ digits: '480215', salt: 'salt' })
const visit: NoticeEvent = { id: 'e1', name: 'visit_done', person: 'Britt', data: { visit_time: '08:41' } }
const atVisit = '2026-11-24T07:41:00Z'
const afterVisit = '2026-11-24T09:00:00Z'

const clockAt = (now: string): Clock => ({ now: () => new Date(now) })

export function describeReplies(openStore: () => Promise<Store> | Store): void {
  let store: Store
  // Training takes seconds in which no connection would come about.
  beforeAll(() => smallCity())
  beforeEach(async () => {
    store = await openStore()
  })
  afterEach(() => store.close())

  const subscriber = async (name = 'web') => residentOf(store, { makeCode, name, content: await smallCity() })
  const subscribe = async (
    resident: Resident,
    answers = ['ja', '070-123 45 67', '480215', 'sms', 'M', 'nej', 'ja'],
  ) => {
    await resident.begin('hemtjanst-besok')
    for (const answer of answers.slice(0, -1)) await resident.say(answer)
    expect((await resident.say(answers.at(-1) ?? '')).outcome).toBe('completed')
  }
  const notify = async (event: NoticeEvent = visit, now = atVisit, content?: Content) => {
    const served = content ?? (await smallCity())
    const tell = createNotify({ store, content: () => served, clock: clockAt(now), logger: silentLogger })
    expect(await tell(event)).toMatchObject({ kind: 'notified', told: [{ kind: 'enqueued' }] })
  }
  const owner = async (now = afterVisit, from = phone, content?: Content) =>
    residentOf(store, {
      channel: 'sms',
      name: `our:${from}`,
      from,
      makeCode,
      clock: clockAt(now),
      content: content ?? (await smallCity()),
    })
  const goesOn = {
    outcome: 'asked',
    text: expect.stringMatching(/hos Britt.*Vad vill du göra nu/s) as string,
  }

  describe('opens the dialog of the notice, with the consent and the number known', () => {
    test.each([
      'MER',
      'svar',
      'Jag har en fråga om besöket',
      'När kommer ni nästa gång?',
      'har hemtjänsten varit hos min mamma i dag',
    ])('%s', async (text) => {
      await subscribe(await subscriber())
      await notify()
      expect(await (await owner()).say(text)).toMatchObject(goesOn)
    })
    test('and hears a word of the dialog as its answer', async () => {
      await subscribe(await subscriber())
      await notify()
      expect(await (await owner()).say('orolig')).toMatchObject({
        outcome: expect.stringMatching(/^handed-off/) as string,
      })
    })
    test('in the language of the notice', async () => {
      const resident = await subscriber()
      await resident.say('english')
      await subscribe(resident, ['yes', '070-123 45 67', '480215', 'notify me', 'M', 'no', 'yes'])
      await notify()
      expect((await (await owner()).say('more')).text).toContain('Home care visited Britt')
    })
    test('and subscribes again on the consent that stands, until it is taken back', async () => {
      await subscribe(await subscriber())
      await notify()
      const resident = await owner()
      for (const text of ['mer', 'meddela mig', 'N', 'ja']) await resident.say(text)
      expect((await resident.say('ja')).text).toContain('sparat')
      expect(await store.records('subscription', { limit: 9 })).toMatchObject([
        { value: { kept: { alias: 'N' } } },
      ])
      await resident.say('mer')
      expect((await resident.say('jag tar tillbaka mitt samtycke')).text).toMatch(
        /inga fler sms.*Då sparar jag inget/s,
      )
      expect((await resident.say('mer')).text).not.toContain('Britt')
    })
    test('and answers STOPP before everything else', async () => {
      await subscribe(await subscriber())
      await notify()
      const resident = await owner()
      await resident.say('mer')
      expect((await resident.say('stopp')).text).toContain('inga fler sms')
      expect(JSON.stringify(await store.records('conversation', { limit: 9 }))).not.toContain('4670')
    })
  })

  describe('is an ordinary message', () => {
    const ordinary = async (text: string, now = afterVisit, from = phone) =>
      expect((await (await owner(now, from)).say(text)).text).not.toContain('Britt')

    test('from another phone, before the notice was sent, or long after it', async () => {
      await subscribe(await subscriber())
      await notify(visit, '2026-11-24T22:15:00Z')
      await ordinary('mer info', '2026-11-25T05:59:00Z')
      await ordinary('mer info', '2026-11-25T06:10:00Z', '+46709998877')
      expect(await (await owner('2026-11-25T06:10:00Z')).say('mer info')).toMatchObject(goesOn)
      await ordinary('mer info', '2026-11-29T06:10:00Z')
    })
    test('when the subscription has ended', async () => {
      const resident = await subscriber()
      await subscribe(resident)
      await notify()
      await resident.say('jag tar tillbaka mitt samtycke')
      await ordinary('mer')
    })
    test('when it is about something else, or a word that works everywhere', async () => {
      await subscribe(await subscriber())
      await notify()
      await ordinary('hjälp')
      await ordinary('det är ett hål i gatan')
    })
    test('and what waits for the night to end does not hide what was told before it', async () => {
      await subscribe(await subscriber())
      await notify(visit, '2026-11-24T20:50:00Z')
      await notify({ ...visit, id: 'e2' }, '2026-11-24T22:15:00Z')
      expect(await (await owner('2026-11-24T22:20:00Z')).say('mer')).toMatchObject(goesOn)
    })
  })

  describe('beside another dialog', () => {
    const reporting = async (now = afterVisit) => {
      const resident = await owner('2026-11-24T07:00:00Z')
      await resident.begin('felanmalan')
      await notify()
      return { early: resident, late: await owner(now) }
    }
    beforeEach(async () => subscribe(await subscriber()))

    test('that asked before the notice came, "mer" goes between, and the dialog goes on after it', async () => {
      const { late } = await reporting()
      expect(await late.say('mer')).toMatchObject(goesOn)
      expect((await late.say('inget mer')).text).toMatch(/Tillbaka till "Felanmälan.*Vad gäller felet/s)
    })
    test('an answer to its question is an answer to its question', async () => {
      const { late } = await reporting()
      expect((await late.say('halka')).text).not.toContain('Britt')
    })
    test('what is not understood is not taken for a reply, but a question is', async () => {
      const { late } = await reporting()
      expect((await late.say('jaså minsann')).text).toContain('Vad gäller felet')
      await notify({ ...visit, id: 'e2' }, '2026-11-24T09:30:00Z')
      const later = await owner('2026-11-24T10:00:00Z')
      expect(await later.say('När kommer ni nästa gång?')).toMatchObject(goesOn)
    })
    test('a question is no text for a question that takes any text', async () => {
      const { late } = await reporting()
      for (const text of ['något annat', 'Storgatan 12', 'nej']) await late.say(text)
      await notify({ ...visit, id: 'e2' }, '2026-11-24T09:30:00Z')
      const later = await owner('2026-11-24T10:00:00Z')
      expect(await later.say('När kommer ni nästa gång?')).toMatchObject(goesOn)
    })
    test('that asked after the notice came, its question is what is answered', async () => {
      const { early, late } = await reporting()
      await late.say('halka')
      expect((await early.say('mer')).text).not.toContain('Britt')
    })
  })

  describe('where the dialog asks for the person', () => {
    let content: Content
    beforeEach(async () => {
      const shipped = await smallCity()
      const besok = compileWith(visits).dialogs.get('besok')!
      content = { ...shipped, dialogs: new Map([['besok', besok]]) }
    })
    const follow = async (name: string, alias: string) => {
      const resident = await residentOf(store, { makeCode, name, content })
      await resident.begin('besok')
      for (const answer of ['ja', '070-123 45 67', '480215', alias, 'nej']) await resident.say(answer)
      expect((await resident.say('ja')).outcome).toBe('completed')
    }
    const tell = (person: string, now = atVisit) =>
      notify({ id: person, name: 'visit_done', person, data: { at: '08:41', late: false } }, now, content)

    test('it is known, and another open talk about somebody else makes way', async () => {
      await follow('a', 'M')
      await follow('b', 'N')
      await tell('M')
      expect((await (await owner(afterVisit, phone, content)).say('mer')).text).toContain('Också på natten')
      await tell('N', '2026-11-24T09:30:00Z')
      const resident = await owner('2026-11-24T10:00:00Z', phone, content)
      expect((await resident.say('mer')).text).toContain('Också på natten')
      await resident.say('nej')
      await resident.say('ja')
      const kept = (await store.records('subscription', { limit: 9 })).map(({ value }) => value)
      expect(kept).toContainEqual(expect.objectContaining({ person: 'N', channel: 'sms' }))
      expect(kept).toContainEqual(expect.objectContaining({ person: 'M', channel: 'web' }))
    })
    test('it is asked for when two were told of at the same moment', async () => {
      await follow('a', 'M')
      await follow('b', 'N')
      await tell('M')
      await tell('N')
      expect((await (await owner(afterVisit, phone, content)).say('mer')).text).toContain(
        'kalla den du följer',
      )
    })
  })
}
