// Which language a page or a browser speaks.
import { preferredLanguage, toLanguage, wordedLanguage } from '../../../adapters/web-chat/page-language'

describe('a locale', () => {
  it.each([
    ['sv', 'sv'],
    ['sv-SE', 'sv'],
    ['EN_us', 'en'],
    ['fil-PH', 'fil'],
    ['svenska', undefined],
    ['', undefined],
    ['*', undefined],
    [7, undefined],
  ])('%j is %j', (locale, language) => {
    expect(toLanguage(locale)).toBe(language)
  })
})

describe('the languages of a browser', () => {
  it.each([
    ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
    ['fr, sv;q=0.3, en;q=0.7', 'en'],
    ['en;q=0, sv;q=0.1', 'sv'],
    ['*, fr', undefined],
    [';;;q=,', undefined],
    [undefined, undefined],
  ])('%j give %j in a city that speaks Swedish and English', (header, language) => {
    expect(preferredLanguage(header, ['sv', 'en'])).toBe(language)
  })
})

describe('what the server words itself', () => {
  it.each([
    ['sv', 'sv'],
    ['en', 'en'],
    ['ar', 'en'],
    ['fi', 'en'],
    [undefined, 'sv'],
  ])('is for who speaks %s in %s', (spoken, worded) => {
    expect(wordedLanguage(spoken)).toBe(worded)
  })
})
