// Whether residents can take a text in at once: LIX for Swedish, the length of sentences for English.
import type { Finding } from '../contracts/basics/finding'
import type { Language } from '../contracts/talk/language'
import { findingOf } from './article-finding'
import { lix, sentencesOf, wordsOf } from '../yaml/lix'
import { blocksOf, placeInBody, type Body } from './markdown'

export const maxLix = 40
/** Below 30 a text counts as very easy. */
const maxEasyLix = 30
/** Of a sentence; one thought seldom needs more. */
const maxEasyWords = 15
/** GOV.UK content design: check sentences of more than 25 words and split them. */
const maxEnglishWords = 25

const lixFinding = (body: Body, most = maxLix): Finding[] => {
  const value = lix(plainText(body.text))
  if (value <= most) return []
  return [
    findingOf(
      'T030',
      placeInBody(body, 0, body.text.trimEnd().length),
      {
        sv: `texten är svår att läsa: LIX ${value}, högst ${most}`,
        en: `the text is hard to read: LIX ${value}, at most ${most}`,
      },
      {
        sv: 'Korta meningarna och byt långa ord mot vardagliga.',
        en: 'Shorten the sentences and choose everyday words.',
      },
    ),
  ]
}

const sentenceFindings = (body: Body, most = maxEnglishWords): Finding[] =>
  blocksOf(body.text).flatMap((block) => {
    const longest = Math.max(...sentencesOf(block.plain).map((sentence) => wordsOf(sentence).length), 0)
    if (longest <= most) return []
    const sv = `en mening har ${longest} ord, högst ${most}`
    const en = `a sentence has ${longest} words, at most ${most}`
    const hint = { sv: 'Dela meningen.', en: 'Split the sentence.' }
    return [findingOf('T030', placeInBody(body, block.start, block.end), { sv, en }, hint)]
  })

/** Short forms that a reader has to know. */
const abbreviation =
  /(?<![\p{L}\p{N}.])(?:t\.? ?ex|bl\.? ?a|m\.? ?m|m\.? ?fl|d\.? ?v\.? ?s|o\.? ?s\.? ?v|p\.? ?g\.? ?a|ca|kl|tel|nr|ev|resp|inkl|exkl|kr|mån|tis|ons|tors|fre|lör|sön)(?![\p{L}\p{N}])\.?/giu

const abbreviationFindings = (body: Body): Finding[] =>
  [...body.text.matchAll(abbreviation)].map((match) =>
    findingOf(
      'T030',
      placeInBody(body, match.index, match.index + match[0].length),
      { sv: `"${match[0]}" är en förkortning`, en: `"${match[0]}" is an abbreviation` },
      { sv: 'Skriv ut ordet.', en: 'Write the word out.' },
    ),
  )

/** A Markdown text as it is read: one line a paragraph or list item, without marks. */
export const plainText = (markdown: string): string =>
  blocksOf(markdown)
    .map(({ plain }) => plain)
    .join('\n')

const checks: Readonly<Record<Language, (body: Body) => readonly Finding[]>> = {
  sv: (body) => lixFinding(body),
  en: (body) => sentenceFindings(body),
}

/** T030 for a text in easy Swedish: a lower LIX, short sentences, no abbreviation. */
export const checkEasyReadability = (body: Body): readonly Finding[] => [
  ...lixFinding(body, maxEasyLix),
  ...sentenceFindings(body, maxEasyWords),
  ...abbreviationFindings(body),
]

/** T030, for the languages that have a measure. */
export const checkReadability = (body: Body, language: Language): readonly Finding[] =>
  checks[language]?.(body) ?? []
