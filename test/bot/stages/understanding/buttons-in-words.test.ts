// What a button says, typed instead of tapped: it does the same.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { textIn } from '../../../../bot/dialog/showing/show-value'
import { matchCommand } from '../../../../bot/understanding/match-command'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

test.each(['Kontakta oss', 'kontakta oss!', 'Contact us'])(
  '"%s" tells how to reach the city',
  async (text) => {
    const told = await resident.say(text)
    expect(told.outcome).toBe('completed')
    expect(told.text).toContain('042-10 50 00')
  },
)

test.each([
  ['Felanmäla gata eller park', 'Vad gäller felet?'],
  ['felanmala gata eller park', 'Vad gäller felet?'],
  ['Bli uppringd', 'Vad gäller det?'],
  ['Lämna en synpunkt', 'Vad vill du lämna?'],
])('"%s" begins what it is the title of', async (text, said) => {
  expect((await resident.say(text)).text).toContain(said)
})

test('"Ta med samtalet" gives a code', async () => {
  expect((await resident.say('Ta med samtalet')).text).toContain('Din kod är')
})

test('the buttons of commands are their words in every language', async () => {
  const { city } = await shippedContent()
  const heard = city.languages.flatMap((language) =>
    (['person.button', 'resume.button'] as const).map((key) => {
      const label = textIn(city.texts.get(key)!, language)
      return { label, command: matchCommand(label, city, language) }
    }),
  )
  expect(heard.filter(({ command }) => command === undefined)).toEqual([])
})

test.each(['sv', 'en'])('the title of every dialog and article leads there (%s)', async (language) => {
  const { articles, city, dialogs } = await shippedContent()
  const titles = [
    ...[...articles.values()].map(({ texts }) => texts.get(language)?.title),
    ...[...dialogs.values()]
      .filter(({ start }) => start.size > 0)
      .map(({ title }) => textIn(title, language)),
  ].filter((title) => title !== undefined)
  const asked: string[] = []
  for (const [index, title] of titles.entries()) {
    const one = await residentOf(store, { name: `resident-${index}`, language })
    const { outcome } = await one.say(title)
    if (/^(?:clarified|unanswered|failed)/.test(outcome)) asked.push(`${title}: ${outcome}`)
  }
  expect(city.languages).toContain(language)
  expect(asked).toEqual([])
})
