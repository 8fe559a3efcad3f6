// From what a desk says to what the resident reads, and back: on the web and over SMS, on any store.
import { deliverToDesk } from '../../../bot/cases/deliver-to-desk'
import { hearDesk, mostMoves, tellCaseKind } from '../../../bot/cases/hear-desk'
import { readCase } from '../../../bot/cases/read-case'
import { tellCase } from '../../../bot/cases/tell-case'
import { createLetterStops } from '../../../bot/cases/stop-letters'
import { mostLettersADay, writeLetter } from '../../../bot/cases/write-letter'
import type { Content } from '../../../bot/content/content'
import type { MadeCase } from '../../../bot/contracts/cases/case'
import type { Delivered, DeskDelivery, DeskNews } from '../../../bot/contracts/cases/case-desk'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { letterKind, type Letter } from '../../../bot/contracts/cases/letter'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import type { TextMessage } from '../../../bot/contracts/sms/text-message'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { eraseConversation } from '../../../bot/retention/erase-conversation'
import { sampleFiles, trustingShelf } from '../../../scripts/conversation-tests/sample-files'
import { residentOf, type Resident } from '../../support/resident'
import { nightClock, openTestBot, shippedContent } from '../../support/test-bot'
import { textDeed } from '../../support/text-deed'

const number = 'F-2026-000001'
const phone = '+46701234567'
/** Texts that the house begins wait for it. */
const morningClock = { now: () => new Date('2026-11-24T07:00:00.000Z') }

export function describeTold(openStore: () => Promise<Store> | Store): void {
  let store: Store
  let content: Content
  let texts: TextMessage[]
  let deliveries: DeskDelivery[]
  let letters: Letter[]
  let mailServer: Delivered
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    const shipped = await shippedContent()
    const own = shipped.city.departments.get('gata-park')!
    const department = { ...own, desk: { kind: 'email', to: 'gata@exempel.se' } as const }
    const departments = new Map(shipped.city.departments).set('gata-park', department)
    content = { ...shipped, city: { ...shipped.city, departments } }
    store = await openStore()
    texts = []
    deliveries = []
    letters = []
    mailServer = { kind: 'delivered' }
  })
  afterEach(() => store.close())

  const web = (name = 'ada') => residentOf(store, { content, name })
  const sms = (from = phone) =>
    residentOf(store, { content, channel: 'sms', name: `our:${from}`, from, to: '+46766860000' })
  const report = async (resident: Resident, answers: readonly string[]) => {
    await resident.say('gatlyktan på Storgatan 12 är trasig')
    for (const answer of answers) await resident.say(answer)
  }
  const reportOnWeb = async (contact = 'hoppa över', name?: string) => {
    const resident = await web(name)
    await report(resident, ['nej', 'hoppa över', contact, 'ja'])
    return resident
  }
  const reportBySms = async () => {
    const resident = await sms()
    await report(resident, ['nej', 'ja'])
    return resident
  }
  const conversationOf = (theirs: string) =>
    Promise.resolve({ ours: '+46766860000', conversationId: toConversationId(`sms:our:${theirs}`) })
  /** The store as turns see it that cannot read in it. */
  const away = (): Store => ({ ...store, recordsUnder: () => Promise.reject(new Error('away')) })
  const minuteAfter = (clock: Clock): Clock => ({ now: () => new Date(clock.now().getTime() + 60_000) })
  /** Does what waits, as the server would. */
  const work = async (clock = nightClock, ofTurns = store) => {
    const bot = await openTestBot(ofTurns, { content, clock })
    const city = () => content.city
    const email = {
      deliver: (delivery: DeskDelivery) => {
        deliveries.push(delivery)
        return Promise.resolve({ kind: 'delivered' } as const)
      },
    }
    const carry = (message: TextMessage) => {
      // What the door has answered with does not wait.
      if (message.asked !== true) texts.push(message)
      return { kind: 'sent', id: `g${texts.length}` } as const
    }
    const send = (letter: Letter) => {
      letters.push(letter)
      return Promise.resolve(mailServer)
    }
    const stopUrl = (of: string, token: string) => `https://chatt.exempel.se/letters/${of}/${token}`
    const worker = createOutboxWorker({
      store,
      deeds: new Map([
        ['desk-email', deliverToDesk({ store, city, desks: { email } })],
        [tellCaseKind, tellCase({ store, bot, city, writesLetters: true, clock, conversationOf })],
        [letterKind, writeLetter({ store, city, send, stopUrl, clock })],
        ['sms', textDeed(store, { city: content.city, clock }, carry)],
      ]),
      clock,
      logger: silentLogger,
    })
    while ((await worker.workOff()) > 0);
  }
  const desk = (news: DeskNews, department = 'gata-park', to = number) =>
    hearDesk({ store, city: () => content.city, clock: nightClock })(department, to, news)
  const hears = async (news: Omit<DeskNews, 'id'>, id = 'd1', clock = nightClock) => {
    expect(await desk({ id, ...news })).toBe('added')
    await work(clock)
  }
  const lastLine = async (conversation: string) => {
    const lines = await store.linesAfter(toConversationId(conversation), 0, 1_000)
    const last = lines.at(-1)
    return last?.author === 'bot'
      ? { text: last.reply.text, outcome: last.outcome, suggestions: last.reply.suggestions }
      : undefined
  }
  const standing = async () => {
    const read = await readCase(store, number)
    return [read?.status, read?.fixed]
  }

  test('over SMS news is one text, also when a while has passed', async () => {
    await reportBySms()
    await hears({ status: 'Under behandling' }, 'd1', morningClock)
    const later = new Date(morningClock.now().getTime() + 3_600_000)
    const waiting = await store.claimOutbox({ now: later, leaseMs: 1, limit: 99 })
    const all = [...texts, ...waiting.map(({ payload }) => payload as TextMessage)]
    expect(all.filter(({ text }) => text.includes('Under behandling'))).toHaveLength(1)
  })

  test('over SMS it comes all the same where the turn that was to say it failed', async () => {
    await reportBySms()
    expect(await desk({ id: 'd1', status: 'Under behandling' })).toBe('added')
    await work(morningClock, away())
    expect(texts).toEqual([])
    await work(minuteAfter(morningClock))
    expect(texts.map(({ text }) => text)).toEqual([expect.stringContaining('Under behandling.')])
  })

  describe('on the web', () => {
    test('a new status is said in the conversation that made the case, with the desk’s own words', async () => {
      await reportOnWeb()
      await hears({ status: 'Under behandling', text: 'Vi byter *lampan* i morgon.' })
      expect(await lastLine('web:ada')).toEqual({
        outcome: 'told-case',
        suggestions: [],
        text: `Nytt om ditt ärende ${number}, Storgatan 12: Under behandling.\n\nGata och park skriver: Vi byter \\*lampan\\* i morgon.`,
      })
    })

    test('is said once, however often the desk says it and however often it is told', async () => {
      await reportOnWeb()
      await hears({ status: 'Under behandling' })
      expect(await desk({ id: 'd1', status: 'Under behandling' })).toBe('repeated')
      await work()
      const lines = await store.linesAfter(toConversationId('web:ada'), 0, 1_000)
      expect(lines.filter((line) => line.author === 'bot' && line.outcome === 'told-case')).toHaveLength(1)
    })

    test('is said all the same where the turn that was to say it failed, and nothing of the failure is', async () => {
      await reportOnWeb()
      expect(await desk({ id: 'd1', status: 'Under behandling' })).toBe('added')
      await work(nightClock, away())
      await work(minuteAfter(nightClock))
      await work(minuteAfter(nightClock))
      const lines = await store.linesAfter(toConversationId('web:ada'), 0, 1_000)
      const said = lines.flatMap((line) => (line.author === 'bot' ? [line.reply.text] : []))
      expect(said.filter((text) => text.includes('Under behandling.'))).toEqual(said.slice(-1))
      expect(said.filter((text) => text.includes('gick fel'))).toEqual([])
    })

    test('a yes to "är det åtgärdat?" is thanked for', async () => {
      const resident = await reportOnWeb()
      await hears({ status: 'Klart' })
      expect((await lastLine('web:ada'))?.text).toContain('Är det åtgärdat?')
      expect(await resident.say('ja')).toMatchObject({
        outcome: 'answered-case',
        text: 'Tack, då vet vi det.',
      })
      expect(await standing()).toEqual(['Klart', true])
    })

    test('a no opens the case again, and its department is told once', async () => {
      const resident = await reportOnWeb()
      await work()
      await hears({ status: 'Klart' })
      expect((await resident.say('nej')).text).toContain('öppet igen')
      await work()
      expect(await standing()).toEqual(['Under behandling', null])
      expect(deliveries.map(({ event }) => event.kind)).toEqual(['created', 'reopened'])
      expect(await resident.say('nej')).not.toMatchObject({ outcome: 'answered-case' })
      await work()
      expect(deliveries).toHaveLength(2)
    })

    test('the buttons work later too, for those who may see the case', async () => {
      const resident = await reportOnWeb()
      await hears({ status: 'Klart' })
      const asked = await lastLine('web:ada')
      await resident.say('när öppnar tippen')
      const replies = [{ id: 'x', suggestions: asked?.suggestions ?? [] }] as never
      const answered = { outcome: 'told-case', text: '', replies } as const
      const other = await web('eve')
      expect((await other.tap(answered, 'Nej')).text).toContain('Jag hittar inget ärende')
      expect(await standing()).toEqual(['Klart', true])
      expect((await resident.tap(answered, 'Nej')).text).toContain('öppet igen')
    })

    test('closed but not mended is told as that, and not asked about', async () => {
      await reportOnWeb()
      await hears({ status: 'Klart', fixed: false, text: 'Stolpen är privat.' })
      const { text = '' } = (await lastLine('web:ada')) ?? {}
      expect(text).toContain('Avslutat utan åtgärd')
      expect(text).not.toContain('Är det åtgärdat?')
    })

    test('an archived case is not opened again', async () => {
      const resident = await reportOnWeb()
      await hears({ status: 'Klart' })
      await hears({ status: 'Arkiverat' }, 'd2')
      expect((await resident.say('nej')).text).toContain('arkiverat')
      expect(await standing()).toEqual(['Arkiverat', true])
    })

    test('what a dialog waits for is asked again after the news, and a yes is for that', async () => {
      const resident = await reportOnWeb()
      await resident.begin('felanmalan')
      await hears({ status: 'Klart' })
      expect((await lastLine('web:ada'))?.text).toMatch(/Är det åtgärdat\?[^]*Vad gäller felet\?/)
      expect((await resident.say('ja')).outcome).not.toBe('answered-case')
    })

    test('beside a question that a yes answers too each button says what it means', async () => {
      const resident = await reportOnWeb()
      await resident.say('det är ett hål i gatan på Kungsgatan 3')
      await hears({ status: 'Klart' })
      const asked = await lastLine('web:ada')
      expect(asked?.suggestions.map(({ label, choice }) => [label, choice.name])).toEqual([
        ['Ja, det är åtgärdat', 'case-fixed'],
        ['Nej, inte åtgärdat', 'case-not-fixed'],
        ['Ja', 'answer:danger'],
        ['Nej', 'answer:danger'],
      ])
    })

    test.each(['tack', 'när öppnar tippen'])('a no after "%s" is about that', async (between) => {
      const resident = await reportOnWeb()
      await hears({ status: 'Klart' })
      await resident.say(between)
      expect((await resident.say('nej tack')).outcome).not.toBe('answered-case')
      expect(await standing()).toEqual(['Klart', true])
    })

    test('what was not understood leaves the question where it is', async () => {
      const resident = await reportOnWeb()
      await hears({ status: 'Klart' })
      expect((await resident.say('qwrt zxcv')).outcome).toMatch(/^unanswered/)
      expect((await resident.say('nej')).text).toContain('öppet igen')
    })

    test('is said in the language of the conversation', async () => {
      const resident = await reportOnWeb()
      await resident.choose('en')
      await hears({ status: 'Klart' })
      expect((await lastLine('web:ada'))?.text).toBe(
        `News of your case ${number}, Storgatan 12: Done.\n\nIs it fixed?`,
      )
    })

    test('the number that was left to be told by gets a text, nothing of what it is about, and may say no', async () => {
      await reportOnWeb('070-123 45 67')
      await hears({ status: 'Under behandling', text: 'Vi byter lampan på din gård.' }, 'd1', morningClock)
      await hears({ text: 'Ring oss om din granne.' }, 'note', morningClock)
      await hears({ status: 'Klart' }, 'd2', morningClock)
      expect(texts.map(({ to, from }) => [to, from])).toEqual([
        [phone, '+46766860000'],
        [phone, '+46766860000'],
        [phone, '+46766860000'],
      ])
      const [first, note, second] = texts.map(({ text }) => text)
      expect(first).toMatch(/^Hej! .*STOPP avslutar/)
      expect(first).toContain(`Nytt om ditt ärende ${number}, 24 november: Under behandling.`)
      expect(second).toMatch(/: Klart\.\s+Är det åtgärdat\? Svara JA eller NEJ\./)
      const held = await sms()
      const status = await held.say(`STATUS ${number}`)
      expect(status.text).toContain('Klart')
      expect(note).toBe(`Nytt om ditt ärende ${number}, 24 november: Under behandling.`)
      expect(`${first} ${second} ${status.text}`).not.toMatch(/Storgatan|lampan/)
      expect((await held.say('NEJ')).text).toContain('öppet igen')
      expect(await standing()).toEqual(['Under behandling', null])
    })

    test('the number takes no more along by a code than it sees', async () => {
      await reportOnWeb('070-123 45 67')
      await hears({ status: 'Klart' }, 'd1', morningClock)
      const code = /Din kod är (\w{6})/.exec((await (await sms()).say('ge mig en kod')).text)?.[1] ?? ''
      const elsewhere = await web('eve')
      await elsewhere.say(`KOD ${code}`)
      expect((await elsewhere.say('status')).text).toBe(`Ärende ${number}, 24 november: Klart.`)
    })

    describe('an e-mail address that was left to be told by', () => {
      const address = 'ada@exempel.se'
      const later = (hours: number) => ({
        now: () => new Date(nightClock.now().getTime() + hours * 3_600_000),
      })

      test('gets a letter with the number and the status, and how to stop them', async () => {
        await reportOnWeb(address)
        await hears({ status: 'Klart', text: 'Ring Bo på 070-999 99 99.' })
        expect(letters).toMatchObject([{ to: address, subject: `Nytt om ditt ärende ${number}: Klart` }])
        const [{ text, stopUrl } = { text: '', stopUrl: '' }] = letters
        expect(text).toContain(`slipper du fler mejl om ärendet: ${stopUrl}`)
        expect(text.replace(stopUrl, '')).not.toMatch(/Storgatan|Bo|070/)
        expect([texts, await store.listOutbox({ dead: false, limit: 9 })]).toEqual([[], []])
      })

      test('gets it once, however often it is said, and again when the mail server was busy', async () => {
        await reportOnWeb(address)
        mailServer = { kind: 'failed', reason: '451' }
        await hears({ status: 'Klart' })
        mailServer = { kind: 'delivered' }
        await desk({ id: 'd1', status: 'Klart' })
        await work(later(1))
        await work(later(2))
        expect(letters).toHaveLength(2)
        expect(letters[0]).toEqual(letters[1])
      })

      test('is written to in the language of the case', async () => {
        const resident = await web()
        await resident.choose('en')
        await resident.begin('felanmalan')
        for (const answer of ['pothole', 'Kungsgatan 3', 'no', 'skip', address, 'yes'])
          await resident.say(answer)
        await hears({ status: 'Klart' })
        expect(letters).toMatchObject([{ subject: `News of your case ${number}: Done` }])
      })

      test('is not written to any more once it says so, and nobody else can say it', async () => {
        await reportOnWeb(address)
        await hears({ status: 'Under behandling' })
        const [, of = '', token = ''] = /letters\/([^/]+)\/(.+)$/.exec(letters[0]?.stopUrl ?? '') ?? []
        const stops = createLetterStops({ store, city: () => content.city })
        expect(
          await stops.stop(
            of,
            token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
          ),
        ).toBe(false)
        expect(await stops.stop('F-2026-000002', token)).toBe(false)
        expect((await stops.words(of, token))?.already).toBeUndefined()
        expect([await stops.stop(of, token), await stops.stop(of, token)]).toEqual([true, true])
        expect(await stops.words(of, token)).toMatchObject({
          already: `Du får redan inga fler mejl om ärende ${of}.`,
          contact: 'Kontaktcenter',
        })
        await hears({ status: 'Klart' }, 'd2')
        expect(letters).toHaveLength(1)
        expect((await lastLine('web:ada'))?.text).toContain('Klart')
      })

      test('gets so many a day and no more, and nothing that is days old', async () => {
        await reportOnWeb(address)
        for (let n = 0; n <= mostLettersADay; n += 1) await hears({ text: 'Vi arbetar på det.' }, `d${n}`)
        expect(letters).toHaveLength(mostLettersADay)
        mailServer = { kind: 'failed', reason: '451' }
        await desk({ id: 'late', status: 'Klart' })
        await work(later(73))
        expect(letters).toHaveLength(mostLettersADay)
      })

      test('is not written to when the case is erased', async () => {
        await reportOnWeb(address)
        await desk({ id: 'd1', status: 'Klart' })
        await store.erase(toConversationId('web:ada'))
        await work()
        expect(letters).toEqual([])
      })
    })

    test('the case outlives the talk that its resident deletes: its desk has it, and the number gets a text', async () => {
      await reportOnWeb('070-123 45 67')
      const ada = toConversationId('web:ada')
      const shelf = { erase: () => Promise.resolve() }
      expect(await eraseConversation({ store, shelf, clock: nightClock }, ada, 'resident')).toEqual({
        ...{ erasure: 'erased', cases: [number], callBacks: [], endsNotices: false },
      })
      await hears({ status: 'Klart' }, 'd1', morningClock)
      expect(deliveries.map(({ case: { number: told }, event }) => [told, event.id])).toEqual([
        [number, 'created'],
      ])
      expect([texts, await store.lastSequence(ada)]).toMatchObject([[{ to: phone }], 0])
    })
  })

  describe('over SMS', () => {
    test('the news go as one text to the phone that made the case, and a JA or NEJ comes back', async () => {
      const resident = await reportBySms()
      await work()
      texts = []
      await hears({ status: 'Klart' }, 'd1', morningClock)
      expect(texts).toMatchObject([
        {
          to: phone,
          from: '+46766860000',
          text: expect.stringContaining('Är det åtgärdat? Svara JA eller NEJ.') as string,
        },
      ])
      expect((await resident.say('NEJ')).text).toContain('öppet igen')
      expect(await standing()).toEqual(['Under behandling', null])
    })

    test('beside a question that a JA answers too it is not asked', async () => {
      const resident = await reportBySms()
      await resident.say('det är ett hål i gatan på Kungsgatan 3')
      texts = []
      await hears({ status: 'Klart' }, 'd1', morningClock)
      expect(texts).toMatchObject([{ text: expect.stringMatching(/Klart[^]*skada sig/) as string }])
      expect(texts[0]?.text).not.toContain('åtgärdat')
      expect((await resident.say('NEJ')).outcome).not.toBe('answered-case')
      expect(await standing()).toEqual(['Klart', true])
    })
  })

  describe('a case that is moved to another department', () => {
    const toAvfall = { moved: 'avfall', text: 'Det är en soptunna.' }
    beforeEach(() => {
      const departments = new Map(content.city.departments)
      for (const id of ['avfall', 'vatten'])
        departments.set(id, { ...departments.get(id)!, desk: { kind: 'email', to: `${id}@exempel.se` } })
      content = { ...content, city: { ...content.city, departments } }
    })

    test('goes there once with all that is known, and the resident is told', async () => {
      await reportOnWeb('ada@exempel.se')
      await work()
      await hears(toAvfall)
      expect(await desk({ id: 'd1', ...toAvfall })).toBe('repeated')
      await work()
      expect(deliveries.map((one) => [one.event.kind, one.case.department, one.desk.to])).toEqual([
        ['created', 'gata-park', 'gata@exempel.se'],
        ['moved', 'avfall', 'avfall@exempel.se'],
      ])
      expect((await lastLine('web:ada'))?.text).toBe(
        `Avfall och återvinning har tagit över ditt ärende ${number}.\n\nGata och park skriver: Det är en soptunna.`,
      )
      expect(letters.map(({ text }) => text)).toEqual([expect.stringContaining('har tagit över ditt ärende')])
    })

    test('before its first department was told goes to the next one alone', async () => {
      await reportOnWeb()
      await hears(toAvfall)
      expect(deliveries.map((one) => [one.event.kind, one.desk.to])).toEqual([['moved', 'avfall@exempel.se']])
    })

    test('answers to its new department alone, and what that says is said in its name', async () => {
      const resident = await reportOnWeb()
      await hears(toAvfall)
      expect(await desk({ id: 'd2', status: 'Klart' })).toBe('unknown')
      expect(await desk({ id: 'd1', status: 'Klart', text: 'Tömd.' }, 'avfall')).toBe('added')
      await work()
      expect((await lastLine('web:ada'))?.text).toContain('Avfall och återvinning skriver: Tömd.')
      await resident.say('nej')
      await work()
      expect(deliveries.at(-1)).toMatchObject({
        event: { kind: 'reopened' },
        desk: { to: 'avfall@exempel.se' },
      })
    })

    test('by two at once goes to one of them', async () => {
      await reportOnWeb()
      await Promise.all([desk({ id: 'd1', moved: 'avfall' }), desk({ id: 'd2', moved: 'vatten' })])
      await work()
      const department = (await readCase(store, number))?.department
      expect(deliveries.map((one) => one.desk.to)).toEqual([`${department}@exempel.se`])
    })

    test('does not go without a place to a server that takes none without', async () => {
      const departments = new Map(content.city.departments)
      const open311 = { kind: 'open311', to: 'https://exempel.se/v2' } as const
      departments.set('vatten', { ...departments.get('vatten')!, desk: open311 })
      content = { ...content, city: { ...content.city, departments } }
      await reportOnWeb()
      const { place, ...placeless } = (await store.record('case', number))!.value as MadeCase
      expect(place).toBeDefined()
      const other = 'F-2026-000002'
      await store.putRecord({ collection: 'case', id: other, value: { ...placeless, number: other } })
      expect(await desk({ id: 'd1', moved: 'vatten' }, 'gata-park', other)).toBe('not-movable')
      expect(await desk({ id: 'd2', moved: 'avfall' }, 'gata-park', other)).toBe('added')
      expect(await desk({ id: 'd1', moved: 'vatten' })).toBe('added')
    })

    test('goes to and fro a few times, and not for ever', async () => {
      await reportOnWeb()
      const move = (n: number) =>
        n % 2 === 0
          ? desk({ id: `m${n}`, moved: 'avfall' })
          : desk({ id: `m${n}`, moved: 'gata-park' }, 'avfall')
      const answers: string[] = []
      for (let n = 0; n <= mostMoves; n += 1) answers.push(await move(n))
      expect(answers).toEqual([...Array.from({ length: mostMoves }, () => 'added'), 'not-movable'])
    })
  })

  describe('a case that waits for more', () => {
    const photo = sampleFiles('photo', 1)
    const later = { now: () => new Date(nightClock.now().getTime() + 60_000) }
    const waits = async () => {
      await reportOnWeb()
      await hears({ status: 'Väntar på komplettering', text: 'Vilken sida av gatan?' })
      deliveries = []
      // At the very moment at which the desk asked for it: two nodes need not have one clock.
      return residentOf(store, { content, name: 'ada' })
    }
    const events = () => deliveries.map(({ event }) => [event.kind, event.text, event.files])

    test('gets the words that are about nothing else, after a yes, and its department is told', async () => {
      const resident = await waits()
      expect((await lastLine('web:ada'))?.text).toContain('Skriv det som saknas här, eller skicka en bild.')
      expect((await resident.say('den norra sidan, vid trappan')).text).toBe(
        `Är det en komplettering till ärende ${number}?`,
      )
      expect((await resident.say('ja')).text).toContain('Gata och park har fått din komplettering')
      await work(later)
      expect(await standing()).toEqual(['Kompletterad', null])
      expect(events()).toEqual([['attachment', 'den norra sidan, vid trappan', undefined]])
      expect((await resident.say('vid trappan alltså')).text).not.toContain('komplettering')
    })

    test('gets no number that the resident is told is hidden', async () => {
      const resident = await waits()
      const asked = await resident.say('den norra sidan, här kommer numret: 070-123 45 67')
      expect(asked.text).toMatch(/telefon[^]*Är det en komplettering/i)
      await resident.say('ja')
      await work(later)
      expect(events()).toEqual([['attachment', 'den norra sidan, här kommer numret: [telefon]', undefined]])
    })

    test('gets a picture, also over SMS', async () => {
      const shelf = trustingShelf
      const phone = { from: '+46701234567', to: '+46766860000' }
      const bySms = { content, shelf, channel: 'sms', name: 'our:x', ...phone } as const
      await report(await residentOf(store, bySms), ['nej', 'hoppa över', 'ja'])
      await hears({ status: 'Väntar på komplettering' }, 'd1', morningClock)
      deliveries = []
      const later = { now: () => new Date(morningClock.now().getTime() + 60_000) }
      const resident = await residentOf(store, { ...bySms, clock: later })
      expect((await resident.send(photo)).text).toContain('Är det en komplettering')
      expect((await resident.say('1')).text).toContain('har fått din komplettering')
      await work(later)
      expect([await standing(), events()]).toEqual([
        ['Kompletterad', null],
        [['attachment', undefined, photo]],
      ])
    })

    test('gets nothing after a no, nor a question of something else', async () => {
      const resident = await waits()
      expect((await resident.say('jag vill göra en felanmälan')).outcome).toBe('asked')
      await resident.say('avbryt')
      const asked = await resident.say('den norra sidan, vid trappan')
      await resident.say('nej')
      expect((await resident.tap(asked, 'Ja')).text).toContain('Jag hittar inget ärende')
      await work(later)
      expect([await standing(), events()]).toEqual([['Väntar på komplettering', null], []])
    })
  })

  describe('a case that is sent already', () => {
    const sent = async () => {
      await reportOnWeb()
      await work()
      deliveries = []
      return residentOf(store, { content, name: 'ada', shelf: trustingShelf })
    }
    const events = () => deliveries.map(({ event }) => [event.kind, event.text, event.files])

    test.each([
      ['sv', 'jag glömde säga att lampan blinkar också'],
      ['sv', 'Jag vill lägga till att stolpen lutar.'],
      ['en', 'i forgot to mention that the pole leans'],
      ['fi', 'unohdin sanoa että pylväs on vino'],
    ])('gets what was forgotten, after a yes: %s %s', async (language, text) => {
      const resident = await sent()
      if (language !== 'sv') await resident.choose(language)
      const asked = await resident.say(text)
      expect(asked.outcome).toBe('answered-case')
      await resident.tap(asked, { sv: 'Ja', en: 'Yes', fi: 'Kyllä' }[language]!)
      await work(morningClock)
      expect([await standing(), events()]).toEqual([['Inskickat', null], [['attachment', text, undefined]]])
      expect((await resident.say(language === 'sv' ? 'ja' : 'yes')).outcome).not.toBe('answered-case')
    })

    test.each([
      'oj fel adress, det är Storgatan 21',
      'jag menade storgatan 21',
      'och en till på storgatan 14',
      'jag vill ändra adressen till Storgatan 14',
      'jag vill ändra min anmälan, det är Storgatan 14',
      'adressen ska vara Storgatan 14',
    ])('is put right by its department: %s', async (text) => {
      const resident = await sent()
      expect((await resident.say(text)).text).toBe(`Är det en komplettering till ärende ${number}?`)
      await resident.say('ja')
      await work(morningClock)
      expect(events()).toEqual([['attachment', text, undefined]])
    })

    test('is asked what is wrong in it', async () => {
      const resident = await sent()
      const asked = `Vad vill du lägga till i ärende ${number}?`
      expect((await resident.say('adressen är fel')).text).toContain(asked)
      expect((await resident.say('jag vill ändra min anmälan')).text).toContain(asked)
    })

    test('is not what is meant once something else was talked about', async () => {
      const resident = await sent()
      await resident.say('när har biblioteket öppet')
      expect((await resident.say('jag menade simhallen')).text).not.toContain('komplettering')
    })

    test('is told more of once that was wished, though it sounds like a report of its own', async () => {
      const resident = await sent()
      expect((await resident.say('jag vill lägga till en sak i min anmälan')).text).toContain(
        `Vad vill du lägga till i ärende ${number}?`,
      )
      expect((await resident.say('gatlyktan bredvid är också trasig')).text).toContain(
        'Är det en komplettering',
      )
      await resident.say('ja')
      await work(morningClock)
      expect(events()).toEqual([['attachment', 'gatlyktan bredvid är också trasig', undefined]])
      expect((await resident.say('gatlyktan är trasig')).text).not.toContain('komplettering')
    })

    test('is not told what was asked of something else in between', async () => {
      const resident = await sent()
      await resident.say('lägg till')
      expect((await resident.say('var lämnar jag grovsopor')).text).not.toContain('komplettering')
    })

    test('gets a picture that no question takes', async () => {
      const resident = await sent()
      expect((await resident.send(sampleFiles('photo', 1))).text).toContain('Är det en komplettering')
      await resident.say('ja')
      await work(morningClock)
      expect(events()).toEqual([['attachment', undefined, sampleFiles('photo', 1)]])
    })

    test('is taken back by its department only, which is told of the wish after a yes', async () => {
      const resident = await sent()
      const text = 'jag vill ta tillbaka min anmälan för den lyser igen'
      expect((await resident.say(text)).text).toBe(
        `Jag kan inte själv ta tillbaka ärende ${number}, men jag kan skicka det du skrev till Gata och park. Vill du det?`,
      )
      await resident.say('ja')
      await work(morningClock)
      expect([await standing(), events()]).toEqual([['Inskickat', null], [['attachment', text, undefined]]])
    })

    test('gets nothing by a yes to something else', async () => {
      const resident = await sent()
      const asked = await resident.say('jag glömde säga att den blinkar')
      await resident.say('tack')
      await resident.say('ja')
      await work(morningClock)
      expect(events()).toEqual([])
      expect((await resident.tap(asked, 'Ja')).text).not.toContain('har fått din komplettering')
    })

    test('gets nothing once it is closed, nor from who has none', async () => {
      const resident = await sent()
      await hears({ status: 'Klart' })
      expect((await resident.say('jag glömde säga att den blinkar')).text).toContain(
        `Ärende ${number} är avslutat`,
      )
      const other = await residentOf(store, { content, name: 'eva' })
      expect((await other.say('ta bort min anmälan')).text).toContain('Jag hittar inget ärende')
      expect((await other.say('jag glömde säga hej')).outcome).not.toBe('answered-case')
    })
  })

  describe('a desk', () => {
    test.each([
      ['another department', 'avfall', number],
      ['a case that is not there', 'gata-park', 'F-2026-999999'],
      ['what is no number', 'gata-park', '../F-2026-000001'],
    ])('is not heard about %s', async (_name, department, to) => {
      await reportOnWeb()
      expect(await desk({ id: 'd1', status: 'Klart' }, department, to)).toBe('unknown')
      expect(await standing()).toEqual(['Inskickat', null])
    })

    test('cannot take the name of what the house or a resident did', async () => {
      await reportOnWeb()
      await hears({ status: 'Klart' }, 'created')
      expect((await readCase(store, number))?.history.map(({ id }) => id)).toEqual([
        'created',
        'desk-created',
      ])
    })
  })

  describe('the status', () => {
    test.each([
      'STATUS F-2026-000001',
      'F-2026-000001',
      'status f 2026 1',
      'hur går det med mitt ärende?',
      'mina ärenden',
      'status',
      'vad händer med F-2026-000001',
    ])('is told to the one who made the case: %s', async (text) => {
      const resident = await reportOnWeb()
      await hears({ status: 'Under behandling', text: 'I morgon.' })
      expect(await resident.say(text)).toMatchObject({
        outcome: 'answered-case',
        text: `Ärende ${number}, Storgatan 12: Under behandling.\n\nGata och park skriver: I morgon.`,
      })
    })

    test('of a case of somebody else, and of one that is not there, are answered alike', async () => {
      await reportOnWeb()
      const eve = await web('eve')
      const [theirs, none, mine] = [
        await eve.say('STATUS F-2026-000001'),
        await eve.say('STATUS F-2026-000002'),
        await eve.say('status'),
      ]
      expect(theirs.text).toContain('Jag hittar inget ärende som jag kan visa här.')
      expect([none.text, mine.text]).toEqual([theirs.text, theirs.text])
      expect([none.outcome, mine.outcome]).toEqual([theirs.outcome, theirs.outcome])
    })

    test('is told to the phone that made it, and to no other phone', async () => {
      const resident = await reportBySms()
      expect((await resident.say('STATUS F-2026-000001')).text).toContain('Inskickat')
      const other = await sms('+46709999999')
      expect((await other.say('STATUS F-2026-000001')).text).toContain('Jag hittar inget ärende')
    })

    test('a description that names an older case is a description', async () => {
      const resident = await reportOnWeb()
      await resident.begin('felanmalan')
      for (const answer of ['något annat', 'Kungsgatan 3', 'nej']) await resident.say(answer)
      const answered = await resident.say('Det är samma sak som i F-2026-000001, men värre.')
      expect(answered.outcome).toBe('asked')
      expect((await resident.say('STATUS F-2026-000001')).outcome).toBe('answered-case')
    })
  })

  test('an entry that names no event of a case is a dead letter, and one of a case that is gone is none', async () => {
    await reportOnWeb()
    await work()
    const dueAt = nightClock.now().toISOString()
    const kinds = [tellCaseKind, letterKind, 'desk-email']
    for (const kind of kinds) {
      await store.enqueue({ id: `${kind}/torn`, kind, dueAt, payload: { case: number } })
      await store.enqueue({ id: `${kind}/gone`, kind, dueAt, payload: { case: number, event: 'e9' } })
    }
    await work()
    const dead = await store.listOutbox({ dead: true, limit: 9 })
    expect(dead.map(({ id }) => id).sort()).toEqual(kinds.map((kind) => `${kind}/torn`).sort())
    expect((await store.countOutbox()).waiting).toBe(0)
  })
}
