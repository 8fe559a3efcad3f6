// "Han är 78" after an article: for whom it was asked.
import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../../bot/contracts/store/store'
import { residentOf } from '../../../../support/resident'
import { nightClock } from '../../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each([
  ['vad kostar förskola', 'hon är 5 år', 'fyller tre'],
  ['vad kostar det att bada', 'min son är 8 år', '**Barn under 10 år**'],
  ['vad kostar det att bada', 'han är 3', '**Barn under 4 år** badar gratis'],
  ['vad kostar det att bada', 'hon är 78', 'En vuxen betalar'],
])('is answered by what the article says of them: "%s" – "%s"', async (first, whom, says) => {
  const resident = await residentOf(store)
  const { outcome, text } = await resident.say(first, whom)
  expect(outcome).toBe('answered-passage')
  expect(text).toMatch(/^Så här står det i/)
  expect(text).toContain(says)
})

test.each([
  ['vad kostar hemtjänst', 'han är 78', 'den som är 78 år i "Vad hemtjänst kostar"'],
  ['vad kostar färdtjänst', 'jag är pensionär', 'pensionärer i "Färdtjänst och riksfärdtjänst"'],
])('or it is said that there is nothing of them: "%s" – "%s"', async (first, whom, says) => {
  const resident = await residentOf(store)
  const { outcome, text } = await resident.say(first, whom)
  expect(outcome).toBe('unanswered-not-said')
  expect(text).toContain(`Jag hittar inget om ${says}.`)
})

test('and the article lies open after it', async () => {
  const resident = await residentOf(store)
  const { outcome, text } = await resident.say('när är biblioteket öppet', 'jag är pensionär', 'på söndagar?')
  expect(outcome).toBe('answered-passage')
  expect(text).toContain('"Biblioteket, tider och lånekort"')
})

test('what is a topic of its own is not held for it', async () => {
  const resident = await residentOf(store)
  const { text } = await resident.say('vad kostar det att bada', 'jag är arbetslös')
  expect(text).not.toContain('Simhallen')
})

test('after danger the help is told again', async () => {
  const resident = await residentOf(store)
  const { text } = await resident.say('min man slår mig ibland', 'jag är 14 år')
  expect(text).toContain('112')
  expect(text).not.toContain('Jag hittar inget')
})
