// What becomes of a message that says too little, asks for nothing, or asks for what nobody has written.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import type { Classification } from '../../../../bot/contracts/talk/classifier'
import type { Clock } from '../../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { residentOf, type Resident } from '../../../support/resident'

const nothing: Classification = {
  best: [
    { label: 'article:rattor', probability: 0.12 },
    { label: 'article:hund', probability: 0.1 },
  ],
  inScope: 0.1,
}
const sureOf = (label: string, probability = 0.97): Classification => ({
  best: [{ label, probability }],
  inScope: 0.95,
})

/** May be one of these. */
const closeTo = (...labels: readonly string[]): Classification => ({
  best: labels.map((label, index) => ({ label, probability: 0.45 - index / 10 })),
  inScope: 0.6,
})

/** Knows what a whole thought is about, and nothing of its halves. */
const classifier: Content['classifier'] = {
  classify: (text) => {
    if (/gnagare.*källaren/s.test(text)) return sureOf('article:rattor')
    if (/koppel.*töms/s.test(text)) return sureOf('article:hund')
    if (/^(?:var är den|när töms|den är trasig)/.test(text)) return sureOf('article:biblioteket')
    if (/koppel/.test(text)) return sureOf('article:hund')
    if (/grannen.*spelar.*natten/s.test(text)) return sureOf('article:rattor', 0.95)
    if (/natten/.test(text)) return sureOf('article:biblioteket', 0.7)
    if (/läsa/.test(text)) return closeTo('article:biblioteket', 'article:hund', 'article:rattor')
    if (/katt/.test(text))
      return {
        best: [
          { label: 'article:hund', probability: 0.5 },
          { label: 'article:rattor', probability: 0.2 },
          { label: 'article:biblioteket', probability: 0.08 },
        ],
        inScope: 0.6,
      }
    return /smådjur/.test(text) ? closeTo('article:rattor') : nothing
  },
}

let store: Store
let now: Date
const clock: Clock = { now: () => now }
let resident: Resident
beforeEach(async () => {
  now = nightClock.now()
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const content = { ...(await shippedContent()), classifier, searchPassages: () => [] }
  resident = await residentOf(store, { content, clock })
})
afterEach(() => store.close())

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

describe('a question about another municipality', () => {
  test('is not answered as ours, and is one tap from our answer', async () => {
    const heard = await resident.say('hundar utan koppel i malmö, vad gäller')
    expect(heard.outcome).toBe('clarified')
    expect(heard.text).toMatch(/^Det verkar gälla Malmö\. .* bara svara för Helsingborg\./)
    expect((await resident.say('ja')).outcome).toBe('answered-article')
  })

  test('that we know nothing of gets no guesses', async () => {
    const heard = await resident.say('smådjur i Växjö')
    expect(heard.outcome).toBe('unanswered-out-of-scope')
    expect(heard.text).toContain('Växjö')
    expect(heard.replies.flatMap(({ suggestions }) => suggestions)).toEqual([])
  })
})

describe('several messages in a row', () => {
  test('are read as one thought when the last alone says too little', async () => {
    expect((await resident.say('jo alltså det är gnagare')).outcome).toBe('unanswered-out-of-scope')
    later(20)
    const answered = await resident.say('nere i källaren')
    expect(answered.outcome).toBe('answered-article')
    expect(answered.replies[0]!.topic).toBe('article:rattor')
  })

  test('are two thoughts when there is time between them', async () => {
    await resident.say('jo alltså det är gnagare')
    later(600)
    expect((await resident.say('nere i källaren')).outcome).toBe('unanswered-out-of-scope')
  })

  test('what was answered is no half of anything', async () => {
    await resident.say('gnagare i källaren')
    later(5)
    expect((await resident.say('källaren då')).outcome).toBe('unanswered-out-of-scope')
  })
})

describe('a message that points at what was said before', () => {
  const topicsOf = ({ replies }: Awaited<ReturnType<Resident['say']>>) =>
    replies.flatMap(({ suggestions }) => suggestions.map(({ choice }) => choice.value))

  test.each(['var är den', 'den är trasig'])('"%s" is never sure by itself', async (said) => {
    const asked = await resident.say(said)
    expect(asked.outcome).toBe('clarified')
    expect(topicsOf(asked)).toContain('article:biblioteket')
  })

  test('is read together with it, also where it was answered', async () => {
    expect((await resident.say('kort koppel')).outcome).toBe('answered-article')
    later(240)
    expect((await resident.say('när töms den')).replies.at(-1)!.topic).toBe('article:hund')
  })

  test('and may mean something else is asked about', async () => {
    await resident.say('kort koppel')
    expect(topicsOf(await resident.say('den är trasig'))).toEqual([
      'article:hund',
      'article:biblioteket',
      'none',
    ])
  })

  test('weakly sure, is read with the pieces before it', async () => {
    for (const said of ['alltså grannen', 'spelar musik']) await resident.say(said)
    expect((await resident.say('mitt i natten')).replies[0]!.topic).toBe('article:rattor')
  })
})

describe('a choice between topics', () => {
  test.each([
    ['biblioteket', 'article:biblioteket'],
    ['jag menar biblioteket tack', 'article:biblioteket'],
    ['bibloteket', 'article:biblioteket'],
    ['lånekort', 'article:biblioteket'],
    ['den första', 'article:biblioteket'],
    ['1', 'article:biblioteket'],
    ['nummer 2', 'article:hund'],
    ['the second one', 'article:hund'],
    ['den sista', 'article:rattor'],
  ])('is made by "%s"', async (said, topic) => {
    expect((await resident.say('något att läsa')).outcome).toBe('clarified')
    const answered = await resident.say(said)
    expect(answered.outcome).toBe('answered-article')
    expect(answered.replies[0]!.topic).toBe(topic)
  })

  test.each(['inget av dessa', 'Ingen av dem', 'nej', 'nej inget av dem', 'none of these', 'neither'])(
    'is declined by "%s"',
    async (said) => {
      await resident.say('något att läsa')
      const answered = await resident.say(said)
      expect(answered.outcome).toBe('clarified')
      expect(answered.text).toContain('Då har jag missförstått dig.')
    },
  )

  test.each(['ja', 'ja precis', 'yes'])('of one is made by "%s"', async (said) => {
    await resident.say('smådjur')
    expect((await resident.say(said)).replies[0]!.topic).toBe('article:rattor')
  })

  test.each(['ja det springer runt här', 'Ja, snälla hjälp oss'])(
    'of one is made by a yes with more behind it: "%s"',
    async (said) => {
      await resident.say('smådjur')
      expect((await resident.say(said)).replies[0]!.topic).toBe('article:rattor')
    },
  )

  test('is not made by a yes to something else', async () => {
    await resident.say('smådjur')
    expect((await resident.say('ja det gäller koppel')).replies[0]!.topic).toBe('article:hund')
  })

  test('is asked for in the same words only with a word about it, and in the end a person is offered', async () => {
    await resident.say('smådjur')
    const again = await resident.say('smådjur typ')
    expect(again.text).toContain('Jag förstod inte svaret.')
    expect(again.text).toContain('Menar du "Råttor och andra skadedjur"?')
    const labels = again.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
    expect(labels).toEqual(['Ja', 'Nej', 'Prata med en människa'])
    const last = await resident.say('smådjur alltså', 'smådjur')
    expect(last.text).toBe('Vill du prata med en människa i stället?')
  })

  test('of one is asked for with a yes and a no', async () => {
    const asked = await resident.say('smådjur')
    expect(asked.text).toBe('Menar du "Råttor och andra skadedjur"?')
    expect(asked.replies[0]!.suggestions.map(({ label }) => label)).toEqual(['Ja', 'Nej'])
    expect((await resident.tap(asked, 'Nej')).text).toContain('Då har jag missförstått dig.')
  })

  test('lists nothing that is far less likely than the first', async () => {
    const { replies } = await resident.say('liten katt')
    expect(replies[0]!.suggestions.map(({ choice }) => choice.value)).toEqual([
      'article:hund',
      'article:rattor',
      'none',
    ])
  })

  test('of several is asked for again after a yes', async () => {
    const asked = await resident.say('något att läsa')
    expect((await resident.say('ja')).replies[0]!.suggestions).toEqual(asked.replies[0]!.suggestions)
  })

  test('is over with a question of its own', async () => {
    await resident.say('något att läsa')
    expect((await resident.say('gnagare i källaren')).replies[0]!.topic).toBe('article:rattor')
    expect((await resident.say('ja')).text).toContain('Vad kan jag hjälpa dig med?')
  })

  test('is made in words over SMS too', async () => {
    const content = { ...(await shippedContent()), classifier, searchPassages: () => [] }
    resident = await residentOf(store, { content, clock, channel: 'sms' })
    await resident.say('smådjur')
    expect((await resident.say('ja')).outcome).toBe('answered-article')
  })
})

describe('a question that nothing answers', () => {
  test('is kept with the topics that came nearest', async () => {
    await resident.say('hur många tjog är hundra ägg')
    expect(await store.records('question', { limit: 10 })).toMatchObject([
      {
        value: {
          text: 'hur många tjog är hundra ägg',
          language: 'sv',
          channel: 'web',
          nearest: [
            { topic: 'article:rattor', probability: 0.12 },
            { topic: 'article:hund', probability: 0.1 },
          ],
          at: now.toISOString(),
        },
      },
    ])
  })

  test('is kept, masked, when none of the topics that were offered was meant', async () => {
    const asked = await resident.say('något att läsa, ring 070-123 45 67')
    later(20)
    await resident.tap(asked, 'Inget av dessa')
    expect(await store.records('question', { limit: 10 })).toMatchObject([
      {
        value: {
          text: 'något att läsa, ring [telefon]',
          nearest: [
            { topic: 'article:biblioteket', probability: 0.45 },
            { topic: 'article:hund', probability: 0.35 },
            { topic: 'article:rattor', probability: 0.25 },
          ],
        },
      },
    ])
  })

  test('is kept in a language that the city does not speak', async () => {
    expect((await resident.say('Когда завтра откроется библиотека')).outcome).toBe('unanswered-language')
    expect(await store.records('question', { limit: 10 })).toMatchObject([{ value: { language: 'ru' } }])
  })

  test('is not kept when it was answered, or typed into an open dialog, or after a cry for help', async () => {
    await resident.say('gnagare i källaren')
    await resident.begin('felanmalan')
    await resident.say('hundra ägg')
    await resident.say('avbryt')
    await resident.say('jag vill dö')
    await resident.say('hundra ägg')
    expect(await store.records('question', { limit: 10 })).toEqual([])
  })
})

describe('small talk', () => {
  test.each([
    ['hejdå', 'Jag finns här dygnet runt.'],
    ['Hur mår du?', 'Jag är en robot'],
    ['jag har en fråga', 'Vad kan jag hjälpa dig med?'],
    ['test', 'Jag är en robot'],
  ])('"%s" is answered', async (said, part) => {
    const answered = await resident.say(said)
    expect(answered.outcome).toBe('answered-command')
    expect(answered.text).toContain(part)
  })

  test.each(['du är dum!', 'JÄVLA SKITROBOT', 'fuck you'])(
    '"%s" is met calmly, with a person',
    async (said) => {
      const answered = await resident.say(said)
      expect(answered.outcome).toBe('answered-command')
      expect(answered.replies.flatMap(({ suggestions }) => suggestions.map(({ choice }) => choice))).toEqual([
        { name: 'command', value: 'person' },
      ])
    },
  )

  test.each([
    ['är du människa', 'Jag är en robot'],
    ['är du en människa eller', 'Jag är en robot'],
    ['hej, är du en riktig människa?', 'Jag är en robot'],
    ['är du robot', 'Jag är en robot'],
    ['is this a bot', 'Jag är en robot'],
    ['am I talking to a real person?', 'Jag är en robot'],
    ['are you real', 'Jag är en robot'],
    ['vad heter du', 'Jag är en robot'],
    ['vad kan du hjälpa mig med', 'Jag är en robot'],
    ['bist du ein mensch oder ein roboter', 'Jag är en robot'],
    ['okej tack', 'Varsågod'],
    ['toppen tack!', 'Varsågod'],
    ['okej, tack för all hjälp!', 'Varsågod'],
    ['tack, det var allt', 'Varsågod'],
    ['det var allt', 'Varsågod'],
    ['det var allt för idag tack', 'Varsågod'],
    ['nej inget mer', 'Varsågod'],
    ['tack så hemskt mycket', 'Varsågod'],
    ['tack så hemskt mycket för hjälpen', 'Varsågod'],
    ['du är bäst', 'Varsågod'],
    ['waan ku mahadsanahay', 'Varsågod'],
    ['that was all, thanks', 'Varsågod'],
    ['du svarar fel hela tiden', 'det är tråkigt'],
    ['tack men det var inte det jag frågade om', 'det är tråkigt'],
    ['nej men du förstår ju inte', 'det är tråkigt'],
    ['hallå du lyssnar inte', 'det är tråkigt'],
    ['but you are not listening', 'det är tråkigt'],
    ['nej skit i det', 'Det finns inget att avbryta'],
    ['👍', 'Varsågod'],
    ['❤️❤️', 'Varsågod'],
    ['vale muchas gracias', 'Varsågod'],
    ['thanks bye', 'Jag finns här dygnet runt.'],
    ['tack och hej', 'Jag finns här dygnet runt.'],
    ['hejdå tack', 'Jag finns här dygnet runt.'],
    ['nej tack, hejdå', 'Jag finns här dygnet runt.'],
    ['din jävla idiot', 'det är tråkigt'],
    ['fan vad du är dålig', 'det är tråkigt'],
    ['du är ju helt jävla värdelös alltså', 'det är tråkigt'],
    ['dumskalle', 'det är tråkigt'],
    ['you are so fucking stupid', 'det är tråkigt'],
    ['det hjälper inte', 'det är tråkigt'],
    ['jag förstår inte', 'det är tråkigt'],
    ["that doesn't help", 'det är tråkigt'],
    ['ni är sämst, jag har väntat i två timmar', 'det är tråkigt'],
    ['ni är dumma i huvudet allihop, jag har ringt tio gånger', 'det är tråkigt'],
  ])('"%s" is known by its words', async (said, part) => {
    const answered = await resident.say(said)
    expect(answered.outcome).toBe('answered-command')
    expect(answered.text).toContain(part)
  })

  test.each([
    'tack men när töms soptunnan',
    'hjälp tack',
    'tack jag vill dö',
    'allt är helt meningslöst',
    'han är en jävla idiot',
    'är du en robot som kan gräva',
    'min robot är värdelös',
    'tack det var allt skräp på gatan som blev kvar',
    'ni svarar fel på min ansökan om bygglov',
    'det var inte det jag frågade om sophämtning i går',
    'ni är sämst på gnagare i källaren',
  ])('"%s" is more than that', async (said) => {
    const { text } = await resident.say(said)
    for (const part of ['Varsågod', 'Jag finns här', 'det är tråkigt']) expect(text).not.toContain(part)
  })

  test('of words that nobody listed is an answer where a dialog waits for words', async () => {
    await resident.begin('synpunkt')
    await resident.say('klagomål')
    expect((await resident.say('du är ju helt jävla värdelös alltså')).text).not.toContain('det är tråkigt')
  })

  test('an open question is asked more plainly of who did not understand it', async () => {
    await resident.begin('felanmalan')
    await resident.say('hål i gatan')
    const again = await resident.say('jag förstår inte')
    expect(again.text).toMatch(/det är tråkigt.*Var är det.*Skriv/s)
    expect(
      again.replies.flatMap(({ suggestions }) => suggestions.map(({ choice }) => choice)),
    ).toContainEqual({
      name: 'command',
      value: 'person',
    })
  })

  test('an open question is asked again after it', async () => {
    await resident.begin('felanmalan')
    expect((await resident.say('du är dum')).text).toContain('Vad gäller felet?')
  })
})
