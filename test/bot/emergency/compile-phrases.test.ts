// The notation of the tables, one sign at a time.
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePhrases } from '../../../bot/emergency/compile-phrases'
import { findPhrases } from '../../../bot/emergency/find-phrases'
import { openPhrases } from '../../../bot/emergency/kept-phrases'
import { readTokens } from '../../../bot/emergency/read-tokens'
import { PhraseBook } from '../../../bot/emergency/phrase-book'
import type { PhraseTable } from '../../../bot/emergency/phrase-table'

const table = (phrase: string): PhraseTable => ({
  language: 'sv',
  negations: 'inte',
  alsoWritten: { mig: 'mej' },
  words: { pet: 'katt hund', animal: '<pet> stor_häst' },
  ordinary: 'brister',
  calm: [],
  questions: [],
  afar: [],
  errands: '',
  alarms: {
    fire: [phrase],
    gas: [],
    'child-in-danger': [],
    violence: [],
    'self-harm': [],
    'life-in-danger': [],
  },
})

const found = (phrase: string, text: string): readonly string[] =>
  foundIn(new PhraseBook(compilePhrases([table(phrase)])), text)

function foundIn(book: PhraseBook, text: string): readonly string[] {
  const tokens = readTokens(text)
  const classes = tokens.map(({ word }) => book.lexicon.classesOf(word))
  const hits = findPhrases(book, tokens, classes).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  )
  return [...new Set(hits)]
}

it.each([
  ['a word', 'brinner', 'huset brinner nu', ['brinner']],
  ['words in order', 'huset brinner', 'brinner huset', []],
  ['one of several', '(huset|bilen) brinner', 'bilen brinner', ['bilen brinner']],
  ['several words as one of several', '(en bil|huset) brinner', 'en bil brinner', ['en bil brinner']],
  ['the same with a line between', '(en_bil|huset) brinner', 'en bil brinner', ['en bil brinner']],
  ['a word that may be left out', 'huset? brinner', 'det brinner', ['brinner']],
  ['a bracket that may be left out', '(på (mitt|ditt))? rum', 'på ditt rum', ['pa ditt rum', 'rum']],
  ['a beginning', 'brand*', 'brandlarmet', ['brandlarmet']],
  ['an end', '*brand', 'lägenhetsbrand', ['lagenhetsbrand']],
  ['named words', '<pet> biter', 'hund biter', ['hund biter']],
  ['named words of named words', '<animal> biter', 'stor häst biter katt', ['stor hast biter']],
  ['another spelling', 'slår mig', 'slår mej', ['slar mej']],
  ['a slip of the finger', 'brinner', 'det brinnr', ['brinnr']],
  ['no slip where an everyday word stands', 'bristen', 'brister', []],
  ['no slip in the first letter', 'brinner', 'rinner', []],
  ['a word written as two', 'självmord', 'själv mord', ['sjalv mord']],
  ['one word or none', 'är . full', 'är helt full', ['ar helt full']],
  ['one word and no more', 'är . full', 'är helt jätte full', []],
  ['up to three words', 'är .. full', 'är a b c full', ['ar a b c full']],
  ['no gap over a negation', 'är .. full', 'är inte full', []],
  ['the beginning of a clause', '^ brand', 'hej, brand', ['brand']],
  ['not the middle of it', '^ brand', 'en brand', []],
  ['the end of a clause', 'brand $', 'brand. hej', ['brand']],
  ['the end as one of several', 'brand (nu|$)', 'brand igår', []],
  ['the rest of a clause', 'brand ...', 'en brand i går, tror jag', ['brand i gar']],
])('reads %s: "%s" in "%s"', (_, phrase, text, expected) => {
  expect(found(phrase, text)).toEqual(expected)
})

it.each([
  ['a bracket left open', '(brand', /left open/],
  ['a bracket that was not opened', 'brand)', /not opened/],
  ['an empty alternative', '(brand|)', /empty/],
  ['a name that nobody gave', '<bird>', /no words named bird/],
  ['a phrase without a word that has to be there', 'brand?', /left out/],
])('refuses %s', (_, phrase, message) => {
  expect(() => compilePhrases([table(phrase)])).toThrow(message)
})

it('reads the shipped tables alike when they are compiled, kept and kept badly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-phrases-'))
  try {
    const read = (): readonly string[] => foundIn(openPhrases(folder), 'hjälp, min man slår mig')
    const compiled = read()
    expect(compiled).toContain('man slar mig')
    const [file = '', ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(read()).toEqual(compiled)
    truncateSync(join(folder, file), 1_000)
    expect(read()).toEqual(compiled)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
