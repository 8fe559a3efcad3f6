import type { Command } from '../../../bot/contracts/talk/command'
import type { Language } from '../../../bot/contracts/talk/language'
import { introducesOneself } from '../../../bot/understanding/introduces-oneself'

const city = {
  languages: ['sv', 'en', 'ar', 'uk'],
  commandWords: new Map<Language, ReadonlyMap<Command, readonly string[]>>([
    ['sv', new Map([['hello', ['hej', 'god morgon']]])],
  ]),
}

test.each([
  'jag heter Anna',
  'JAG HETER ANNA ANDERSSON!',
  'God morgon! Jag heter Bo.',
  'mitt namn är anna maria svensson',
  'My name is Ali',
  'اسمي علي',
  'Мене звати Олена',
  'Maria',
  'Hej Göran!',
  'anna maria',
])('"%s" says who somebody is', (text) => {
  expect(introducesOneself(text, city, 'sv')).toBe(true)
})

test.each([
  'jag heter',
  'jag heter inte Anna',
  'jag heter fel i passet',
  'jag heter Anna och vill boka tid',
  'min son heter Anna',
  'soptunnan är full, jag heter Anna',
  'vad heter borgmästaren',
  'vem är Maria',
  'Maria har tappat sitt lånekort',
  'kärl',
  'hej',
])('"%s" says something else', (text) => {
  expect(introducesOneself(text, city, 'sv')).toBe(false)
})
