// "Menar du …?" loses nothing of what was written before it.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Answered, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const errand = 'Felanmälan gata och park'
/** Which of them is asked back moves with the content; one of them has to be. */
const unclear = [
  'södergatan 9 is på trottoaren',
  'hål södergatan 9',
  'trottoaren södergatan 9',
  'halt som fan på trottoaren södergatan 9',
  'det ser illa ut på gatan södergatan 9',
]
const labelsOf = ({ replies }: Answered) =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

/** Whole, the message may be about either; its wallet alone is lost property. */
const unsureOfTwo = async (): Promise<Content> => ({
  ...(await shippedContent()),
  classifier: {
    classify: (text) =>
      text.includes('klotter')
        ? {
            best: [
              { label: 'dialog:hittegods', probability: 0.4 },
              { label: 'article:klotter', probability: 0.35 },
            ],
            inScope: 0.9,
          }
        : { best: [{ label: 'dialog:hittegods', probability: 0.97 }], inScope: 0.95 },
  },
})

async function askedBack(
  texts: readonly string[],
  isMeant: (asked: Answered) => boolean,
  phone: Partial<Parameters<typeof residentOf>[1]> = {},
): Promise<readonly [Resident, Answered]> {
  for (const text of texts) {
    const resident = await residentOf(store, { ...phone, name: text })
    const asked = await resident.say(text)
    if (asked.outcome === 'clarified' && isMeant(asked)) return [resident, asked]
  }
  throw new Error('none of the texts is asked back as it is meant here: write another one')
}

test('the place of a report that was asked back about is known', async () => {
  const [resident, asked] = await askedBack(unclear, (one) => labelsOf(one).includes(errand))
  let { text } = await resident.tap(asked, errand)
  for (let answers = 0; !text.includes('Plats:') && answers < 6; answers += 1) {
    expect(text).not.toContain('Var är det?')
    text = (
      await resident.say(
        text.includes('Vad gäller felet?') ? 'hål i gatan' : text.includes('?\n') ? 'hoppa över' : 'nej',
      )
    ).text
  }
  expect(text).toContain('Plats: Södergatan 9')
})

test.each([
  [
    'by its button',
    (resident: Resident, answered: Answered) => resident.tap(answered, 'Anmäl en lyktstolpe med nummer'),
  ],
  [
    'by a yes',
    async (resident: Resident) => {
      return resident.say('ja')
    },
  ],
])('the errand below an article knows what the article was asked, %s', async (_how, begin) => {
  const resident = await residentOf(store)
  const answered = await resident.say('gatlampan på Furutorpsgatan 12 lyser inte, vem lagar den')
  expect(answered.outcome).toBe('answered-article')
  expect((await begin(resident, answered)).text).toContain('Vilket nummer står på stolpens skylt?')
  await resident.say('hoppa över')
  expect((await resident.say('hoppa över')).text).toContain('Plats: Furutorpsgatan 12')
})

test('an address is a yes, and the place', async () => {
  const sms = { channel: 'sms', from: '+46701740605', to: '+46701740699' } as const
  const unclearly = ['hr d hål i vägn', 'de e ett hål', 'gropen här ute', 'ett jättestort hål bara']
  const [resident] = await askedBack(unclearly, ({ text }) => text.includes(`Menar du "${errand}"?`), sms)
  await resident.say('kullagatan 3')
  expect((await resident.say('nej')).text).toContain('Kullagatan 3')
})

test.each(['Storgatan 12', 'på Storgatan 12'])(
  'an address below an article begins its errand there: %s',
  async (place) => {
    const resident = await residentOf(store)
    expect((await resident.say('anmäl klotter')).outcome).toBe('answered-article')
    const begun = await resident.say(place)
    expect(begun.outcome).toBe('asked')
    expect(begun.text).not.toContain('Vad gäller felet?')
    expect(begun.text).not.toContain('Var är det?')
  },
)

test('a yes below an article begins its errand where the place was told', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('hur anmäler jag klotter på Storgatan 12')).outcome).toBe('answered-article')
  const begun = await resident.say('ja')
  expect(begun.outcome).toBe('asked')
  expect(begun.text).not.toContain('Var är det?')
})

test('an address below an article without such an errand begins nothing', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('när öppnar simhallen?')).outcome).toBe('answered-article')
  expect((await resident.say('Storgatan 12')).outcome).not.toBe('asked')
})

/** Of what costs, the article about the place says nothing; another may. */
const unsureAfterAnswer = async (): Promise<Content> => {
  const shipped = await shippedContent()
  return {
    ...shipped,
    classifier: {
      classify: (text, language) =>
        text.includes('trumset')
          ? { best: [{ label: 'article:kulturskolan', probability: 0.5 }], inScope: 0.5 }
          : shipped.classifier.classify(text, language),
    },
  }
}

test.each(['ja', 'ja tack', 'ja det gör jag'])(
  '"%s" to what was asked back after an answer chooses it',
  async (yes) => {
    const resident = await residentOf(store, { content: await unsureAfterAnswer() })
    expect((await resident.say('hur ansöker jag om förskola')).outcome).toBe('answered-article')
    expect((await resident.say('vad kostar trumset')).text).toContain('Menar du "Kulturskolan"?')
    const chosen = await resident.say(yes)
    expect(chosen.outcome).toBe('answered-article')
    expect(chosen.replies.at(-1)?.topic).toBe('article:kulturskolan')
  },
)

test('a yes to a list is asked which', async () => {
  const resident = await residentOf(store)
  const asked = await resident.say('kort')
  expect(asked.replies.flatMap(({ suggestions }) => suggestions).length).toBeGreaterThan(2)
  const { outcome, text } = await resident.say('ja')
  expect([outcome, text]).toEqual([
    'clarified',
    'Jag vet inte vilket av dem du menar. Välj ett, eller skriv dess nummer i listan.\n\nVad av det här menar du?',
  ])
})

test('who meant something else is not held to it', async () => {
  const [resident, asked] = await askedBack(unclear, (one) => labelsOf(one).includes(errand))
  await resident.tap(asked, 'Inget av dessa')
  await resident.say('jag vill göra en felanmälan')
  expect((await resident.say('klotter')).text).toContain('Var är det?')
})

test('what was asked back about is told to the errand that is then named in other words', async () => {
  const resident = await residentOf(store, { content: await unsureOfTwo() })
  expect((await resident.say('tappat plånboken på bussen, och så klotter')).outcome).toBe('clarified')
  expect((await resident.say('ta plånboken först')).text).toContain('Skånetrafiken')
})

test.each<['sv' | 'en', string, string, string]>([
  ['sv', 'vem tar bort klotter', 'Nicolaiskolan', 'Nicolaiskolan'],
  ['sv', 'vem tar bort klotter', 'på Nicolaiskolan', 'Nicolaiskolan'],
  ['sv', 'vem tar bort klotter', 'skateparken', 'Skateparken'],
  ['sv', 'vem tar bort klotter', 'vid kiosken', 'Kiosken'],
  ['sv', 'vem tar bort klotter', 'i Stadsparken', 'Stadsparken'],
  ['sv', 'klotter', 'Kullagatan 3', 'Kullagatan 3'],
  ['en', 'who removes graffiti', 'at the skate park', 'The skate park'],
])('in %s, below "%s", "%s" is the place of its errand', async (language, question, told, place) => {
  const resident = await residentOf(store, { language })
  expect((await resident.say(question)).outcome).toBe('answered-article')
  let { text } = await resident.say(told)
  const [no, skip] = language === 'sv' ? ['nej', 'hoppa över'] : ['no', 'skip']
  expect(text).toMatch(/Kan någon skada sig just nu\?|Could someone get hurt right now\?/)
  text = (await resident.say(no, skip, skip)).text
  expect(text).toContain(`${language === 'sv' ? 'Plats' : 'Place'}: ${place}`)
})

test.each(['på sommaren', 'kostnaden', 'på skolan', 'biblioteket', 'förskolan', 'och på skolgården'])(
  'below an article "%s" begins no errand: it may be about something else, or anywhere',
  async (text) => {
    const resident = await residentOf(store)
    expect((await resident.say('vem tar bort klotter', text)).outcome).not.toBe('asked')
  },
)
