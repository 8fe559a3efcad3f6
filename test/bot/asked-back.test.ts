// An answer that may mean two things is asked back with buttons, and one of no use gets help of its own kind.
import { openSqliteStore } from '../../adapters/sqlite'
import { silentLogger } from '../../bot/contracts/logger'
import type { Store } from '../../bot/contracts/store'
import type { Content } from '../../bot/content'
import { isList } from '../../bot/dialog/list-question'
import type { AskStep, Dialog, Step } from '../../bot/dialog/model'
import { asksWithin } from '../../bot/dialog/step-tree'
import { nightClock, shippedContent } from '../support/test-bot'
import { residentOf, type Resident } from '../support/resident'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

/** Up to the question for a day; it is Tuesday 24 November 2026. */
const askForDay = async () => {
  for (const text of ['Jag vill boka hämtning av grovsopor', 'Torget 1', 'en gammal soffa', 'nej'])
    await resident.say(text)
}
function withoutDefault(ask: AskStep): AskStep {
  const asked = { ...ask }
  Reflect.deleteProperty(asked, 'default')
  return asked
}

/** With every inner question of the lists asked. */
function withoutDefaults(content: Content): Content {
  const asked = (step: Step): Step =>
    step.kind === 'ask' && isList(step)
      ? { ...step, list: { ...step.list, each: step.list.each.map(withoutDefault) } }
      : step
  const edited = [...content.dialogs].map(([id, dialog]): [string, Dialog] => {
    const steps = dialog.steps.map(asked)
    return [id, { ...dialog, steps, asks: new Map(asksWithin(steps).map((ask) => [ask.name, ask])) }]
  })
  return { ...content, dialogs: new Map(edited) }
}

const labels = (answered: Awaited<ReturnType<Resident['say']>>) =>
  answered.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

test('a day that may be one of two is asked back with a button for each', async () => {
  await askForDay()
  const asked = await resident.say('nästa fredag')
  expect(asked.text).toContain('Menar du fredag 27 november eller fredag 4 december?')
  expect(labels(asked)).toEqual(['fredag 27 november', 'fredag 4 december'])
  const again = await resident.say('upprepa')
  expect(again.text).toContain('Menar du fredag 27 november')
  expect((await resident.tap(again, 'fredag 4 december')).text).toContain('Vilket mobilnummer')
  expect((await resident.say('070-123 45 67')).text).toContain('fredag 4 december')
})

test('over SMS the number in the list is the day', async () => {
  resident = await residentOf(store, { channel: 'sms' })
  await askForDay()
  await resident.say('nästa fredag')
  await resident.say('2')
  expect((await resident.say('070-123 45 67')).text).toContain('fredag 4 december')
})

test('a word that is no day, no number and no telephone gets help of its own kind', async () => {
  resident = await residentOf(store, { content: withoutDefaults(await shippedContent()) })
  for (const text of ['Jag vill boka hämtning av grovsopor', 'Torget 1', 'soffa']) await resident.say(text)
  expect((await resident.say('blorp')).text).toContain('ett helt tal mellan 1 och 10')
  await resident.say('två')
  await resident.say('nej')
  expect((await resident.say('påskliljan')).text).toContain('Det datumet förstår jag inte')
  await resident.say('på fredag')
  expect((await resident.say('12345')).text).toContain('inte ut som ett telefonnummer')
  expect((await resident.say('blorp')).text).toContain('inte ut som ett telefonnummer')
})
