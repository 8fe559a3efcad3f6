// A dialog begins on its days only; whoever asks for it on another one is told whom to ring, and who is in it goes on to its end.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import type { Dialog } from '../../../../bot/dialog/model/model'
import { residentOf, type Answered } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

const notHere = '"Boka hämtning av grovsopor" går inte att göra här just nu. Ring 042-10 50 00'
const over = { to: '2026-11-23' }
const notYet = { from: '2026-11-25' }

let store: Store
let shipped: Content
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  shipped = await shippedContent()
})
afterEach(() => store.close())

const validOn = (valid: Dialog['valid'], ...ids: readonly string[]): Content => ({
  ...shipped,
  dialogs: new Map(
    [...shipped.dialogs].map(([id, dialog]) => [id, ids.includes(id) ? { ...dialog, valid } : dialog]),
  ),
})
const residentOn = (valid: Dialog['valid'], ...ids: readonly string[]) =>
  residentOf(store, { content: validOn(valid, ...ids) })
const labels = ({ replies }: Answered) =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

describe.each([
  ['after its last day', over],
  ['before its first day', notYet],
])('%s', (_, valid) => {
  test.each(['jag vill boka hämtning av grovsopor', 'Boka hämtning av grovsopor'])(
    'what begins it leads to the number of the contact centre: %s',
    async (text) => {
      const resident = await residentOn(valid, 'grovsopor')
      const answered = await resident.say(text)
      expect(answered.text).toContain(notHere)
      expect(answered.outcome).toBe('unanswered-no-source')
      expect(labels(answered)).toContain('Prata med en människa')
      // And nothing waits for an address.
      expect((await resident.say('när har biblioteket öppet')).text).not.toContain('Vilken adress')
    },
  )

  test('so does its button, of an older page', async () => {
    const answered = await (await residentOn(valid, 'grovsopor')).begin('grovsopor')
    expect(answered.text).toContain(notHere)
  })
})

test.each([{ to: '2026-11-24' }, { from: '2026-11-24' }, { from: '2026-11-24', to: '2026-11-24' }])(
  'it begins on the first and on the last of its days: %j',
  async (valid) => {
    const answered = await (await residentOn(valid, 'grovsopor')).say('boka hämtning av grovsopor')
    expect(answered.text).toContain('Vilken adress')
  },
)

test('the day is that of the city', async () => {
  const content = validOn({ to: '2026-11-30' }, 'grovsopor')
  const at = async (iso: string) => {
    const resident = await residentOf(store, { content, clock: { now: () => new Date(iso) }, name: iso })
    return (await resident.begin('grovsopor')).text
  }
  expect(await at('2026-11-30T22:59:00.000Z')).toContain('Vilken adress')
  expect(await at('2026-11-30T23:01:00.000Z')).toContain(notHere)
})

test('who is in it goes on to its end, and comes back to it by its name', async () => {
  let content: Content = shipped
  const resident = await residentOf(store, { content: () => content })
  await resident.say('boka hämtning av grovsopor')
  content = validOn(over, 'grovsopor')
  expect((await resident.say('Storgatan 12')).text).toContain('Vad ska vi hämta')
  expect((await resident.say('boka hämtning av grovsopor')).text).not.toContain(notHere)
  expect((await resident.say('soffa')).text).toContain('något mer')
})

test('asked for amidst another dialog, it gives way to the question that waits', async () => {
  const resident = await residentOn(over, 'grovsopor')
  await resident.say('jag vill göra en felanmälan')
  const answered = await resident.begin('grovsopor')
  expect(answered.text).toContain(notHere)
  expect(answered.text).toContain('Vad gäller felet?')
})

describe('a dialog that another one calls', () => {
  const relative = async (valid: Dialog['valid'], options: Parameters<typeof residentOf>[1] = {}) => {
    const shippedCall = shipped.dialogs.get('hemtjanst-besok')
    if (shippedCall === undefined) throw new Error('the dialog with a call is gone')
    const dialog = { ...shippedCall, daysOfCalled: new Map([['verify_phone', valid]]) }
    return residentOf(store, {
      ...options,
      content: { ...shipped, dialogs: new Map([...shipped.dialogs, ['hemtjanst-besok', dialog]]) },
    })
  }

  test('is closed as one that is begun directly, and its caller with it', async () => {
    const resident = await relative(over)
    await resident.begin('hemtjanst-besok')
    const answered = await resident.say('ja')
    expect(answered.text).toContain(
      '"Kontroll av mobilnummer" går inte att göra här just nu. Ring 042-10 50 00',
    )
    expect([answered.outcome, labels(answered)]).toEqual(['unanswered-no-source', ['Prata med en människa']])
    expect((await resident.say('när har biblioteket öppet')).text).not.toContain('mobilnummer')
  })

  test('is open on its days', async () => {
    const resident = await relative({ to: '2026-11-24' })
    await resident.begin('hemtjanst-besok')
    expect((await resident.say('ja')).text).toContain('mobilnummer')
  })

  test('goes on for who began on one of its days', async () => {
    let now = nightClock.now()
    const resident = await relative({ to: '2026-11-24' }, { clock: { now: () => now } })
    await resident.begin('hemtjanst-besok')
    now = new Date(now.getTime() + 23 * 3_600_000)
    expect((await resident.say('ja')).text).toContain('mobilnummer')
  })

  test('knows its days from its file', () => {
    const days = shipped.dialogs.get('hemtjanst-besok')?.daysOfCalled
    expect(days?.get('verify_phone')).toEqual(shipped.dialogs.get('verify_phone')?.valid)
  })
})

test('no button invites to it: not of the welcome, of an article or of a call', async () => {
  const resident = await residentOn(over, 'felanmalan', 'bli-uppringd')
  expect(labels(await resident.arrive())).not.toContain('Felanmälan')
  expect(labels(await resident.say('klotter'))).not.toContain('Felanmälan gata och park')
  expect(labels(await resident.say('prata med en människa'))).not.toContain('Bli uppringd')
  const others = await residentOf(store, { name: 'another' })
  expect(labels(await others.say('prata med en människa'))).toContain('Bli uppringd')
})

test.each([
  ['en', '"Book bulky waste pickup" cannot be done here at the moment. Call 042-10 50 00'],
  ['fi', 'ei onnistu täällä juuri nyt. Soita 042-10 50 00'],
])('it is told in the language of the talk: %s', async (language, said) => {
  const resident = await residentOn(over, 'grovsopor')
  await resident.choose(language)
  expect((await resident.begin('grovsopor')).text).toContain(said)
})
