// A typed address is held against the city's own: spelt as it is there, asked back when it only resembles one.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import { noPlaces } from '../../../../bot/contracts/city/known-place'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { smallTownPlaces } from '../../places/region'

let store: Store
let content: Content
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  content = { ...(await shippedContent()), places: smallTownPlaces }
  resident = await residentOf(store, { content })
})
afterEach(() => store.close())

type Answered = Awaited<ReturnType<Resident['say']>>
const labels = (answered: Answered) =>
  answered.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

const askForPlace = () => resident.say('det är ett hål i gatan')

/** From the answer to the place on: what the summary says of it. */
async function placeInSummary(): Promise<string | undefined> {
  await resident.say('nej')
  await resident.say('hoppa över')
  const summary = await resident.say('hoppa över')
  // What a resident wrote is shown as written, a full stop behind a figure too.
  return /Plats: (.*)/.exec(summary.text)?.[1]?.replaceAll('\\', '')
}

test('a known address is taken as the city spells it', async () => {
  await askForPlace()
  expect((await resident.say('drottningg. 5b')).text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Drottninggatan 5 B')
})

test('a question for a place may be answered on a map, on the web and while it waits', async () => {
  const asked = await askForPlace()
  expect(asked.replies.at(-1)?.takesPlace).toBe(true)
  expect((await resident.say('Drottninggatan 5')).replies.at(-1)?.takesPlace).toBeUndefined()
  const phone = await residentOf(store, { content, channel: 'sms', name: 'a:b', from: '+46701234567' })
  expect((await phone.say('det är ett hål i gatan')).replies.at(-1)?.takesPlace).toBeUndefined()
})

/** Every text may be a report, and is not surely one. */
const mayBeReport: Content['classifier'] = {
  classify: () => ({ best: [{ label: 'dialog:felanmalan', probability: 0.45 }], inScope: 0.6 }),
}

test('a misspelt one alone is heard where it was not asked for', async () => {
  await resident.say('felanmälan')
  const noted = await resident.say('pa Drotninggatn 5')
  expect(noted.text).toContain('Noterat. Plats: Drottninggatan 5')
  expect(noted.text).toContain('Vad gäller felet?')
})

test('and says yes to the report that it was asked whether it is meant', async () => {
  resident = await residentOf(store, { content: { ...content, classifier: mayBeReport }, name: 'another' })
  expect((await resident.say('nåt är fel här')).text).toContain('Menar du "Felanmälan gata och park"?')
  expect((await resident.say('pa Drotninggatn 5')).text).toContain('Vad gäller felet?')
  expect((await resident.say('hål i gatan')).text).toContain('Kan någon skada sig')
})

test('a landmark needs no number', async () => {
  await askForPlace()
  expect((await resident.say('vid busstorget')).text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Busstorget')
})

describe('a misspelt one', () => {
  test('is asked back, and what was written can be kept', async () => {
    await askForPlace()
    const asked = await resident.say('Drotninggatn 5')
    expect(asked.text).toContain('Menar du Drottninggatan 5 eller Drotninggatn 5?')
    expect(labels(asked)).toEqual(['Drottninggatan 5', 'Drotninggatn 5'])
    await resident.tap(asked, 'Drotninggatn 5')
    expect(await placeInSummary()).toBe('Drotninggatn 5')
  })

  test('is the known one when that is tapped', async () => {
    await askForPlace()
    const asked = await resident.say('Drotninggatn 5')
    await resident.tap(asked, 'Drottninggatan 5')
    expect(await placeInSummary()).toBe('Drottninggatan 5')
  })

  test('may be told by "den första", or by another address', async () => {
    await askForPlace()
    await resident.say('storgatan 7')
    await resident.say('den andra')
    expect(await placeInSummary()).toBe('Södra Storgatan 7')
  })

  test('over SMS is told by the number in the list', async () => {
    resident = await residentOf(store, { channel: 'sms', content })
    await askForPlace()
    await resident.say('storgatan 7')
    expect((await resident.say('1')).text).toContain('Kan någon skada sig')
    await resident.say('nej')
    expect((await resident.say('hoppa över')).text).toContain('Norra Storgatan 7')
  })

  test('is not asked back from a free sentence: the summary shows it as written', async () => {
    await resident.say('det är ett hål i gatan vid Drotninggatan 5')
    expect(await placeInSummary()).toBe('Drotninggatan 5')
  })
})

describe('a street without a number', () => {
  test('is asked on for it', async () => {
    await askForPlace()
    expect((await resident.say('Drottninggatan')).text).toContain('Vilket nummer på Drottninggatan?')
    await resident.say('nummer 5 b')
    expect(await placeInSummary()).toBe('Drottninggatan 5 B')
  })

  test('takes "1" for the house, not for the first line of a list', async () => {
    await askForPlace()
    await resident.say('Drottninggatan')
    await resident.say('1')
    expect(await placeInSummary()).toBe('Drottninggatan 1')
  })

  test('is enough when there is no number', async () => {
    await askForPlace()
    const asked = await resident.say('Drottninggatan')
    expect((await resident.tap(asked, 'Drottninggatan')).text).toContain('Kan någon skada sig')
    expect(await placeInSummary()).toBe('Drottninggatan')
  })

  test('is enough when it is said again', async () => {
    await askForPlace()
    await resident.say('Drottninggatan')
    await resident.say('drottninggatan')
    expect(await placeInSummary()).toBe('Drottninggatan')
  })
})

describe('a position from a map', () => {
  test('is the known place that stands there', async () => {
    await askForPlace()
    expect((await resident.say('56.04081, 12.70003')).text).toContain('Kan någon skada sig')
    expect(await placeInSummary()).toBe('Drottninggatan 5')
  })

  test('is kept as a position where none stands', async () => {
    await askForPlace()
    await resident.say('geo:56.07000,12.75000')
    expect(await placeInSummary()).toBe('56.07000, 12.75000')
  })
})

test('the same fault some houses away is known for the same', async () => {
  await askForPlace()
  await resident.say('Drottninggatan 5')
  await placeInSummary()
  expect((await resident.say('ja')).text).toContain('F-2026-000001')
  const other = await residentOf(store, { content, name: 'other' })
  await other.say('det är ett hål i gatan')
  expect((await other.say('drottningg. 3')).text).toContain('Är det samma fel?')
  const elsewhere = await residentOf(store, { content, name: 'elsewhere' })
  await elsewhere.say('det är ett hål i gatan')
  expect((await elsewhere.say('Drottninggatan 40')).text).toContain('Kan någon skada sig')
})

describe('two addresses in one answer', () => {
  test('are the later one when the first is taken back', async () => {
    await askForPlace()
    await resident.say('drottninggatan 3 fast nej drottninggatan 5')
    expect(await placeInSummary()).toBe('Drottninggatan 5')
  })

  test('are asked back when either may be meant', async () => {
    await askForPlace()
    const asked = await resident.say('Drottninggatan 3 eller 5')
    expect(asked.text).toContain('Menar du Drottninggatan 3 eller Drottninggatan 5?')
    await resident.tap(asked, 'Drottninggatan 3')
    expect(await placeInSummary()).toBe('Drottninggatan 3')
  })
})

test('an unknown place is taken as written', async () => {
  await askForPlace()
  expect((await resident.say('lekplatsen i Stadsparken')).text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Lekplatsen i Stadsparken')
})

describe('what no register knows and no word tells', () => {
  const known = /Jag känner inte till "Vänta lite". Är det en plats i Helsingborg\?/

  test('is asked about, and is the place after a yes', async () => {
    await askForPlace()
    const asked = await resident.say('vänta lite')
    expect(asked.text).toMatch(known)
    expect(labels(asked)).toEqual(['Ja', 'Nej'])
    expect((await resident.say('ja tack')).text).toContain('Kan någon skada sig')
    expect(await placeInSummary()).toBe('Vänta lite')
  })

  test('is the place when it is said again, or tapped', async () => {
    await askForPlace()
    await resident.say('olympia')
    await resident.say('Olympia')
    expect(await placeInSummary()).toBe('Olympia')
    resident = await residentOf(store, { content, name: 'taps' })
    await askForPlace()
    await resident.tap(await resident.say('olympia'), 'Ja')
    expect(await placeInSummary()).toBe('Olympia')
  })

  test.each(['nej', 'nej tack'])('is none after "%s", and the question comes anew', async (no) => {
    const question = await askForPlace()
    await resident.say('vänta lite')
    expect((await resident.say(no)).text).toContain(question.text.split('\n').at(-1))
    await resident.say('Drottninggatan 5')
    expect(await placeInSummary()).toBe('Drottninggatan 5')
  })

  test('is none when it is tapped away', async () => {
    await askForPlace()
    const asked = await resident.tap(await resident.say('vänta lite'), 'Nej')
    expect(asked.text).not.toMatch(known)
    expect(asked.outcome).toBe('asked')
  })

  test('gives way to a place', async () => {
    await askForPlace()
    await resident.say('vänta lite')
    await resident.say('drottningg. 5')
    expect(await placeInSummary()).toBe('Drottninggatan 5')
  })

  test('is answered over SMS with the number of a line too', async () => {
    resident = await residentOf(store, { channel: 'sms', content })
    await askForPlace()
    await resident.say('vänta lite')
    expect((await resident.say('2')).text).not.toMatch(known)
    await resident.say('olympia')
    expect((await resident.say('1')).text).toContain('Kan någon skada sig')
  })

  test('leads to a person at the third time, and the yes is still for the place', async () => {
    await askForPlace()
    for (const text of ['vänta lite', 'asdf']) await resident.say(text)
    const asked = await resident.say('skynda er')
    expect(asked.text).toContain('Vill du prata med en människa i stället?')
    expect(labels(asked)).toEqual(['Ja', 'Nej', 'Prata med en människa'])
    expect((await resident.say('ja')).text).toContain('Kan någon skada sig')
  })

  test('outside the city is told so at once', async () => {
    await askForPlace()
    expect((await resident.say('malmö')).text).toContain('utanför kommunen')
  })

  test('may be another matter', async () => {
    await askForPlace()
    expect((await resident.say('boka grovsopor')).text).toContain('Vilken adress ska vi hämta på?')
  })
})

test('another town is still outside the city', async () => {
  await askForPlace()
  expect((await resident.say('Drottninggatan 5, Malmö')).text).toContain('utanför kommunen')
})

test('a city without addresses takes each as written', async () => {
  resident = await residentOf(store, { content: { ...content, places: noPlaces } })
  await askForPlace()
  await resident.say('Drotninggatn 5')
  expect(await placeInSummary()).toBe('Drotninggatn 5')
})

test('a street mistyped in a longer sentence is the one that the city knows', async () => {
  const reply = await resident.say('hål i vägen på drottninggtan 5, det är djupt')
  expect(reply.text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Drottninggatan 5')
})

test('a yes to "this or what you wrote?" is the one that the city knows', async () => {
  await askForPlace()
  expect((await resident.say('drottninggtan 5')).text).toContain('Menar du')
  expect((await resident.say('ja')).text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Drottninggatan 5')
})

test('a place without a number told in the first sentence is not asked for', async () => {
  const reply = await resident.say('felanmälan: hål i gatan utanför Nicolaiskolan')
  expect(reply.text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Nicolaiskolan')
})

test('told beside what the fault is, it is not asked for either', async () => {
  await resident.say('jag vill göra en felanmälan')
  expect((await resident.say('klotter på skateparken')).text).toContain('Kan någon skada sig')
  expect(await placeInSummary()).toBe('Skateparken')
})
