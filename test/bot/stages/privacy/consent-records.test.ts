// A consent over the whole bot: what is kept of it in the turn it is given, refused or taken back.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { compileWith } from '../../dialog/sound-dialog'
import { residentOf } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

const source = `dialog: anhorig
title: Följ besök
owner: aldreomsorg
steps:
  - ask: consent
    question: Får jag spara ditt nummer?
    type: consent
    purpose: anhorig-besok
    keep: 10 days
  - if: consent is no
    then:
      - say: Då sparar jag inget.
        id: declined
      - end: declined
  - ask: name
    question: Vem gäller det?
  - end: done
`
const english = `translates: anhorig
language: en
texts: { consent: May I keep your number?, declined: Then I save nothing., name: Who is it about? }
`

describe('a consent', () => {
  let store: Store
  let content: Content
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    const dialog = compileWith({ 'anhorig.yaml': source, 'anhorig.en.yaml': english }).dialogs.get('anhorig')!
    const shipped = await shippedContent()
    content = { ...shipped, dialogs: new Map(shipped.dialogs).set('anhorig', dialog) }
  })
  afterEach(() => store.close())

  const kept = async () =>
    (await store.records('consent', { limit: 9 })).map(({ id, value }) => ({ id, ...(value as object) }))

  test('is kept with its text, and so is taking it back', async () => {
    const resident = await residentOf(store, { content })
    const asked = await resident.begin('anhorig')
    expect(asked.text).toBe('Får jag spara ditt nummer?')
    await resident.tap(asked, 'Ja')
    const given = {
      id: expect.stringMatching(/^web:resident\/.+\/consent$/) as unknown,
      purpose: 'anhorig-besok',
      text: 'Får jag spara ditt nummer?',
      language: 'sv',
      answer: true,
      at: '2026-11-24T01:30:00.000Z',
      until: '2026-12-04T01:30:00.000Z',
      conversation: 'web:resident',
      dialog: 'anhorig',
    }
    expect(await kept()).toMatchObject([given])
    const { text } = await resident.say('jag tar tillbaka mitt samtycke')
    expect(text).toContain('Då sparar jag inget.')
    expect(await kept()).toHaveLength(2)
    expect(await kept()).toContainEqual(expect.objectContaining({ answer: false, text: given.text }))
  })
  test('is given to the words in the language that was chosen last', async () => {
    const resident = await residentOf(store, { content })
    await resident.begin('anhorig')
    expect((await resident.say('english')).text).toContain('May I keep your number?')
    await resident.say('yes')
    expect(await kept()).toMatchObject([{ text: 'May I keep your number?', language: 'en', answer: true }])
  })
  test('that was not understood leaves nothing', async () => {
    const resident = await residentOf(store, { content })
    await resident.begin('anhorig')
    await resident.say('kanske det')
    expect(await kept()).toEqual([])
  })
})
