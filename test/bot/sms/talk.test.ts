// A talk over SMS as the phone sees it: one text a turn, numbers for options, MER, and the words that are heard before all else.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { hearDesk } from '../../../bot/cases/hear-desk'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { DeskNews } from '../../../bot/contracts/cases/case-desk'
import { hasOptedOut } from '../../../bot/sms/opt-out'
import { smsParts } from '../../../bot/text/sms-parts'
import { residentOf, type Resident } from '../../support/resident'
import { openTestBot, shippedContent } from '../../support/test-bot'

const phone = '+46701234567'
const minuteMs = 60_000

describe('a talk over SMS', () => {
  let nowMs = 0
  const clock = { now: () => new Date(nowMs) }
  let store: Store
  let resident: Resident
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-24T09:00:00Z')
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    resident = await residentOf(store, {
      channel: 'sms',
      name: 'ours:theirs',
      from: phone,
      to: '+46766861000',
      clock,
    })
  })
  afterEach(() => store.close())

  /** Each text comes half a minute after the one before. */
  const say = async (text: string) => {
    nowMs += minuteMs / 2
    return resident.say(text)
  }

  test('the first text says who answers, how to get a person and how to stop; the second does not', async () => {
    const first = await say('jag vill felanmäla något')
    expect(first.text).toMatch(
      /^Hej! Jag är stadens robot, inte en människa\. Svara 0 .* STOPP avslutar\.\n\n/,
    )
    expect((await say('hål i gatan')).text).not.toContain('robot')
  })

  test.each(['1', 'det här numret', 'Ett'])(
    'a question for a phone number offers the one that is written from, and "%s" takes it',
    async (chosen) => {
      await say('ring mig')
      await say('Plats på förskola')
      expect((await say('hoppa över')).text).toContain('\n1 Det här numret')
      const { text } = await say(chosen)
      expect(text).toContain('Telefon: 070-123 45 67')
      expect((await say('1')).text).toContain('Vi ringer dig')
      const [callBack] = await store.records('call-back', { limit: 1 })
      expect(callBack?.value).toMatchObject({ facts: { phone, topic: 'Plats på förskola' } })
    },
  )

  test('another number than the one that is written from is taken as it is written', async () => {
    await say('ring mig')
    await say('Plats på förskola')
    expect((await say('070-765 43 21')).text).toContain('Noterat. Telefon: 070-765 43 21')
  })

  test('one turn is one text', async () => {
    for (const text of ['hej', 'när töms soporna', 'felanmälan', 'hål i gatan']) {
      const { replies } = await say(text)
      expect(replies).toHaveLength(1)
      expect(smsParts(replies[0]!.text).parts).toBeLessThanOrEqual(3)
    }
  })

  test.each(['2', '2.', ' 2) ', 'nr 2', 'två', 'two', 'Trasig gatubelysning'])(
    'options are numbered lines, and "%s" chooses the second',
    async (chosen) => {
      const { text } = await say('jag vill felanmäla något')
      expect(text).toContain('1 Hål i gatan\n2 Trasig gatubelysning')
      expect((await say(chosen)).text).toContain('Var är det?')
    },
  )

  test('the numbers of the menu start dialogs, and stay good until others are sent', async () => {
    expect((await say('MENY')).text).toContain('2 Boka hämtning av grovsopor')
    expect((await say('tack')).text).not.toContain('1 ')
    expect((await say('2')).text).toContain('Vilken adress ska vi hämta på?')
  })

  test.each([
    ['2', 'ja'],
    ['nej tack', 'ja'],
    ['nej', '1'],
    ['när öppnar biblioteket', 'ja'],
  ])('asked whether to cancel, after "%s" a later "%s" is for nothing', async (first, later) => {
    const booking = ['boka grovsopor', 'Strandvägen 5', 'soffa', 'nej', '2', 'hoppa över', 'ja']
    for (const text of booking) await say(text)
    expect((await say('avboka')).text).toContain('Ska jag avboka G-')
    await say(first)
    expect((await say(later)).text).not.toContain('är avbokat')
    expect(await store.records('case', { limit: 5 })).toMatchObject([{ value: { status: 'Inskickat' } }])
  })

  test('the transcript keeps what was written, not what it stood for', async () => {
    await say('meny')
    await say('3')
    const lines = await store.linesAfter('sms:ours:theirs' as never, 0, 99)
    const written = lines.flatMap((line) => (line.author === 'resident' ? [line.message.content] : []))
    expect(written).toEqual([
      { kind: 'text', text: 'meny' },
      { kind: 'text', text: '3' },
    ])
  })

  test('a menu is good for half an hour; then a number says so and does nothing', async () => {
    await say('meny')
    nowMs += 31 * minuteMs
    const late = await say('2')
    expect(late.text).toContain('Menyn har gått ut. Svara MENY')
    await say('felanmälan')
    nowMs += 31 * minuteMs
    const open = await say('2')
    expect(open.text).toContain('Menyn har gått ut')
    expect(open.text).toContain('Vad gäller felet?')
    expect((await say('2')).text).toContain('Var är det?')
  })

  test('a number is the answer where a number is asked for', async () => {
    await say('gatlyktan vid mig är trasig')
    const asked = await say('stolpe 4711')
    expect(asked.text).not.toContain('Menyn')
  })

  test('the question that waits has the first numbers, whatever is offered before it', async () => {
    nowMs = Date.parse('2026-11-24T22:00:00Z')
    let asked = await say('hål i gatan på Storgatan 12')
    for (const text of ['nej', 'ett djupt hål', 'hoppa över', 'hoppa över'])
      if (!asked.text.includes('Stämmer')) asked = await say(text)
    expect(asked.text).toMatch(/\n1 Ja/)
    const offered = await say('människa')
    expect(offered.text).toMatch(/\n1 Ja[^]*\n\d Bli uppringd/)
    expect((await say('1')).text).toContain('F-2026-000001')
  })

  test('STOPP is confirmed once, ends nothing under way, and START takes it back', async () => {
    await say('felanmälan')
    const stopped = await say('Stopp!')
    expect([stopped.text, stopped.outcome]).toEqual([
      'Du får inga fler sms från oss. Pågående ärenden tas om hand ändå. Svara START om du ändrar dig.',
      'guarded-opted-out',
    ])
    expect(await hasOptedOut(store, phone)).toBe(true)
    expect(await say('STOPP')).toMatchObject({ text: '', outcome: 'guarded-opted-out' })
    expect((await say('hål i gatan')).text).toContain('Var är det?')
    expect(await hasOptedOut(store, phone)).toBe(true)
    expect((await say('start')).text).toContain('Nu kan du få sms från oss igen')
    expect(await hasOptedOut(store, phone)).toBe(false)
  })

  test.each([
    ['sluta', 'Du får inga fler'],
    ['AVSTÄLL', 'Du får inga fler'],
    ['stop please', undefined],
    ['Test', 'räksmörgås'],
    ['info', 'org.nr 212000-1157, kontaktcenter 042-10 50 00'],
    ['Hjälp', 'Jag är en robot'],
    ['HELP', 'Jag är en robot'],
    ['?', '1 Felanmäla'],
    ['meny', '1 Felanmäla'],
  ])('"%s" as the whole text is heard before a dialog hears it', async (word, expected) => {
    await say('felanmälan')
    const { text } = await say(word)
    if (expected === undefined) expect(text).not.toContain('Du får inga fler')
    else expect(text).toContain(expected)
  })

  test('what a gateway has answered itself is noted and not answered twice', async () => {
    const id = 'g1' as never
    const conversationId = 'sms:ours:theirs' as never
    const message = { id, conversationId, channel: 'sms', receivedAt: clock.now().toISOString() } as const
    const bot = await openTestBot(store, { clock })
    const content = { kind: 'text', text: 'STOPP' } as const
    await bot.receive({ ...message, content, from: phone, to: '+46766861000', gatewayHeard: 'stop' })
    expect((await bot.answer(conversationId, id)).replies).toEqual([])
    expect(await hasOptedOut(store, phone)).toBe(true)
  })

  test('a cry for help is answered whole and at once, also in a loop and after STOPP', async () => {
    await say('STOPP')
    for (let n = 0; n < 5; n += 1) await say('jag är bortrest till måndag')
    const { text, outcome } = await say('det brinner i huset')
    expect(outcome).toBe('guarded-emergency')
    expect(text).toContain('112')
    expect(text).not.toContain('Svara MER')
  })

  describe('what the house says by itself, and what waits for the morning', () => {
    /** A department's word in the talk that made the case, and hours in which the text waits and is read. */
    const told = async (news: Omit<DeskNews, 'id'>) => {
      await say('gatlyktan på Storgatan 12 är trasig')
      for (const answer of ['nej', 'ja']) await say(answer)
      const id = 'F-2026-000001'
      const { city } = await shippedContent()
      expect(await hearDesk({ store, clock, city: () => city })('gata-park', id, { id: 'd1', ...news })).toBe(
        'added',
      )
      const bot = await openTestBot(store, { clock })
      const conversationId = toConversationId('sms:ours:theirs')
      const content = { kind: 'house', news: { kind: 'case', case: id, event: 'desk-d1' } } as const
      const message = { id: toMessageId('house/1'), conversationId, channel: 'sms', content } as const
      const numbers = { from: phone, to: '+46766861000', receivedAt: clock.now().toISOString() }
      await bot.receive({ ...message, ...numbers })
      const { replies } = await bot.answer(conversationId, message.id)
      nowMs += 14 * 60 * minuteMs
      return replies[0]!.text
    }
    test('gives the rest of it for MER', async () => {
      const words = 'Stolpen hör till en samfällighet som sköter den själv. '.repeat(10)
      const text = await told({ status: 'Under behandling', text: words })
      expect(text).toContain('Svara MER')
      expect((await say('MER')).text).toMatch(/^Stolpen hör till/)
    })
  })

  test('a machine that quotes our advice is answered once; a person in danger each time', async () => {
    const { text: advice } = await say('det brinner i huset')
    const auto = (minute: number) => `Autosvar 12:0${minute}. Jag är bortrest. Du skrev: ${advice}`
    expect((await say(auto(1))).text).toContain('112')
    for (const minute of [2, 3, 4])
      expect(await say(auto(minute))).toMatchObject({ outcome: 'guarded-rate', replies: [] })
    for (const own of ['det brinner i huset', 'det brinner i huset', `elden sprider sig! ${advice}`])
      expect(await say(own)).toMatchObject({ outcome: 'guarded-emergency' })
    nowMs += 11 * minuteMs
    expect((await say(auto(5))).text).toContain('112')
  })

  test('a long answer ends at a sentence, and MER gives the rest of it', async () => {
    const first = await say('när töms soptunnan')
    const whole = first.text
    if (!whole.includes('Svara MER')) throw new Error(`too short for this test: ${whole}`)
    expect(whole).toMatch(/[.!?:]\n\nSvara MER för resten\./)
    const rest = await say('mer')
    expect(rest.outcome).toBe('answered-command')
    expect(rest.text.length).toBeGreaterThan(20)
    expect(whole).not.toContain(rest.text.slice(0, 40))
  })

  test.each(['MER', 'mera', 'läs mer'])(
    '"%s" where there is no more answers no question, and that is asked again',
    async (word) => {
      await say('gatlyktan på Storgatan 12 är trasig')
      const asked = (await say('nej')).text
      const { outcome, text } = await say(word)
      expect(outcome).toBe('answered-command')
      expect(text).toContain('Det finns inget mer att visa.')
      expect(text).toContain(asked.split('\n').at(-1))
    },
  )

  test('"mer" answers a list that asks whether there is more', async () => {
    for (const text of ['grovsopor', 'Storgatan 12']) await say(text)
    expect((await say('en soffa')).text).toContain('Ska vi hämta något mer?')
    expect((await say('mer')).text).toContain('Vad är det för sak?')
  })

  test('keywords count in a flood too, and STOPP is heard whatever comes of it', async () => {
    for (let n = 0; n < 31; n += 1) {
      nowMs += 1_000
      await resident.say('info')
    }
    expect(await resident.say('info')).toMatchObject({ text: '', outcome: 'guarded-rate' })
    expect((await resident.say('STOPP')).text).toContain('Du får inga fler')
  })

  describe('a person who repeats themselves', () => {
    test.each([
      [['grovsopor', 'tillbaka', 'tillbaka', 'tillbaka'], 'Vilken adress'],
      [['grovsopor', 'människa', 'människa', 'människa'], '042-10 50 00'],
      [['kontakta oss', 'hjälp mig', 'hjälp mig', 'hjälp mig'], 'robot'],
    ])('with a command is answered each time: %s', async (texts, expected) => {
      for (const text of texts) expect((await say(text)).text).not.toBe('')
      expect((await say(texts.at(-1)!)).text).toContain(expected)
      expect((await say('jag vill prata med en människa')).outcome).toMatch(/^handed-off/)
    })

    test('is answered also when the second command comes at once', async () => {
      await say('grovsopor')
      await say('Storgatan 12')
      expect((await resident.say('tillbaka')).text).not.toBe('')
      expect((await resident.say('tillbaka')).text).not.toBe('')
    })

    test('by giving one answer to several questions is asked the next one', async () => {
      for (const text of ['ansöka om skolskjuts', 'lågstadiet', 'ja', 'Storgatan 12']) await say(text)
      expect((await say('Storgatan 12')).text).toContain('Varför behöver barnet')
      expect((await say('Storgatan 12')).text).toContain('Varför behöver barnet')
    })
  })

  test('the first option is an answer to the question that waits, also when a call is offered beside it', async () => {
    nowMs = Date.parse('2026-11-24T22:00:00Z')
    for (const text of ['hål i gatan', 'Kungsgatan 3', 'nej', 'hoppa över']) await say(text)
    expect((await say('människa')).text).toMatch(/\n1 Ja, det stämmer\n[^]*\n\d Bli uppringd/)
    expect((await say('1')).outcome).toBe('completed')
  })

  test('a machine is told once that it became too many, and START wakes the bot up', async () => {
    const auto = 'Jag är bortrest till måndag'
    for (let n = 0; n < 2; n += 1) expect((await say(auto)).text).not.toBe('')
    const { outcome, text } = await say(auto)
    expect([outcome, text]).toEqual(['guarded-rate', expect.stringContaining('tar en paus en timme')])
    for (let n = 0; n < 2; n += 1)
      expect(await say(auto)).toMatchObject({ outcome: 'guarded-rate', text: '' })
    expect((await say('START')).outcome).toBe('welcomed')
    expect((await say('jag vill prata med en människa')).outcome).toMatch(/^handed-off/)
  })

  test('a machine whose words correct an open errand again and again is met with silence', async () => {
    for (const text of ['ring mig', 'Plats på förskola', 'hoppa över', '070-765 43 21']) await say(text)
    const auto = 'Jag är bortrest, ring 070-111 22 33'
    for (let n = 0; n < 4; n += 1) await say(auto)
    expect(await say(auto)).toMatchObject({ outcome: 'guarded-rate', text: '' })
  })

  test('MER without anything left, also while a topic is asked about, is told so', async () => {
    const nothing = {
      outcome: 'answered-command',
      text: expect.stringContaining('inget mer att visa') as string,
    }
    expect(await say('mer')).toMatchObject(nothing)
    expect((await say('avgift')).outcome).toBe('clarified')
    expect(await say('MER')).toMatchObject(nothing)
  })
})
