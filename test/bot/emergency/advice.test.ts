// The advice in an emergency: there for every kind, language and channel, and fit to be read in fear.
import { adviceFor } from '../../../bot/emergency/advice'
import { helpNumbers } from '../../../bot/emergency/help-numbers'
import { emergencyKinds } from '../../../bot/contracts/talk/emergency-kind'
import { phraseTables } from '../../../bot/emergency/phrase-tables'
import { channels } from '../../../bot/contracts/talk/message'
import { smsParts } from '../../../bot/text/sms-parts'

const languages = phraseTables.map(({ language }) => language)
const cases = languages.flatMap((language) =>
  emergencyKinds.flatMap((kind) =>
    channels.map((channel) => ({ language, kind, channel, text: adviceFor({ kind, language }, channel) })),
  ),
)

it('is a text of its own for every kind, language and channel', () => {
  expect(new Set(cases.map(({ text }) => text)).size).toBe(10 * 9 * 2)
})

it('names 112 in its first sentence', () => {
  expect(cases.filter(({ text }) => !/^[^.]*112/.test(text))).toEqual([])
})

it('takes at most two parts as an SMS', () => {
  const long = cases.filter(({ channel, text }) => channel === 'sms' && smsParts(text).parts > 2)
  expect(long).toEqual([])
})

it('is plain sentences without Markdown, links and line breaks', () => {
  expect(cases.filter(({ text }) => /[*_#`[\]\n<>]|https?:/.test(text))).toEqual([])
})

it('never tells anybody to send an SMS to 112, which reaches only those who have registered', () => {
  expect(cases.filter(({ text }) => /sms/i.test(text))).toEqual([])
})

it('says in Swedish and in English that a robot cannot call for help', () => {
  for (const { text } of cases.filter(({ language }) => language === 'sv'))
    expect(text).toContain('Jag är en robot och kan inte larma åt dig.')
  for (const { text } of cases.filter(({ language }) => language === 'en'))
    expect(text).toContain('I am a robot and cannot call for you.')
})

it.each([
  ['violence', helpNumbers.violence],
  ['self-harm', helpNumbers.suicide],
  ['self-harm', helpNumbers.healthAdvice],
  ['child-in-danger', helpNumbers.children],
  ['life-in-danger', helpNumbers.healthAdvice],
])('about %s names %s', (kind, number) => {
  expect(cases.filter((one) => one.kind === kind && !one.text.includes(number))).toEqual([])
})

it('is in Swedish where a language has none', () => {
  expect(adviceFor({ kind: 'fire', language: 'xx' }, 'web')).toBe(
    adviceFor({ kind: 'fire', language: 'sv' }, 'web'),
  )
})
