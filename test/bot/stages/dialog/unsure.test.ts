// At a question whose doubt counts as yes: "vet inte" is doubt, and "hoppa över" says nothing.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const urgent = 'Ring 112 om någon är i livsfara'

/** Asked whether somebody may be hurt, in Swedish, and answered in any language of the city. */
async function answered(text: string, name: string): Promise<string> {
  const resident = await residentOf(store, { name })
  const asked = await resident.say('gatlyktan på Storgatan 12 är trasig')
  expect(asked.text).toContain('Kan någon skada sig just nu')
  return (await resident.say(text)).text
}

test('in every language of the city', async () => {
  const { city } = await shippedContent()
  for (const [language, words] of city.commandWords) {
    const [skip = ''] = words.get('skip') ?? []
    const [unsure = ''] = words.get('unsure') ?? []
    expect([language, await answered(unsure, `${language}-unsure`)]).toEqual([
      language,
      expect.stringContaining(urgent),
    ])
    const passed = await answered(skip, `${language}-skip`)
    expect([language, passed]).toEqual([language, expect.not.stringContaining(urgent)])
    expect(passed).toContain('Kan någon skada sig just nu')
  }
})

test.each([
  'det är farligt',
  'min dotter cyklade omkull där igår och slog knät',
  'barnen kan ramla och slå sig',
  'a man fell there yesterday',
])('who tells of it in place of a yes is heard: "%s"', async (text) => {
  expect(await answered(text, 'told')).toContain(urgent)
})

test.each(['nej det är inte så farligt', 'det är inte farligt'])(
  'and in place of a no: "%s"',
  async (text) => {
    expect(await answered(text, 'denied')).toMatch(/^Vill du skicka med en bild/)
  },
)

test('who does not know passes over a question that need not be answered', async () => {
  const resident = await residentOf(store)
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  expect((await resident.say('vet inte')).text).not.toContain('bild')
})

test.each(['nej orka', 'nä jag orkar inte', 'nej, vill inte svara'])(
  '"%s" says nothing of it, and it is asked again',
  async (text) => expect(await answered(text, text)).toContain('Kan någon skada sig just nu'),
)

test.each(['nej då', 'nej det är ingen fara', 'nej inte vad jag vet'])('"%s" is a no', async (text) =>
  expect(await answered(text, text)).not.toContain('Kan någon skada sig just nu'),
)
