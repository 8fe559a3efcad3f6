// Questions that go on from what an article answered, asked of the shipped city's bot.
import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import type { Clock } from '../../../../../bot/contracts/basics/clock'
import { conversationSchema } from '../../../../../bot/contracts/talk/conversation'
import { toConversationId } from '../../../../../bot/contracts/talk/ids'
import type { Store } from '../../../../../bot/contracts/store/store'
import { residentOf, type Answered } from '../../../../support/resident'
import { nightClock, shippedContent } from '../../../../support/test-bot'
import { isAsExpected } from './outcome-of-talk'
import { talks } from './talks'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const minutesLater = (minutes: number): Clock => ({
  now: () => new Date(nightClock.now().getTime() + minutes * 60_000),
})
const titleOf = ({ replies }: Answered): string => replies.at(-1)?.sources[0]?.title ?? ''
const labels = ({ replies }: Answered) =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
const pool = '"Simhallen, tider och priser"'

describe('after an article answered', () => {
  test('at least sixty talks are looked at, and a third of them turn to something else', () => {
    expect(talks.length).toBeGreaterThanOrEqual(60)
    const traps = talks.filter(([, , , expected]) => 'goes' in expected)
    expect(traps.length).toBeGreaterThanOrEqual(talks.length / 3)
  })

  test.each(talks)('%s: "%s" – "%s"', async (language, first, next, expected) => {
    const resident = await residentOf(store, { language })
    const answered = await resident.say(first)
    expect(answered.outcome).toBe('answered-article')
    const gone = await resident.say(next)
    expect({ ...gone, replies: [], isRight: isAsExpected(gone, titleOf(answered), expected) }).toMatchObject({
      isRight: true,
    })
  })
})

describe('a follow-up', () => {
  test('is answered by the passage, with the article named, its source, and a way out', async () => {
    const resident = await residentOf(store)
    await resident.say('hur får jag boendeparkering')
    const answered = await resident.say('och gäster?')
    expect(answered.outcome).toBe('answered-passage')
    expect(answered.text).toBe('Så här står det i "Boendeparkering":\n\n**Gäster** betalar som vanligt.')
    expect(answered.replies[0]).toMatchObject({
      topic: 'article:boendeparkering',
      asksFeedback: true,
      sources: [{ articleId: 'boendeparkering', owner: 'Trafikenheten', reviewed: '2026-11-24' }],
    })
    expect(labels(answered)).toEqual(['Boendeparkering', 'Inget av dessa'])
  })

  test('that the article does not answer is said to be so, with a person and no way back to it', async () => {
    const resident = await residentOf(store)
    await resident.say('hur skaffar jag pass')
    const answered = await resident.say('vad kostar det då?')
    expect(answered.outcome).toBe('unanswered-not-said')
    expect(answered.text).toBe(
      'Jag hittar inget om vad det kostar i "Pass, id-kort och körkort". Ring kontaktcenter på 042-10 50 00, så får du veta.',
    )
    expect(labels(answered)).toEqual(['Prata med en människa'])
  })

  test.each([
    ['hur ansöker jag om hemtjänst åt mamma', 'article:hemtjanst-avgift'],
    ['hur söker jag plats i förskola', 'article:forskoleavgift'],
    ['vad får jag bygga utan bygglov', 'article:bygglov-kostnad-tid'],
  ])('that another article answers leads there: "%s" – "vad kostar det"', async (first, topic) => {
    const resident = await residentOf(store)
    expect((await resident.say(first)).outcome).toBe('answered-article')
    const { replies } = await resident.say('vad kostar det')
    const offered = replies.flatMap(({ suggestions }) => suggestions.map(({ choice }) => choice.value))
    expect([replies[0]?.topic, ...offered]).toContain(topic)
  })

  test.each([
    ['vad får jag bygga utan bygglov', 'vad kostar det', 'Ett lov för en villa kostar'],
    ['hur söker jag plats i förskola', 'vad kostar det', '3 procent för första barnet'],
  ])('is answered by the one article whose title promises it: "%s" – "%s"', async (first, next, words) => {
    const resident = await residentOf(store)
    await resident.say(first)
    const answered = await resident.say(next)
    expect([answered.outcome, answered.text]).toEqual(['answered-article', expect.stringContaining(words)])
  })

  test('that other articles are as likely to answer is offered the open one first', async () => {
    const resident = await residentOf(store)
    await resident.say('vattnet är brunt')
    const asked = await resident.say('är det farligt för barn?')
    expect([asked.outcome, labels(asked)[0]]).toEqual(['clarified', 'Brunt eller missfärgat vatten'])
  })

  test('that is not answered is kept for staff, with the article that was silent', async () => {
    const resident = await residentOf(store)
    await resident.say('när öppnar simhallen')
    await resident.say('och i juli?')
    const [record] = await store.records('question', { limit: 10 })
    expect(record?.value).toMatchObject({ text: 'och i juli?', about: 'article:simhallen' })
  })

  test('shows what a resident wrote as they wrote it', async () => {
    const resident = await residentOf(store)
    await resident.say('när öppnar simhallen')
    const { text } = await resident.say('och *bastu* [gratis](https://ond.example)?')
    expect(text).not.toMatch(/\[gratis\]\(|\*bastu\*/)
  })

  test('can follow a follow-up, and is about the side that was asked about before', async () => {
    const resident = await residentOf(store)
    await resident.say('hur anmäler jag mitt barn till kulturskolan')
    expect((await resident.say('vad kostar det?')).text).toContain('600 kronor')
    expect((await resident.say('och för syskon?')).text).toContain('halva priset')
    expect((await resident.say('är det kö?')).text).toContain('längst kö')
    expect((await resident.say('och på söndagar?')).text).toContain('Jag hittar inget om söndagar')
    expect((await resident.say('och för vuxna då?')).text).toContain('studieförbund')
  })

  test('works over SMS, in plain text', async () => {
    const resident = await residentOf(store, { channel: 'sms', name: 'our:+46701234567' })
    await resident.say('hur får jag boendeparkering')
    const answered = await resident.say('och gäster?')
    expect(answered.outcome).toBe('answered-passage')
    expect(answered.text).toContain('Så här står det i "Boendeparkering":\n\nGäster betalar som vanligt.')
  })

  test('goes on from an article that was chosen after asking back', async () => {
    const resident = await residentOf(store, { language: 'en' })
    const asked = await resident.say('how much is preschool')
    expect(asked.outcome).toBe('clarified')
    const [likeliest] = asked.replies.flatMap(({ suggestions }) => suggestions)
    const chosen = await resident.tap(asked, likeliest?.label ?? '')
    expect(chosen.outcome).toBe('answered-article')
    expect((await resident.say('and for the second child?')).text).toContain('2 for the second')
  })

  test('goes on in the language that was chosen in between', async () => {
    const resident = await residentOf(store)
    await resident.say('när öppnar simhallen')
    await resident.say('english')
    expect((await resident.say('and on Sundays?')).text).toContain('at weekends from 9 am to 5 pm')
  })

  test.each(['och pa sondagar', 'OCH PÅ SÖNDAGAR???', 'Tack! Och på söndagar då?', 'söndagar?'])(
    'is heard however it is typed: %s',
    async (text) => {
      const resident = await residentOf(store)
      await resident.say('när öppnar simhallen')
      const answered = await resident.say(text)
      expect(answered.text).toContain(pool)
      expect(answered.outcome).toBe('answered-passage')
    },
  )
})

describe('what answered last', () => {
  const goesOn = async (resident: Awaited<ReturnType<typeof residentOf>>): Promise<boolean> =>
    (await resident.say('och på söndagar?')).text.includes(pool)

  test.each(['tack', 'hej', 'hjälp'])('is remembered through "%s"', async (said) => {
    const resident = await residentOf(store)
    await resident.say('när öppnar simhallen')
    await resident.say(said)
    expect(await goesOn(resident)).toBe(true)
  })

  test('is remembered through a judgement of the answer', async () => {
    const resident = await residentOf(store)
    await resident.judge(await resident.say('när öppnar simhallen'), 'för långt')
    expect(await goesOn(resident)).toBe(true)
  })

  test.each([
    ['nothing was asked before', []],
    ['a restart', ['när öppnar simhallen', 'börja om']],
    ['a dialog began', ['när öppnar simhallen', 'boka hämtning av grovsopor']],
    ['a dialog began and was stopped', ['när öppnar simhallen', 'boka hämtning av grovsopor', 'avbryt']],
    ['a question that was asked back', ['när öppnar simhallen', 'tillstånd']],
    ['a question that nobody answers', ['när öppnar simhallen', 'vem vann matchen igår']],
    ['a cry for help', ['när öppnar simhallen', 'det brinner i köket']],
    ['another article', ['när öppnar simhallen', 'vad kostar ett bygglov']],
  ])('is forgotten after %s', async (_, said) => {
    const resident = await residentOf(store)
    for (const text of said) await resident.say(text)
    expect(await goesOn(resident)).toBe(false)
  })

  test.each<[string, readonly string[], string]>([
    ['a side of it', ['hur söker jag förskola', 'när senast', 'vad kostar det'], 'Avgift för förskola'],
    [
      'whom it is about',
      ['kan man få bidrag till dörröppnare', 'mamma har rollator', 'hur lång tid tar det'],
      'sex veckor',
    ],
    [
      'whom it is for',
      ['vad kostar hemtjänst', 'och om man är gift?', 'hur ansöker jag'],
      'Ansök om hemtjänst',
    ],
    [
      'what was answered to it',
      ['det kommer upp avloppsvatten i källaren', 'ja det är jättemycket', 'vem ringer jag'],
      'ringer du oss på 042-10 50 00',
    ],
  ])('is gone on from after a question that was asked back about %s', async (_, said, expected) => {
    const resident = await residentOf(store)
    for (const text of said.slice(0, -1)) await resident.say(text)
    const { text, replies } = await resident.say(said.at(-1) ?? '')
    expect(`${text} ${JSON.stringify(replies)}`).toContain(expected)
  })

  test('is asked back with the other one, where both tell how it is done and nothing says of what', async () => {
    const resident = await residentOf(store)
    await resident.say('jag har fått p-bot')
    const { outcome, replies } = await resident.say('hur överklagar jag')
    expect(outcome).toBe('clarified')
    const labels = replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
    expect(labels.slice(0, 2)).toEqual(['Bestrida en p-bot', 'Överklaga ett beslut'])
  })

  test.each([
    ['vad kostar bygglov', 'hur överklagar jag'],
    ['jag har fått p-bot', 'hur överklagar jag ett beslut'],
    ['när öppnar biblioteket', 'hur söker jag jobb'],
  ])('gives way after "%s" to "%s"', async (first, next) => {
    const resident = await residentOf(store)
    await resident.say(first)
    expect((await resident.say(next)).outcome).toBe('answered-article')
  })

  test('is not gone on from in a dialog, where short words are answers', async () => {
    const resident = await residentOf(store)
    await resident.begin('grovsopor')
    await resident.say('när öppnar simhallen?')
    expect((await resident.say('och på söndagar?')).outcome).not.toBe('answered-passage')
  })

  test.each([
    ['web', 29, true],
    ['web', 31, false],
    ['sms', 359, true],
    ['sms', 361, false],
  ] as const)('is kept on %s for a while: after %i minutes it is %s', async (channel, minutes, isKept) => {
    const name = channel === 'sms' ? 'our:+46701234567' : 'resident'
    const before = await residentOf(store, { channel, name })
    await before.say('när öppnar simhallen')
    const after = await residentOf(store, { channel, name, clock: minutesLater(minutes) })
    expect(await goesOn(after)).toBe(isKept)
  })

  test('is not gone on from when it is withdrawn meanwhile, or gone', async () => {
    const shipped = await shippedContent()
    const withArticle = (change: 'old' | 'gone') => {
      const articles = new Map(shipped.articles)
      const article = articles.get('simhallen')
      if (change === 'old' && article !== undefined)
        articles.set('simhallen', { ...article, validUntil: '2026-11-23' })
      else articles.delete('simhallen')
      return { ...shipped, articles }
    }
    for (const change of ['old', 'gone'] as const) {
      await (await residentOf(store, { name: change })).say('när öppnar simhallen')
      const resident = await residentOf(store, { name: change, content: withArticle(change) })
      expect((await resident.say('och på söndagar?')).outcome).toMatch(/^unanswered/)
    }
  })

  test('is read as nothing from a state that was written before there was such a thing', async () => {
    const resident = await residentOf(store)
    await resident.say('när öppnar simhallen')
    const { answered, ...older } = conversationSchema.parse(
      JSON.parse((await store.load(toConversationId('web:resident'))).state ?? ''),
    )
    expect(answered).toEqual({ article: 'simhallen', at: nightClock.now().toISOString(), asked: ['time'] })
    expect(conversationSchema.parse(older).answered).toBeNull()
  })
})

describe('asked on in place of a yes', () => {
  test.each([
    ['vad har biblioteket för öppettider', 'och på söndagar?', 'helger klockan 10 till 16'],
    ['kan jag gifta mig på stadshuset', 'vad kostar det', 'gratis i rådhuset'],
  ])('what is offered is meant, where its article says it: "%s" – "%s"', async (first, next, words) => {
    const resident = await residentOf(store)
    expect((await resident.say(first)).outcome).toBe('clarified')
    const answered = await resident.say(next)
    expect([answered.outcome, answered.text]).toEqual(['answered-passage', expect.stringContaining(words)])
  })

  test('nothing far from what is offered comes up, where no article says it', async () => {
    const resident = await residentOf(store)
    await resident.say('hej vill ha hemtjänst till min mamma')
    const asked = await resident.say('vad kostar det')
    expect([asked.outcome, labels(asked)[0]]).toEqual(['clarified', 'Vad hemtjänst kostar'])
  })

  test('what is of something else goes there', async () => {
    const resident = await residentOf(store)
    await resident.say('vad har biblioteket för öppettider')
    const other = await resident.say('vad kostar simhallen')
    expect(other.replies[0]?.topic).toBe('article:simhallen')
  })
})
