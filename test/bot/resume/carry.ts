// A code takes a talk from the web to a phone and to a department, once; on any store.
import { numbersSeenBy } from '../../../bot/cases/read-case'
import { createHandOffDesk } from '../../../bot/hand-off/hand-off-desk'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { triesOf } from '../../../bot/resume/may-try-code'
import { newResumeCode, resumeCodeIn } from '../../../bot/resume/resume-code'
import { tellMoved, tellMovedKind } from '../../../bot/resume/tell-moved'
import { failTurn, houseMessage } from '../../support/fail-turn'
import { residentOf, type Answered, type Resident } from '../../support/resident'
import { nightClock, openTestBot, shippedContent } from '../../support/test-bot'

const later = (hours: number): Clock => ({
  now: () => new Date(nightClock.now().getTime() + hours * 3_600_000),
})
const wrongText = 'Den koden gäller inte.'
const tooManyText = 'Det har blivit för många försök med koder just nu.'
const codeIn = ({ text }: Answered): string => /Din kod är ([A-Z0-9]{6})\./.exec(text)?.[1] ?? ''
/** Another code of ours. */
const otherThan = (code: string): string => {
  for (;;) {
    const other = newResumeCode()
    if (other !== code) return other
  }
}

test('a code has nothing that looks like something else, and is heard as people write it', () => {
  for (let n = 0; n < 500; n += 1) {
    const code = newResumeCode()
    expect(code).toMatch(/^(?=.*[A-Z])[34679ACDEFGHJKMNPQRTUVWXY]{6}$/)
    expect(code).not.toMatch(/^[A-Z]{3}\d\d[A-Z\d]$/)
    for (const text of [
      `KOD ${code}`,
      `kod: ${code.toLowerCase()}.`,
      `Code ${code.slice(0, 3)}-${code.slice(3)}`,
    ])
      expect(resumeCodeIn(text)).toBe(code)
  }
  for (const [text, code] of [
    ['KOD ABC234', 'ABC234'],
    ['kod 111 111', '111111'],
  ])
    expect(resumeCodeIn(text!)).toBe(code)
  for (const text of ['ny kod', 'kod', 'ABC3D4', 'min kod ABC3D4 funkar inte'])
    expect(resumeCodeIn(text)).toBeUndefined()
})

export function describeCarry(openStore: () => Promise<Store> | Store): void {
  let store: Store
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    store = await openStore()
  })
  afterEach(() => store.close())

  const web = (name = 'ada', sender?: string) =>
    residentOf(store, { name, clock: nightClock, ...(sender !== undefined && { sender }) })
  const sms = (from = '+46701234567', clock: Clock = nightClock) =>
    residentOf(store, { channel: 'sms', name: `our:${from}`, from, to: '+46766860000', clock })
  const deskOf = async () =>
    createHandOffDesk({
      store,
      bot: await openTestBot(store, { clock: nightClock }),
      shelf: { read: () => Promise.resolve(undefined) },
      clock: nightClock,
      city: () => ({ departments: new Map() }),
      casesSeenBy: (id) => numbersSeenBy(store, id),
      callBackDone: () => Promise.resolve('unknown'),
    })
  const getCode = async (resident: Resident) => codeIn(await resident.say('ge mig en kod'))
  const report = async (resident: Resident) => {
    for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över', 'ja'])
      await resident.say(text)
  }
  const work = async (clock = nightClock) => {
    const bot = await openTestBot(store, { clock })
    const deeds = new Map([[tellMovedKind, tellMoved({ store, bot, clock })]])
    await createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
  }

  test('the phone goes on where the web was, and may see its cases', async () => {
    const onWeb = await web()
    await report(onWeb)
    await onWeb.say('det är ett hål i gatan')
    expect((await onWeb.say('Kungsgatan 3')).outcome).toBe('asked')
    const code = await getCode(onWeb)
    const phone = await sms()
    const here = await phone.say(`KOD ${code}`)
    expect(here.text).toMatch(/Då fortsätter vi här\.[^]*Kan någon skada sig just nu\?/)
    await phone.say('nej')
    expect((await phone.say('ja')).outcome).toBe('completed')
    expect((await phone.say('STATUS F-2026-000001')).text).toContain('Inskickat')
    await work()
    const last = (await store.linesAfter(toConversationId('web:ada'), 0, 1_000)).at(-1)
    expect(last).toMatchObject({
      outcome: 'told-moved',
      reply: { text: expect.stringContaining('där du skrev koden') as string },
    })
    expect((await onWeb.say('ja')).outcome).not.toBe('completed')
  })

  test('the old talk hears of it also where the turn that was to say it failed', async () => {
    const onWeb = await web()
    const phone = await sms()
    await phone.say(`KOD ${await getCode(onWeb)}`)
    const waits = await store.listOutbox({ dead: false, limit: 9 })
    const by = waits.find(({ kind }) => kind === tellMovedKind)!.id.replace('moved/web:ada/', '')
    const bot = await openTestBot(store, { clock: nightClock })
    await failTurn(store, bot, houseMessage('web:ada', `moved/${by}`, { kind: 'moved' }))
    await work()
    await work(later(0.1))
    const last = (await store.linesAfter(toConversationId('web:ada'), 0, 1_000)).at(-1)
    expect(last).toMatchObject({ outcome: 'told-moved' })
  })

  test('what is open in both until the old talk has heard of it is done once, and comes back with a code', async () => {
    const onWeb = await residentOf(store, { name: 'ada', clock: later(0) })
    for (const text of ['det är ett hål i gatan', 'Kungsgatan 3', 'nej', 'hoppa över', 'hoppa över'])
      await onWeb.say(text)
    const phone = await sms('+46701234567', later(0.1))
    await phone.say(`KOD ${await getCode(onWeb)}`)
    expect(await onWeb.say('ja')).toMatchObject({
      outcome: 'told-moved',
      text: 'Samtalet fortsätter nu där du skrev koden.',
    })
    expect(await store.records('case', { limit: 9 })).toEqual([])
    const again = await residentOf(store, { name: 'ada', clock: later(0.2) })
    await again.say(`KOD ${await getCode(phone)}`)
    expect((await phone.say('ja')).outcome).toBe('told-moved')
    expect((await again.say('ja')).outcome).toBe('completed')
    expect(await store.records('case', { limit: 9 })).toHaveLength(1)
  })

  test('pictures stay where they were sent, which is said, and a picture is asked for again', async () => {
    const shelf = { keep: () => Promise.resolve(true), hold: () => Promise.resolve() }
    const onWeb = await residentOf(store, { name: 'ada', clock: nightClock, shelf })
    for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej']) await onWeb.say(text)
    await onWeb.send([{ file: 'a'.repeat(32), kind: 'photo', bytes: 9, width: 1, height: 1 }])
    expect((await onWeb.say('hoppa över')).text).toContain('1 bild')
    const other = await web('bo')
    const there = await other.say(`KOD ${await getCode(onWeb)}`)
    expect(there.text).toMatch(/Bilder och filer följde inte med hit\.[^]*bild/)
    const phone = await sms()
    const here = await phone.say(`KOD ${await getCode(other)}`)
    expect(here.text).not.toContain('1 bild')
    expect((await phone.say('ja')).outcome).toBe('completed')
    const [made] = await store.records('case', { limit: 1 })
    expect(made?.value).toMatchObject({ files: [] })
  })

  test('a cry for help goes along, and what was sensitive', async () => {
    const onWeb = await web()
    await onWeb.begin('hemtjanst-besok')
    await onWeb.say('avbryt')
    await onWeb.say('det brinner i mitt kök')
    const phone = await sms()
    await phone.say(`KOD ${await getCode(onWeb)}`)
    const { state = '' } = await store.load(toConversationId('sms:our:+46701234567'))
    expect(JSON.parse(state)).toMatchObject({
      emergency: { kind: 'fire' },
      sensitiveAt: nightClock.now().toISOString(),
    })
  })

  test('of a talk that cannot be read, the cases go along', async () => {
    const onWeb = await web()
    await report(onWeb)
    const code = await getCode(onWeb)
    const damaged: Store = {
      ...store,
      load: async (id) => ({ ...(await store.load(id)), ...(id === 'web:ada' && { state: '{"for' }) }),
    }
    const phone = await residentOf(damaged, {
      channel: 'sms',
      name: 'b',
      from: '+46701234567',
      to: '+46766860000',
    })
    expect((await phone.say(`KOD ${code}`)).text).toContain('Då fortsätter vi här.')
    expect(await numbersSeenBy(store, toConversationId('sms:b'))).toEqual(['F-2026-000001'])
  })

  test('the language goes along', async () => {
    const onWeb = await web()
    await onWeb.choose('en')
    const code = /Your code is ([A-Z0-9]{6})/.exec((await onWeb.say('give me a code')).text)?.[1] ?? ''
    expect((await (await sms()).say(`code ${code}`)).text).toContain('Then we go on here.')
  })

  test('a code is good once, for whoever is first', async () => {
    const code = await getCode(await web())
    const phones = await Promise.all(
      ['+46701234567', '+46701234568', '+46701234569'].map((from) => sms(from)),
    )
    const answers = await Promise.all(phones.map((phone) => phone.say(`KOD ${code}`)))
    expect(answers.filter(({ text }) => text.includes('Då fortsätter vi här'))).toHaveLength(1)
    expect(answers.filter(({ text }) => text.includes(wrongText))).toHaveLength(2)
  })

  test('the code is a button away on the web: in the help, and where a person is to be rung', async () => {
    const onWeb = await web()
    for (const text of ['hjälp', 'människa']) {
      const answered = await onWeb.say(text)
      const given = await onWeb.tap(answered, 'Ta med samtalet')
      expect((await (await sms(`+4670${text.length}234567`)).say(`KOD ${codeIn(given)}`)).text).toContain(
        'Då fortsätter vi här',
      )
    }
    const labels = (await (await sms()).say('människa')).replies.flatMap(({ suggestions }) => suggestions)
    expect(labels.map(({ label }) => label)).not.toContain('Ta med samtalet')
  })

  test('a code that is a day old, of nobody, or of the same talk is answered alike', async () => {
    const onWeb = await web()
    const code = await getCode(onWeb)
    const answers = [
      await (await sms('+46701234567', later(24.01))).say(`KOD ${code}`),
      await (await sms('+46701234567')).say(`KOD ${otherThan(code)}`),
    ]
    for (const { text } of answers) expect(text).toContain(wrongText)
    expect((await onWeb.say(`KOD ${code}`)).text).toContain(wrongText)
  })

  test('a code with signs that ours never have is wrong, and no plate; in a dialog figures alone are an answer', async () => {
    const onWeb = await web()
    for (const text of ['KOD ABC234', 'KOD 111111']) {
      const answered = await onWeb.say(text)
      expect(answered.outcome).toBe('answered-command')
      expect(answered.text).toContain(wrongText)
      expect(answered.text).not.toContain('dolt')
    }
    await onWeb.say('det är ett hål i gatan')
    expect((await onWeb.say('kod 111111')).text).not.toContain(wrongText)
    expect((await onWeb.say('KOD ABC234')).text).toContain(wrongText)
  })

  test('a talk that was erased takes its codes with it', async () => {
    const code = await getCode(await web())
    await store.erase(toConversationId('web:ada'))
    expect((await (await sms()).say(`KOD ${code}`)).text).toContain(wrongText)
  })

  test('who guesses has a few tries an hour, and the right code is then wrong too', async () => {
    const code = await getCode(await web())
    const guesser = await web('eve')
    for (let n = 0; n < triesOf.conversation.most; n += 1)
      expect((await guesser.say(`KOD ${otherThan(code)}`)).text).toContain(wrongText)
    const tooMany = await guesser.say(`KOD ${code}`)
    expect(tooMany.text).toContain(`${tooManyText} Försök igen om 60 minuter, eller ring 042-10 50 00.`)
    expect((await (await sms()).say(`KOD ${code}`)).text).toContain('Då fortsätter vi här')
  })

  /** How many of the guesses, each in a conversation of its own, were looked at. */
  const guess = async (sender: string, conversations: readonly string[]) => {
    const answers: string[] = []
    for (const name of conversations)
      answers.push((await (await web(name, sender)).say(`KOD ${newResumeCode()}`)).text)
    return answers.filter((text) => text.includes(wrongText)).length
  }
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${prefix}-${String(n)}`)

  test('an address has its tries whatever conversations it opens, the next one has its own, and neither is kept', async () => {
    const { most } = triesOf.sender
    expect(await guess('address-a', names('a', most + 2))).toBe(most)
    expect(await guess('address-b', ['b'])).toBe(1)
    const lines = await store.linesAfter(toConversationId('web:a-0'), 0, 9)
    expect([lines.length, JSON.stringify(lines).includes('address-a')]).toEqual([2, false])
  })

  test('many addresses together stop codes on the web for a moment, and neither phones nor departments', async () => {
    const codes = [await getCode(await web('ada')), await getCode(await web('bo'))]
    const { most, spanMinutes } = triesOf.channel
    let looked = 0
    for (const name of names('x', most)) looked += await guess(`address of ${name}`, [name])
    expect(looked).toBe(most)
    expect((await (await web('dan', 'd')).say(`KOD ${codes[0]}`)).text).toContain(
      `${tooManyText} Försök igen om ${spanMinutes} minuter`,
    )
    expect((await (await sms()).say(`KOD ${codes[0]}`)).text).toContain('Då fortsätter vi här')
    expect(await (await deskOf()).readByCode('gata-park', codes[1] ?? '')).toMatchObject({ cases: [] })
  })

  test('an agent who guesses is stopped, and a colleague is not', async () => {
    const code = await getCode(await web())
    const desk = await deskOf()
    for (let n = 0; n < triesOf.agent.most; n += 1)
      expect(await desk.readByCode('gata-park', otherThan(code), 'Bo')).toBe('unknown')
    expect(await desk.readByCode('gata-park', code, 'Bo')).toBe('too-many')
    expect(await desk.readByCode('gata-park', code, 'Anna')).toMatchObject({ cases: [] })
  })

  test('neither the store nor a record holds the code itself', async () => {
    const code = await getCode(await web())
    const records = await store.records('conversation', { limit: 99 })
    expect(records.length).toBeGreaterThan(0)
    expect(JSON.stringify(records)).not.toContain(code)
  })

  test('a department that was told the code reads the talk and its cases, once', async () => {
    const onWeb = await web()
    await report(onWeb)
    const code = await getCode(onWeb)
    const desk = await deskOf()
    expect(await desk.readByCode('gata-park', code)).toMatchObject({
      cases: ['F-2026-000001'],
      lines: expect.arrayContaining([
        expect.objectContaining({ author: 'resident', text: 'gatlyktan på Storgatan 12 är trasig' }),
      ]) as unknown,
    })
    expect(await desk.readByCode('gata-park', code)).toBe('unknown')
  })
}
