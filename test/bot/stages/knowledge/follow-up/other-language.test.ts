// A question that goes on from an answer in another language than the talk's: it says the same, and is answered in the talk's.
import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../../bot/contracts/store/store'
import { sideWordsOf } from '../../../../../bot/knowledge/follow-up/sides'
import { residentOf } from '../../../../support/resident'
import { nightClock } from '../../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each([
  ['sv', 'när har simhallen öppet', 'and on Sundays?', /Do you want English[^]*helger klockan 9 till 17/],
  ['sv', 'vad kostar ett bygglov', 'how long does it take?', /Do you want English[^]*inom tio veckor/],
  ['en', 'when is the swimming hall open', 'och på söndagar då?', /Vill du ha svenska[^]*weekends from 9 am/],
])('%s: "%s" – "%s"', async (language, first, next, said) => {
  const resident = await residentOf(store, { language })
  await resident.say(first)
  const { outcome, text } = await resident.say(next)
  expect(outcome).toBe('answered-passage')
  expect(text).toMatch(said)
})

test('a yes to the offer answers the same in that language', async () => {
  const resident = await residentOf(store)
  await resident.say('när har simhallen öppet')
  await resident.say('and on Sundays?')
  expect((await resident.say('yes')).text).toMatch(/swimming hall[^]*at weekends from 9 am/)
})

test.each(['how much for children?', 'what about the sauna there?', 'I want to report a pothole'])(
  'what names something of its own is heard as before: %s',
  async (next) => {
    const resident = await residentOf(store)
    await resident.say('när har simhallen öppet')
    const { outcome } = await resident.say(next)
    expect(outcome).not.toMatch(/^(?:answered-passage|unanswered-not-said)$/)
  },
)

test('occasions stand in one order', () => {
  const days = {
    sv: ['helgen', 'vardagar', 'jul', 'augusti'],
    en: ['weekends', 'weekdays', 'christmas', 'august'],
  }
  const places = Object.entries(days).map(([language, words]) =>
    words.map((word) => sideWordsOf(language)?.occasions.findIndex(({ asks }) => word.match(asks) !== null)),
  )
  expect(places[0]).toEqual(places[1])
  expect(sideWordsOf('sv')?.occasions.length).toBe(sideWordsOf('en')?.occasions.length)
})
