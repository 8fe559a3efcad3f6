// "Vad kostar det?" in the middle of an errand is answered from the article that leads to it, and the errand goes on.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Language } from '../../../../bot/contracts/talk/language'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const inErrand = async (dialog: string, language: Language = 'sv') => {
  const resident = await residentOf(store, { language })
  const begun = await resident.begin(dialog)
  return { resident, question: begun.replies.at(-1)?.text ?? '' }
}

test.each<[string, string, Language, string]>([
  ['grovsopor', 'vad kostar det?', 'sv', '450 kronor'],
  ['grovsopor', 'är det gratis?', 'sv', '450 kronor'],
  ['grovsopor', 'hämtar ni på lördagar?', 'sv', 'måndag till lördag'],
  ['grovsopor', 'what does it cost?', 'en', 'SEK 450'],
  ['parkeringstillstand', 'hur lång tid tar det?', 'sv', 'sex veckor'],
  ['borgerlig-vigsel', 'vilka papper ska vi ha med?', 'sv', 'legitimation'],
])('in %s "%s" (%s) is answered, and the question comes again', async (dialog, text, language, said) => {
  const { resident, question } = await inErrand(dialog, language)
  const answered = await resident.say(text)
  expect(answered.outcome).toBe('answered-passage')
  expect(answered.replies[0]?.text).toContain(said)
  expect(question).toContain(answered.replies.at(-1)?.text.split('\n')[0])
})

test('what was asked about something else is over when the errand has gone on', async () => {
  const resident = await residentOf(store)
  for (const text of ['boka hämtning av en soffa på Storgatan 12 på fredag', 'nej']) await resident.say(text)
  expect((await resident.say('får man slänga en dator?')).text).toContain('Återvinningscentralen')
  expect((await resident.say('hoppa över')).text).toContain('Ska jag boka')
  const { text } = await resident.say('vad kostar det nu igen?')
  expect(text).toContain('450 kronor')
  expect(text).not.toContain('Återvinningscentralen är öppen')
})

test.each([
  ['grovsopor', 'vad händer sen?'],
  ['grovsopor', 'och på söndagar?'],
  ['grovsopor', 'Storgatan 12'],
  ['skolskjuts', 'är det möjligt?'],
])('in %s "%s" is not looked for in an article', async (dialog, text) => {
  const { resident } = await inErrand(dialog)
  expect((await resident.say(text)).outcome).not.toBe('answered-passage')
})

test('what was asked of something else in between is gone on from', async () => {
  const { resident } = await inErrand('grovsopor')
  expect((await resident.say('när öppnar simhallen?')).outcome).toBe('answered-article')
  const answered = await resident.say('vad kostar det?')
  expect(answered.text).not.toContain('450 kronor')
})

test('words that a question takes are its answer', async () => {
  const { resident } = await inErrand('synpunkt')
  await resident.say('klagomål')
  expect((await resident.say('vad kostar det egentligen att ringa er?')).outcome).toBe('asked')
})
