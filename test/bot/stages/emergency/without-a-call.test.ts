// Who was told to call 112 and cannot is told what else there is; in their language, and over SMS in two parts.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { emergencyKinds } from '../../../../bot/contracts/talk/emergency-kind'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { adviceWithoutCall, saysCannotCall } from '../../../../bot/emergency/without-a-call'
import { smsParts } from '../../../../bot/text/sms-parts'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const languages = ['sv', 'en', 'fi', 'ar', 'so', 'fa', 'uk', 'pl', 'es', 'de'] as const
const sms = { channel: 'sms', from: '+46701740605', to: '+46701740699' } as const

test.each([
  ['min man slår mig', 'jag vågar inte ringa han hör mig', 'Be någon annan ringa 112 åt dig'],
  ['min man slår mig', 'jag kan inte prata han är här', 'Be någon annan ringa 112 åt dig'],
  ['min man slår mig', 'kan jag sms:a 112?', 'Sms till 112 går bara från mobiler'],
  ['min man slår mig', 'min man slår mig och jag kan inte prata', 'Be någon annan ringa 112 åt dig'],
  ['jag vill dö', 'kan inte ringa', 'Du kan chatta på mind.se.'],
  ['I want to die', "I can't call, I can only text", 'You can chat at mind.se'],
  ['husband is beating me', 'he will hear me', 'Ask someone else to call 112'],
])('"%s" – "%s"', async (cry, then, told) => {
  const resident = await residentOf(store)
  expect((await resident.say(cry)).text).toContain('112')
  const { outcome, text } = await resident.say(then)
  expect(outcome).toBe('guarded-emergency')
  expect(text).toContain(told)
})

test('over SMS before anything else, too', async () => {
  const resident = await residentOf(store, sms)
  await resident.say('jag vill dö')
  expect((await resident.say('kan inte ringa')).text).toContain('mind.se')
})

test('without a cry for help it is a question of its own', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('jag kan inte ringa')).outcome).not.toBe('guarded-emergency')
})

test.each([
  ['sv', 'Jag vågar inte att ringa'],
  ['sv', 'kan ej prata'],
  ['en', 'I can’t talk right now'],
  ['fi', 'en uskalla soittaa'],
  ['ar', 'لا أستطيع التحدث'],
  ['so', 'ma hadli karo'],
  ['fa', 'نمی‌توانم زنگ بزنم'],
  ['uk', 'не можу говорити, він почує'],
  ['pl', 'nie mogę zadzwonić'],
  ['es', 'no puedo hablar'],
  ['de', 'ich kann nicht sprechen'],
])('%s: "%s" says so', (language, text) => {
  expect(saysCannotCall(text)).toBe(language)
})

test.each(['kan ni ringa mig', 'jag kan ringa i morgon', 'can you call me', 'min telefon är trasig'])(
  '"%s" does not',
  (text) => {
    expect(saysCannotCall(text)).toBeUndefined()
  },
)

test.each(languages.flatMap((language) => emergencyKinds.map((kind) => [language, kind] as const)))(
  '%s, %s: two parts over SMS, and 112 in both',
  (language, kind) => {
    const text = adviceWithoutCall({ kind, language }, 'sms')
    expect(text).toContain('112')
    expect(adviceWithoutCall({ kind, language }, 'web')).toContain('112')
    expect(smsParts(text).parts).toBeLessThanOrEqual(2)
  },
)
