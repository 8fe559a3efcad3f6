// Whether residents can take a text in at once: LIX for Swedish, the length of sentences for English.
import type { Finding } from '../contracts/finding'
import type { Language } from '../contracts/language'
import { findingOf } from './article-finding'
import { lix, sentencesOf, wordsOf } from '../yaml/lix'
import { blocksOf, placeInBody, type Body } from './markdown'

export const maxLix = 40
/** GOV.UK content design: check sentences of more than 25 words and split them. */
export const maxEnglishWords = 25

const lixFinding = (body: Body): Finding[] => {
  const value = lix(plainText(body.text))
  if (value <= maxLix) return []
  return [
    findingOf(
      'T030',
      placeInBody(body, 0, body.text.trimEnd().length),
      {
        sv: `texten är svår att läsa: LIX ${value}, högst ${maxLix}`,
        en: `the text is hard to read: LIX ${value}, at most ${maxLix}`,
      },
      {
        sv: 'Korta meningarna och byt långa ord mot vardagliga.',
        en: 'Shorten the sentences and choose everyday words.',
      },
    ),
  ]
}

const sentenceFindings = (body: Body): Finding[] =>
  blocksOf(body.text).flatMap((block) => {
    const longest = Math.max(...sentencesOf(block.plain).map((sentence) => wordsOf(sentence).length), 0)
    if (longest <= maxEnglishWords) return []
    const sv = `en mening har ${longest} ord, högst ${maxEnglishWords}`
    const en = `a sentence has ${longest} words, at most ${maxEnglishWords}`
    const hint = { sv: 'Dela meningen.', en: 'Split the sentence.' }
    return [findingOf('T030', placeInBody(body, block.start, block.end), { sv, en }, hint)]
  })

/** A Markdown text as it is read: one line a paragraph or list item, without marks. */
export const plainText = (markdown: string): string =>
  blocksOf(markdown)
    .map(({ plain }) => plain)
    .join('\n')

const checks: Readonly<Record<Language, (body: Body) => readonly Finding[]>> = {
  sv: lixFinding,
  en: sentenceFindings,
}

/** T030, for the languages that have a measure. */
export const checkReadability = (body: Body, language: Language): readonly Finding[] =>
  checks[language]?.(body) ?? []
