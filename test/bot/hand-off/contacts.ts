// A phone number or an e-mail address that is written to a person: hidden, asked about, and seen by them alone; on any store.
import { forgetGiven, forgetGivenKind } from '../../../bot/hand-off/forget-given'
import { createHandOffDesk } from '../../../bot/hand-off/hand-off-desk'
import type { Content } from '../../../bot/content/content'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../../bot/contracts/talk/message'
import type { Store } from '../../../bot/contracts/store/store'
import { failTurn, houseMessage } from '../../support/fail-turn'
import { residentOf } from '../../support/resident'
import { openTestBot, shippedContent } from '../../support/test-bot'

const clockAt = (time: string): Clock => ({ now: () => new Date(time) })
/** A Wednesday at ten in Sweden, when departments are open. */
const open = clockAt('2026-11-25T09:00:00.000Z')
const night = clockAt('2026-11-25T22:00:00.000Z')
const department = 'kontaktcenter'
const anna = { name: 'Anna', id: 'anna' }
const number = '070-174 06 05'
const question = 'Jag har dolt det här i det du skrev: telefonnummer. Ska Anna få det? Svara ja eller nej.'
const writeAgain = 'Skriv det en gång till, så får Anna det. Det finns kvar så länge ni pratar.'
const given = 'Nu har Anna fått det.'

/** @param openAnother another connection to the same store, as a process that was started anew has it. */
export function describeContacts(
  openStore: () => Promise<Store> | Store,
  openAnother: () => Promise<Store> | Store,
): void {
  let store: Store
  let content: Content
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    const shipped = await shippedContent()
    const own = shipped.city.departments.get(department)!
    const departments = new Map(shipped.city.departments).set(department, { ...own, queue: 2 })
    content = { ...shipped, city: { ...shipped.city, departments } }
    store = await openStore()
  })
  afterEach(() => store.close())

  const resident = (own = store, clock = open) => residentOf(own, { name: 'ada', content, clock })
  const deskOn = async (own: Store) =>
    createHandOffDesk({
      store: own,
      city: () => content.city,
      bot: await openTestBot(own, { content, clock: open }),
      clock: open,
      shelf: { read: () => Promise.resolve(undefined) },
      casesSeenBy: () => Promise.resolve([]),
      callBackDone: () => Promise.resolve('unknown'),
    })
  /** A resident, and Anna who has the talk. */
  const taken = async (person = resident()) => {
    const ada = await person
    await ada.say('prata med en människa')
    await ada.say('ja')
    const desk = await deskOn(store)
    const id = (await desk.list(department))[0]!.id
    expect(await desk.claim(department, id, anna)).toBe('done')
    const seen = async () =>
      ((await desk.read(department, id, 0))?.lines ?? []).flatMap(({ author, text }) =>
        author === 'resident' ? [text] : [],
      )
    const end = () => desk.end(department, id, anna)
    return { ada, desk, id, seen, end }
  }
  const ask = async () => {
    const talk = await taken()
    return { ...talk, asked: await talk.ada.say(`mitt nummer är ${number}`) }
  }
  /** Of the conversation: its state, its transcript and what is remembered beside it. */
  const kept = async (id = toConversationId('web:ada')) =>
    JSON.stringify([
      await store.load(id),
      await store.linesAfter(id, 0, 999),
      (await store.recordsOf(id)).filter(({ collection }) => collection !== 'hand-off'),
    ])

  test('is hidden from the person, and the resident is asked whether they shall have it', async () => {
    const { asked, seen } = await ask()
    expect(asked).toMatchObject({ outcome: 'passed-on', text: question })
    expect(asked.replies[0]).toMatchObject({
      withPerson: true,
      suggestions: [{ label: 'Ja' }, { label: 'Nej' }],
    })
    expect((await seen()).at(-1)).toBe('mitt nummer är [telefon]')
    expect(await kept()).not.toMatch(/174 ?06|1740605/)
  })

  test('is asked about each time, for the person reads none of them', async () => {
    const { ada } = await ask()
    expect((await ada.say(`alltså ${number}`)).text).toBe(question)
  })

  test.each(['ja', 'Ja, gärna!', 'yes'])('is seen after "%s", where it is written again', async (yes) => {
    const { ada, seen } = await ask()
    expect(await ada.say(yes)).toMatchObject({ outcome: 'passed-on', text: writeAgain })
    expect((await ada.say(`${number} efter klockan 17`)).text).toBe(given)
    expect((await seen()).slice(-3)).toEqual(['mitt nummer är [telefon]', yes, `${number} efter klockan 17`])
    expect(await kept()).not.toMatch(/174 ?06|1740605/)
  })

  test('is seen after a tap, also of a button that was passed by', async () => {
    const { ada, asked, seen } = await ask()
    expect(await ada.say('jag är hemma i kväll')).toMatchObject({ outcome: 'passed-on', replies: [] })
    expect((await ada.tap(asked, 'Ja')).text).toBe(writeAgain)
    await ada.say(number)
    expect((await seen()).at(-1)).toBe(number)
  })

  test('is seen when it comes with the yes', async () => {
    const { ada, seen } = await ask()
    expect((await ada.say(`ja, det är ${number}`)).text).toBe(given)
    expect((await seen()).at(-1)).toBe(`ja, det är ${number}`)
  })

  test.each([
    ['nej', 'Då får Anna det inte.'],
    ['jag är hemma i kväll', ''],
  ])('stays hidden after "%s", and a yes that comes later is the person’s', async (said, told) => {
    const { ada, seen } = await ask()
    expect((await ada.say(said)).text).toBe(told)
    expect(await ada.say('ja')).toMatchObject({ outcome: 'passed-on', replies: [] })
    expect((await ada.say(number)).text).toBe(question)
    expect((await seen()).at(-1)).toBe('[telefon]')
  })

  test('is seen once: the next one is asked about', async () => {
    const { ada, seen } = await ask()
    await ada.say('ja')
    await ada.say(number)
    expect((await ada.say(number)).text).toBe(question)
    expect((await seen()).slice(-2)).toEqual([number, '[telefon]'])
  })

  test('is waited for in the next message only', async () => {
    const { ada, seen } = await ask()
    await ada.say('ja')
    expect(await ada.say('vänta lite')).toMatchObject({ replies: [] })
    expect((await ada.say(number)).text).toBe(question)
    expect((await seen()).at(-1)).toBe('[telefon]')
  })

  test('as an e-mail address goes the same way', async () => {
    const { ada, seen } = await taken()
    expect((await ada.say('ada@exempel.se')).text).toContain('e-postadress. Ska Anna få det?')
    await ada.say('ja')
    expect((await ada.say('ada@exempel.se')).text).toBe(given)
    expect((await seen()).at(-1)).toBe('ada@exempel.se')
  })

  test('never takes a personal identity number along', async () => {
    const { ada, seen } = await taken()
    const alone = await ada.say('900101-1239')
    expect(alone.text).toContain('dolt i det du skrev, så att det inte sparas: personnummer.')
    expect(alone.text).not.toContain('Ska Anna få det')
    await ada.say(number)
    await ada.say('ja')
    const both = await ada.say(`${number}, personnummer 900101-1239`)
    expect(both.text).toContain('personnummer.')
    expect(both.text).toContain(given)
    expect((await seen()).at(-1)).toBe(`${number}, personnummer [personnummer]`)
  })

  test('that comes twice under one id is given once', async () => {
    const { ada, seen } = await ask()
    await ada.say('ja')
    const bot = await openTestBot(store, { content, clock: open })
    const [conversationId, id] = [toConversationId('web:ada'), toMessageId('twice')]
    const message: InboundMessage = {
      ...{ id, conversationId, channel: 'web' as const, receivedAt: open.now().toISOString() },
      content: { kind: 'text', text: number },
    }
    const answers = []
    for (let time = 0; time < 2; time += 1) {
      await bot.receive(message)
      answers.push((await bot.answer(conversationId, id)).replies.map(({ text }) => text))
    }
    expect(answers).toEqual([[given], [given]])
    expect((await seen()).filter((text) => text.includes(number))).toEqual([number])
  })

  test('is answered by a process that was started in between', async () => {
    const { seen } = await ask()
    const other = await openAnother()
    try {
      const ada = await resident(other)
      expect((await ada.say('ja')).text).toBe(writeAgain)
      expect((await (await resident(other)).say(number)).text).toBe(given)
    } finally {
      await other.close()
    }
    expect((await seen()).at(-1)).toBe(number)
  })

  test('is kept nowhere when the talk is over', async () => {
    const { ada, id, end } = await ask()
    await ada.say('ja')
    await ada.say(number)
    expect(JSON.stringify(await store.record('hand-off', id))).toContain(number)
    expect(await end()).toBe('done')
    expect(await kept()).not.toContain(number)
    expect(JSON.stringify(await store.record('hand-off', id))).not.toContain(number)
  })

  test('is kept a day at most, also where nobody ends the talk', async () => {
    const { ada, id, seen } = await ask()
    await ada.say('ja')
    await ada.say(number)
    const due = async (time: string) => {
      const entries = await store.claimOutbox({ now: new Date(time), leaseMs: 1_000, limit: 9 })
      return entries.filter(({ kind }) => kind === forgetGivenKind)
    }
    expect(await due('2026-11-26T08:59:59.000Z')).toEqual([])
    const [entry] = await due('2026-11-26T09:00:02.000Z')
    const bot = await openTestBot(store, { content, clock: open })
    const forget = forgetGiven({ store, bot, clock: open })
    const { message } = entry!.payload as { readonly message: string }
    const news = { kind: 'person', handOff: id, deed: 'forget', agent: '', text: message } as const
    await failTurn(store, bot, houseMessage('web:ada', `person/${id}/forget/${message}`, news))
    expect(await forget(entry!)).toMatchObject({ kind: 'retry' })
    expect(await forget(entry!)).toEqual({ kind: 'done' })
    expect(await forget(entry!)).toMatchObject({ kind: 'dropped' })
    expect(JSON.stringify(await store.record('hand-off', id))).not.toContain(number)
    expect((await seen()).at(-1)).toBe('[telefon]')
    expect(await ada.say('hej')).toMatchObject({ outcome: 'passed-on', replies: [] })
  })

  test('reaches nobody where the person has ended the talk before the yes', async () => {
    const { ada, asked, id, end } = await ask()
    await end()
    expect((await ada.tap(asked, 'Ja')).text).toContain('Den knappen gäller inte längre.')
    expect((await ada.say('ja')).text).not.toContain('Anna')
    expect((await ada.say(number)).text).not.toContain('Anna')
    expect(JSON.stringify(await store.record('hand-off', id))).not.toContain(number)
    expect(await kept()).not.toMatch(/174 ?06|1740605/)
  })

  test('reaches nobody where the person has gone home before it is written again', async () => {
    const { ada, id } = await ask()
    await ada.say('ja')
    const late = await (await resident(store, night)).say(number)
    expect(late.text).toContain('Anna från Kontaktcenter är inte längre här')
    expect(late.text).not.toContain(given)
    expect(JSON.stringify(await store.record('hand-off', id))).not.toContain(number)
  })

  test('is not asked about while the person is waited for', async () => {
    const ada = await resident()
    await ada.say('prata med en människa')
    await ada.say('ja')
    expect((await ada.say(`mitt nummer är ${number}`)).text).toContain('Skicka inte mer av det')
  })

  test.each(['1', 'ja'])('over SMS is seen after "%s"', async (yes) => {
    const phone = { from: '+46701234567', to: '+46766860000' }
    const sms = residentOf(store, { channel: 'sms', name: 'our:x', content, clock: open, ...phone })
    const { ada, seen } = await taken(sms)
    expect((await ada.say(`ring ${number}`)).text).toBe(`${question}\n\n1 Ja\n2 Nej`)
    expect((await ada.say(yes)).text).toBe(writeAgain)
    expect((await ada.say(number)).text).toBe(given)
    expect((await seen()).at(-1)).toBe(number)
    expect(await ada.say('1')).toMatchObject({ outcome: 'passed-on', replies: [] })
  })
}
