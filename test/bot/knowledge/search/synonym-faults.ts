// What can be wrong with knowledge/synonyms.yaml, and what resembles it and is right; held beside the sound article.
import type { Severity } from '../../../../bot/contracts/basics/finding'
import { sentencesOf } from '../../../../scripts/command/render-findings'
import { check, english, swedish } from '../sound-article'

interface SynonymNearMiss {
  readonly code: string
  readonly name: string
  readonly text: string
}

interface SynonymFault extends Omit<SynonymNearMiss, 'name'> {
  readonly severity: Severity
  /** The first line as it is printed. The finding stands on what is between « and » in `text`. */
  readonly sv: string
  readonly en: string
}

export const synonymFaults: readonly SynonymFault[] = [
  {
    code: 'D001',
    severity: 'error',
    text: 'sv:\n  - elda, grilla\n«xx»:\n  - a, b\n',
    sv: '"xx" är inget av stadens språk. Skriv något av sv, en.',
    en: '"xx" is none of the city\'s languages. Write one of sv, en.',
  },
  {
    code: 'D001',
    severity: 'error',
    text: 'sv: «elda, grilla»\n',
    sv: 'Här ska stå en lista med grupper av ord. Skriv "sv:" och under det en grupp på varje rad: "- tippen, återvinningscentral".',
    en: 'A list of groups of words belongs here. Write "sv:" and below it one group a line: "- tippen, återvinningscentral".',
  },
  {
    code: 'N007',
    severity: 'warning',
    text: 'sv:\n  - «elda»\n',
    sv: 'Ordet står ensamt i sin grupp. Skriv ord som betyder samma sak på samma rad, med komma emellan, eller ta bort raden.',
    en: 'The word stands alone in its group. Write words that mean the same on one line, with commas between them, or remove the line.',
  },
  {
    code: 'N008',
    severity: 'error',
    text: 'sv:\n  - elda, grilla\n  - ris, «Grilla», kvistar\n',
    sv: '"Grilla" står redan på rad 2. Ta bort det ena, eller slå ihop raderna om alla orden betyder samma sak.',
    en: '"Grilla" already stands on line 2. Remove one of them, or join the lines if all the words mean the same.',
  },
  {
    code: 'N009',
    severity: 'warning',
    text: 'sv:\n  - elda, grilla\n  - «badhus, simhall, bada inne»\n',
    sv: 'Inget av orden står i någon artikel, så gruppen leder ingenstans. Skriv till det ord som artikeln använder. Det ska vara ett enda ord.',
    en: 'None of the words stands in any article, so the group leads nowhere. Add the word that the article uses. It has to be a single word.',
  },
]

export const synonymNearMisses: readonly SynonymNearMiss[] = [
  { code: 'D001', name: 'a language that no article speaks yet', text: 'en:\n  - burn, grill\n' },
  { code: 'N007', name: 'a group of a word and a phrase', text: 'sv:\n  - elda, göra upp eld\n' },
  {
    code: 'N008',
    name: 'the same letters in two languages',
    text: 'sv:\n  - elda, ris\nen:\n  - burn, ris\n',
  },
  { code: 'N009', name: 'a word that an article bends', text: 'sv:\n  - tunnor, fat\n' },
]

const at = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

const path = 'knowledge/synonyms.yaml'
const findingsIn = (text: string) =>
  check([swedish, english, { path, text }]).findings.filter(({ place }) => place.file === path)

export function describeSynonymFaults(): void {
  test.each(synonymFaults)('$code at $text', ({ code, severity, text, sv, en }) => {
    const plain = text.replace(/[«»]/g, '')
    const found = findingsIn(plain)
    expect(found.map((one) => [one.code, one.severity, sentencesOf(one, 'sv')])).toEqual([
      [code, severity, sv],
    ])
    expect(sentencesOf(found[0]!, 'en')).toBe(en)
    const { place } = found[0]!
    expect(`${place.line}:${place.column}-${place.endLine}:${place.endColumn}`).toBe(
      `${at(text, text.indexOf('«'))}-${at(text, text.indexOf('»') - 1)}`,
    )
  })

  test.each(synonymNearMisses)('$code says nothing of $name', ({ text }) => {
    expect(findingsIn(text)).toEqual([])
  })
}
