// Residents who write in another language than the talk's, on any store: asked in theirs, and never switched silently.
import type { EndedTurnFacts } from '../../../../../bot/contracts/talk/observer'
import { toConversationId } from '../../../../../bot/contracts/talk/ids'
import type { Store } from '../../../../../bot/contracts/store/store'
import { residentOf, type Answered, type Resident } from '../../../../support/resident'
import { shippedContent } from '../../../../support/test-bot'

/** What somebody writes, what they are asked, the button, and what a yes is answered with. */
const offered = [
  ['en', 'when is the library open on sundays', 'Do you want English?', 'English', 'yes'],
  ['fi', 'milloin kirjasto on auki sunnuntaina', 'Haluatko jatkaa suomeksi?', 'Suomi', 'kyllä kiitos'],
  ['ar', 'متى تفتح المكتبة يوم الأحد', 'هل تريد العربية؟', 'العربية', 'نعم'],
  ['so', 'goorma ayaa maktabaddu furan tahay', 'Ma rabtaa af Soomaali?', 'Soomaali', 'haa'],
  ['fa', 'من برای فردا مترجم لازم دارم', 'فارسی می‌خواهید؟', 'فارسی', 'بله'],
  ['uk', 'коли відкрита бібліотека в неділю', 'Бажаєте українською?', 'Українська', 'так'],
  ['pl', 'kiedy jest otwarta biblioteka w niedzielę', 'Czy chcesz po polsku?', 'Polski', 'tak, proszę'],
  [
    'es',
    'cuándo está abierta la biblioteca',
    '¿Quieres que hablemos en español?',
    'Español',
    'sí, por favor',
  ],
  ['de', 'wann ist die Bibliothek geöffnet', 'Möchten Sie Deutsch?', 'Deutsch', 'ja'],
] as const

const languages = ({ replies }: Answered): readonly string[] => replies.map(({ language }) => language)
const labels = ({ replies }: Answered): readonly string[] =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

export function describeOffers(openStore: () => Promise<Store> | Store): void {
  let store: Store
  const turns: EndedTurnFacts[] = []
  const observer = { turnEnded: (facts: EndedTurnFacts) => void turns.push(facts) }
  // Training takes seconds in which no connection would come about.
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    turns.length = 0
    store = await openStore()
  })
  afterEach(() => store.close())

  const meet = (language = 'sv', channel: 'web' | 'sms' = 'web'): Promise<Resident> =>
    residentOf(store, { observer, language, channel })
  const english = 'when is the library open on sundays'

  describe.each(offered)('%s on the Swedish page', (language, question, offer, button, yes) => {
    test('is offered in that language, before an answer in Swedish, with a button in its own name', async () => {
      const answered = await (await meet()).say(question)
      expect(answered.replies[0]).toMatchObject({ text: offer, language, suggestions: [], sources: [] })
      expect(languages(answered).slice(1)).toEqual(
        languages(answered)
          .slice(1)
          .map(() => 'sv'),
      )
      expect(answered.replies.every(({ text }) => text !== '')).toBe(true)
      expect(answered.replies.at(-1)?.suggestions.at(-1)).toEqual({
        label: button,
        choice: { name: 'language', value: language },
      })
    })

    test('is spoken after a yes', async () => {
      const { say } = await meet()
      await say(question)
      expect((await say(yes)).replies[0]).toMatchObject({ language })
      expect((await say('???')).replies[0]).toMatchObject({ language })
    })
  })

  describe('asked whether we speak', () => {
    test.each([
      ['en', 'do you speak arabic', 'ar', 'Yes, I speak Arabic.', 'العربية'],
      ['en', 'Hi, can you speak Somali?', 'so', 'Yes, I speak Somali.', 'Soomaali'],
      ['sv', 'pratar ni arabiska?', 'ar', 'Ja, jag kan arabiska.', 'العربية'],
      ['sv', 'finns det någon som pratar finska', 'fi', 'Ja, jag kan finska.', 'Suomi'],
    ])(
      'on the %s page, "%s" is a yes and an offer, and no switch',
      async (page, text, language, yes, button) => {
        const { say, tap } = await meet(page)
        const answered = await say(text)
        expect(languages(answered)).toEqual([language, page])
        expect(answered.text).toContain(yes)
        expect((await say('???')).replies.at(-1)).toMatchObject({ language: page })
        const again = await say(text)
        expect(labels(again)).toContain(button)
        const tapped = await tap(again, button)
        expect(tapped).toMatchObject({ outcome: 'answered-command' })
        expect(languages(tapped)).toEqual([language])
      },
    )

    test.each([
      ['en', 'do you speak french?'],
      ['sv', 'pratar ni turkiska'],
      ['sv', 'kan ni tigrinska?'],
    ])('on the %s page, "%s" is an honest no', async (page, text) => {
      const answered = await (await meet(page)).say(text)
      expect(answered.outcome).toBe('unanswered-language')
      expect(answered.text).toContain('I do not speak that language yet')
      expect(labels(answered)).toEqual(expect.arrayContaining(['Svenska', 'English', 'العربية', 'Suomi']))
    })

    test.each([
      'can you answer in English, please',
      'actually can we do this in english please',
      'sorry, could I write in English?',
      'kan vi ta det här på engelska',
    ])('a wish is still followed at once: "%s"', async (text) => {
      expect((await (await meet()).say(text)).replies[0]).toMatchObject({ language: 'en' })
    })
  })

  test.each(['图书馆几点开门', 'où est la bibliothèque', 'kütüphane ne zaman açık', 'ሰላም'])(
    '"%s" is told in English too which languages there are, each a button in its own name',
    async (text) => {
      const answered = await (await meet()).say(text)
      expect(answered.outcome).toBe('unanswered-language')
      expect(languages(answered)).toEqual(['en', 'sv'])
      expect(answered.text).toContain('العربية')
      expect(labels(answered)).toContain('Українська')
    },
  )

  test('Swedish on the English page is offered in Swedish', async () => {
    const { say, tap } = await meet('en')
    const answered = await say('när har biblioteket öppet på söndagar?')
    expect(languages(answered)).toEqual(['sv', 'en'])
    expect(answered.replies[0]?.text).toBe('Vill du ha svenska?')
    const anew = await tap(answered, 'Svenska')
    expect(languages(anew)).toEqual(['sv', 'sv'])
    expect(anew).toMatchObject({ outcome: 'answered-article' })
  })

  describe('the same message is answered anew in the language, once it is wanted', () => {
    test.each(['yes', 'Yes please!', 'ja', 'English', 'in English please'])('by "%s"', async (wish) => {
      const { say } = await meet()
      const first = await say(english)
      expect(first).toMatchObject({ outcome: 'answered-article' })
      const anew = await say(wish)
      expect(anew.outcome).toBe('answered-article')
      expect(languages(anew)).toEqual(['en', 'en'])
      expect(anew.text).toContain('I will answer in English now.')
      expect(anew.replies.at(-1)?.topic).toBe(first.replies.at(-1)?.topic)
    })

    test('by a tap', async () => {
      const { say, tap } = await meet()
      const anew = await tap(await say(english), 'English')
      expect(languages(anew)).toEqual(['en', 'en'])
      expect(anew.outcome).toBe('answered-article')
    })

    test('by the menu of the page', async () => {
      const resident = await meet()
      await resident.say(english)
      expect(await resident.choose('en')).toMatchObject({ outcome: 'answered-article' })
    })

    test('with the transcript keeping what the resident wrote and tapped', async () => {
      const { say, tap } = await meet()
      await tap(await say(english), 'English')
      const lines = await store.linesAfter(toConversationId('web:resident'), 0, 9)
      const own = lines.flatMap((line) => (line.author === 'resident' ? [line.message.content] : []))
      expect(own).toMatchObject([
        { kind: 'text', text: english },
        { kind: 'choice', label: 'English' },
      ])
    })

    test('and no more than that once something else was said', async () => {
      const { say, tap } = await meet()
      const first = await say(english)
      await say('hur sorterar jag plast')
      expect(await tap(first, 'English')).toMatchObject({
        outcome: 'answered-command',
        text: 'I will answer in English now.',
      })
    })
  })

  test('a no is respected for the rest of the talk, and an explicit wish still heard', async () => {
    const { say } = await meet()
    await say(english)
    expect(await say('no thanks')).toMatchObject({
      outcome: 'answered-command',
      text: 'Då fortsätter jag på svenska.',
    })
    for (const question of [english, 'how do I apply for preschool?'])
      expect(languages(await say(question))).toEqual(['sv'])
    expect(languages(await say('can you speak English please?'))).toEqual(['en'])
  })

  test('an offer that got no answer is made three times in all', async () => {
    const { say } = await meet()
    for (const question of [english, 'how do I apply for preschool?', 'what does a parking permit cost']) {
      const answered = await say(question)
      expect(languages(answered)).toEqual(['en', 'sv'])
      expect(labels(answered)).toContain('English')
    }
    const fourth = await say('how do I get rid of my old fridge')
    expect(languages(fourth)).toEqual(['sv'])
    expect(labels(fourth)).not.toContain('English')
  })

  test('an offer that was passed over once is taken the second time, for what was written then', async () => {
    const { say } = await meet()
    await say('how do I apply for preschool?')
    await say(english)
    const anew = await say('yes')
    expect(languages(anew)).toEqual(['en', 'en'])
    expect(anew.outcome).toBe('answered-article')
    expect(anew.text).toContain('library')
  })

  test('an offer is no missing translation; an article that is not translated still says so after the yes', async () => {
    const { say } = await meet()
    await say('kuka maksaa luteiden torjunnasta, mitä minun pitää tehdä')
    expect(turns.at(-1)?.untranslated).toBeUndefined()
    await say('kyllä')
    const article = await say('vem betalar för att ta bort vägglöss')
    expect(article.text).toContain('Tätä ei ole vielä suomeksi')
    expect(turns.at(-1)?.untranslated).toBe('fi')
  })

  test('a language whose file has no such question is not offered', async () => {
    const content = await shippedContent()
    const offer = content.city.texts.get('language.offer')!
    const byKey = new Map([...offer.byKey].filter(([key]) => !key.startsWith('en')))
    const texts = new Map(content.city.texts).set('language.offer', { ...offer, byKey })
    const city = { ...content.city, texts }
    const { say } = await residentOf(store, { content: { ...content, city } })
    const answered = await say(english)
    expect(languages(answered)).toEqual(['sv'])
    expect(labels(answered)).not.toContain('English')
  })

  test('nobody is offered the language that they left', async () => {
    const { say } = await meet()
    await say('english')
    await say('på svenska')
    expect(languages(await say(english))).toEqual(['sv'])
  })

  test.each([
    'ok',
    'hello',
    'hello!',
    'thanks a lot',
    'Storgatan 12',
    'The Tivoli',
    'Anna-Maria van der Berg',
    'مرحبا',
    'привіт',
    'kiitos',
    'hola',
    'hur gör jag a report of the street light',
    'jag såg the office på bio',
    'https://www.example.com/how-to-do-it',
  ])('nothing is offered for "%s"', async (text) => {
    const { say } = await meet()
    const answered = await say(text)
    expect(new Set(languages(answered))).toEqual(new Set(['sv']))
    expect(labels(answered).filter((label) => /English|Svenska|العربية|Українська/.test(label))).toEqual([])
  })

  describe('an open dialog', () => {
    test('that the message began is begun anew in the language', async () => {
      const { say } = await meet()
      const begun = await say('my street light is broken on Storgatan 12')
      expect(begun.outcome).toBe('asked')
      expect(languages(begun)).toEqual(['en', 'sv'])
      const answers = turns.at(-1)?.answers
      expect(answers).toMatchObject({ kind: 'light', place: 'Storgatan 12' })
      const anew = await say('yes')
      expect(anew.outcome).toBe('asked')
      expect(languages(anew)).toEqual(['en'])
      expect(turns.at(-1)?.answers).toEqual(answers)
    })

    test('hears its own answers beside an offer', async () => {
      const { say } = await meet()
      await say('my street light is broken on Storgatan 12')
      await say('ja')
      expect(turns.at(-1)?.answers).toMatchObject({ danger: true })
    })

    test('takes an answer in another language once, and asks on in it after a yes', async () => {
      const { say, begin } = await meet()
      await begin('felanmalan')
      for (const answer of ['något annat', 'Storgatan 12', 'nej']) await say(answer)
      const details = 'the bench has been broken since the storm'
      const taken = await say(details)
      expect(turns.at(-1)?.answers).toMatchObject({ place: 'Storgatan 12', danger: false, details })
      expect(taken.replies[0]).toMatchObject({ text: 'Do you want English?' })
      const asked = await say('yes')
      expect(asked).toMatchObject({ outcome: 'answered-command' })
      expect(languages(asked)).toEqual(['en'])
      for (const answer of ['skip', 'skip']) await say(answer)
      expect((await say('yes')).text).toMatch(/F-2026-\d{6}/)
      expect(await store.records('case', { limit: 9 })).toMatchObject([
        { value: { facts: { text: details, place: 'Storgatan 12' } } },
      ])
    })

    test('asks its question again after a no to the offer', async () => {
      const { say } = await meet()
      await say('my street light is broken on Storgatan 12')
      const kept = await say('no')
      expect(kept.text).toMatch(/^Då fortsätter jag på svenska\.\n\n.*\?/s)
      expect(turns.at(-1)?.answers).not.toHaveProperty('danger')
    })

    test('is not closed by a language that the city does not speak', async () => {
      const { say, begin } = await meet()
      await begin('felanmalan')
      const answered = await say('что мне теперь нужно сделать')
      expect(answered.outcome).toBe('asked')
      expect(answered.text).toMatch(/Det språket kan jag tyvärr inte än.*Vad gäller felet/s)
      expect((await say('что мне теперь нужно сделать')).text).not.toContain('Det språket')
    })

    test('that has done something does it once', async () => {
      const { say } = await meet()
      for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över'])
        await say(text)
      await say('ja')
      await say(english)
      await say('yes')
      expect(await store.records('case', { limit: 9 })).toHaveLength(1)
    })
  })

  test('a command in another language is obeyed in the talk’s, with the offer', async () => {
    const { say } = await meet()
    const heard = await say('I want to talk to a human')
    expect(heard.outcome).toMatch(/^handed-off/)
    expect(languages(heard)).toEqual(['en', 'sv'])
    const anew = await say('yes')
    expect(anew.outcome).toBe(heard.outcome)
    expect(languages(anew)).toEqual(['en'])
  })

  test('over SMS the offer is a line of its own that says what to write, without a number to confuse', async () => {
    const { say } = await meet('sv', 'sms')
    await say('hej')
    const answered = await say(english)
    expect(answered.text).toMatch(/^Do you want English\? Reply ENGLISH\.\n\n/)
    expect(labels(answered)).not.toContain('English')
    expect(languages(await say('ENGLISH'))).toEqual(['en'])
  })

  test('who cries for help is advised in the language of the cry, and offered nothing', async () => {
    const { say } = await meet()
    const advised = await say('help me please, my house is on fire and people are inside')
    expect(advised.outcome).toBe('guarded-emergency')
    expect(languages(advised)).toEqual(['en'])
    expect(advised.text).not.toContain('Do you want English?')
    expect((await say('hur sorterar jag plast')).replies[0]?.language).toBe('sv')
  })

  test('what was written is kept masked for the answer anew', async () => {
    const { say } = await meet()
    await say('when is the library open on sundays, call me at 070-123 45 67')
    const { state } = await store.load(toConversationId('web:resident'))
    expect(state).toContain('when is the library open on sundays')
    expect(state).not.toContain('123 45 67')
  })

  test('feedback in between takes nothing from the offer', async () => {
    const { say, judge } = await meet()
    await judge(await say(english), 'Swedish')
    expect((await say('yes')).outcome).toBe('answered-article')
  })
}
