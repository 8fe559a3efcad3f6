// Who was away and comes back wants the question again: words of return answer nothing.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each([
  ['sv', 'ok fortsätt'],
  ['sv', 'förlåt, vad frågade du?'],
  ['sv', 'var var vi'],
  ['sv', 'ok nu är jag tillbaka'],
  ['en', 'sorry, what did you ask?'],
  ['en', "I'm back"],
])('the open question is asked again, and nothing is taken for a yes (%s): "%s"', async (language, text) => {
  const resident = await residentOf(store, { language })
  const asked = await resident.say(
    language === 'sv' ? 'det är ett hål i gatan på Storgatan 12' : 'there is a pothole at Storgatan 12',
  )
  const again = await resident.say(text)
  expect(again.outcome).toBe('asked')
  expect(again.text).toBe(asked.text)
})

test.each(['tack ska ni ha', 'tackar så mycket'])('"%s" is no wrong telephone number', async (text) => {
  const resident = await residentOf(store)
  await resident.say('det är ett hål i gatan på Storgatan 12', 'nej', 'hoppa över')
  const thanked = await resident.say(text)
  expect(thanked.text).toContain('Varsågod!')
  expect(thanked.text).not.toContain('telefonnummer. Skriv')
})
