// "Varför behöver ni mitt nummer?" is told apart from every other question, and from answers.
import { asksWhy } from '../../../../bot/dialog/words/asks-why'

test.each([
  'varför',
  'Varför då?',
  'varför behöver ni mitt nummer',
  'men varför måste jag svara på det',
  'varfor fragar ni det',
  'vad ska ni med mitt nummer till',
  'vad gör ni med det',
  'vad behöver ni det till?',
  'måste jag lämna mitt nummer?',
  'kan man lita på det här',
  'är det säkert',
  'vem ser mitt nummer',
  'why',
  'why do you need my number',
  'why do you ask that?',
  'what do you need it for',
  'do I have to give my number',
  'is this safe?',
])('"%s" asks why', (text) => {
  expect(asksWhy(text)).toBe(true)
})

test.each([
  'varför ringer ingen tillbaka',
  'varför har ingen kommit i dag',
  'vad kostar det',
  'vad gör ni åt råttorna',
  'måste jag vara hemma då',
  'vem kommer till mamma i dag',
  'är det säkert att simma i ån',
  'why has nobody come',
  'do I have to be at home',
  '070-174 06 10',
  'ja',
])('"%s" does not', (text) => {
  expect(asksWhy(text)).toBe(false)
})
