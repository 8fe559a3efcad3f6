// Where no letter can be sent, nobody is promised one: over the shipped dialogs that make cases.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { reportForm } from '../../../bot/public-cases/report-form'
import { withoutLetters } from '../../../bot/content/without-letters'
import { residentOf } from '../../support/resident'
import { smallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'

const contactAsked = async (language: 'sv' | 'en') => {
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const resident = await residentOf(store, { content: withoutLetters(await smallCity()), language })
  await resident.begin('felanmalan')
  const answers = language === 'sv' ? ['klotter', 'Storgatan 12', 'nej'] : ['graffiti', 'Storgatan 12', 'no']
  for (const answer of answers) await resident.say(answer)
  const asked = await resident.say(language === 'sv' ? 'hoppa över' : 'skip')
  const again = await resident.say('ada@exempel.se')
  await store.close()
  return { asked, again }
}

test.each([
  ['sv', 'Vill du få besked om ditt ärende? Skriv ditt mobilnummer.'],
  ['en', 'Do you want news of your case? Write your mobile number.'],
] as const)('who is to be told is asked for a phone number alone (%s)', async (language, question) => {
  const { asked, again } = await contactAsked(language)
  expect(asked.text).toContain(question)
  expect(asked.text).not.toMatch(/e-post|email/i)
  // What nobody asked for is not kept.
  expect(again.outcome).toBe('guarded-personal-data')
})

test('the dialog is one all the same, and content is changed once', async () => {
  const content = await smallCity()
  const changed = withoutLetters(content)
  expect(withoutLetters(content)).toBe(changed)
  const form = reportForm(changed.dialogs.get('felanmalan')!)
  expect(form?.contact).toMatchObject({ name: 'contact', types: ['phone'] })
  expect(form?.attributes.map(({ name }) => name)).toEqual(
    reportForm(content.dialogs.get('felanmalan')!)?.attributes.map(({ name }) => name),
  )
  expect(changed.dialogs.get('grovsopor')).toBe(content.dialogs.get('grovsopor'))
})
