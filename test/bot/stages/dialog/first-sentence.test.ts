// What a resident began with is offered where the dialog would have it written again.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Answered } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const complaint = 'jag vill klaga på att snöplogen kör sönder min häck'
const labels = ({ replies }: Answered) =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

test.each(['tapped', 'Det jag redan skrev', 'det jag skrev', 'samma som jag sa'])(
  'it is the answer, and stands in what is confirmed: %s',
  async (how) => {
    const resident = await residentOf(store)
    const asked = await resident.say(complaint)
    expect(labels(asked)).toEqual(['Det jag redan skrev'])
    await (how === 'tapped' ? resident.tap(asked, 'Det jag redan skrev') : resident.say(how))
    await resident.say('hoppa över')
    expect((await resident.say('nej')).text).toContain(`Synpunkt: ${complaint}`)
  },
)

test('it may be written anew all the same', async () => {
  const resident = await residentOf(store)
  await resident.say(complaint)
  await resident.say('Plogen tar häcken på Storgatan 12 varje gång.')
  await resident.say('hoppa över')
  expect((await resident.say('nej')).text).toContain(
    'Synpunkt: Plogen tar häcken på Storgatan 12 varje gång.',
  )
})

test('personal data in it is hidden, as in any text', async () => {
  const resident = await residentOf(store)
  await resident.say(`${complaint}, svara till anna@exempel.se`)
  await resident.say('det jag skrev')
  await resident.say('hoppa över')
  const confirmed = (await resident.say('ja')).text
  expect(confirmed).toContain(`Synpunkt: ${complaint}, svara till \\[e-post\\]`)
})

test.each(['jag vill lämna en synpunkt', 'klagomål', 'jag är missnöjd med er service', 'jag vill klaga'])(
  'what only names the dialog is not offered: %s',
  async (text) => {
    const resident = await residentOf(store)
    const kind = await resident.say(text)
    const asked = kind.text.includes('Vad vill du lämna') ? await resident.say('klagomål') : kind
    expect(asked.text).toContain('Vad vill du säga oss')
    expect(labels(asked)).toEqual([])
  },
)

test('over SMS it stands below the question', async () => {
  const resident = await residentOf(store, { channel: 'sms' })
  expect((await resident.say(complaint)).text).toContain('Det jag redan skrev')
  expect((await resident.say('det jag redan skrev')).text).toContain('Vill du ha ett svar')
})

describe('where it says only when', () => {
  const placeOf = async (language: string, ...said: readonly string[]): Promise<string> => {
    const resident = await residentOf(store, { language })
    const [first = '', ...more] = said
    const { text } = await resident.say(first, ...more, 'svart', '070-174 06 05')
    return /(?:Lokal|Place and time): (.*)/u.exec(text)?.[1] ?? text
  }

  test.each([
    [
      'the place of the choice before it is told beside it',
      'sv',
      ['jag har tappat min plånbok', 'vid simhallen', 'igår kväll'],
      'jag har tappat min plånbok, vid simhallen, igår kväll',
    ],
    [
      'and in English',
      'en',
      ['I lost my wallet', 'at the swimming pool', 'yesterday evening'],
      'at the swimming pool, yesterday evening',
    ],
    [
      'so is that of the first sentence',
      'sv',
      ['jag tappade min gamla plånbok i simhallen', 'i lördags'],
      'jag tappade min gamla plånbok i simhallen, i lördags',
    ],
    [
      'what tells a place itself stands alone',
      'sv',
      ['jag har tappat min plånbok', 'vid simhallen', 'stora bassängen igår kväll'],
      'stora bassängen igår kväll',
    ],
  ] as const)('%s', async (_, language, said, place) => {
    expect(await placeOf(language, ...said)).toContain(place)
  })
})
