// Articles and their translations together: none missing, none left over, none forgotten or copied, and the same facts in each.
import type { Finding, Place } from '../contracts/basics/finding'
import type { Language } from '../contracts/talk/language'
import { addressesMissing, factsMissing, type Fact } from '../text/facts-across'
import { findingOf } from './article-finding'
import { plainText } from './check-readability'
import { blocksOf, placeInBody } from './markdown'
import { fieldOf, isWithoutText, type Draft } from './read-draft'

/** T020 for each of the languages the article does not speak. */
export function checkMissingTranslations(
  article: Draft,
  translations: readonly Draft[],
  languages: readonly Language[],
): readonly Finding[] {
  const place = fieldOf(article, 'title')?.place ?? article.head.place
  const spoken = [article, ...translations].map(({ name }) => name.language)
  return languages
    .filter((language) => !spoken.includes(language))
    .map((language) =>
      findingOf(
        'T020',
        place,
        { sv: `artikeln saknar språket "${language}"`, en: `the article lacks the language "${language}"` },
        {
          sv: `Skriv filen ${article.name.id}.${language}.md.`,
          en: `Write the file ${article.name.id}.${language}.md.`,
        },
      ),
    )
}

/** T021 for a translation or a twin without its article. */
export const orphan = (translation: Draft): Finding =>
  findingOf(
    'T021',
    (fieldOf(translation, 'translates') ?? fieldOf(translation, 'simplifies'))?.place ??
      translation.head.place,
    {
      sv: `det finns ingen artikel "${translation.name.id}"`,
      en: `there is no article "${translation.name.id}"`,
    },
    {
      sv: `Skriv ${translation.name.id}.md, eller ta bort den här filen.`,
      en: `Write ${translation.name.id}.md, or remove this file.`,
    },
  )

/** T023: the article was read through after its translation or its twin. */
export function checkStale(translation: Draft, article: Draft): readonly Finding[] {
  const field = fieldOf(translation, 'reviewed')
  const reviewed = fieldOf(article, 'reviewed')?.text
  if (field === undefined || reviewed === undefined || field.text >= reviewed) return []
  const words = {
    sv: `artikeln lästes igenom ${reviewed}, den här texten tidigare`,
    en: `the article was read through on ${reviewed}, this text before that`,
  }
  const hint = {
    sv: 'Jämför texterna och skriv ett nytt datum här.',
    en: 'Compare the texts and write a new date here.',
  }
  return [findingOf('T023', field.place, words, hint)]
}

const copied = {
  words: { sv: 'texten är inte översatt', en: 'the text is not translated' },
  hint: { sv: 'Översätt den.', en: 'Translate it.' },
}

/** T024 for each title, question and paragraph that is the same as in the article. */
function checkCopied(translation: Draft, article: Draft): readonly Finding[] {
  const originals = new Set([fieldOf(article, 'title'), ...article.questions].map((field) => field?.text))
  const fields = [fieldOf(translation, 'title'), ...translation.questions].filter(
    (field) => field !== undefined,
  )
  const paragraphs = new Set(paragraphsOf(article).map(({ text }) => text))
  return [
    ...fields.filter(({ text }) => originals.has(text)).map(({ place }) => place),
    ...paragraphsOf(translation)
      .filter(({ text }) => paragraphs.has(text))
      .map(({ text, start }) => placeInBody(translation.body, start, start + text.length)),
  ].map((place) => findingOf('T024', place, copied.words, copied.hint))
}

/** Runs of lines with words in them and where they start in the body. */
const paragraphsOf = ({ body }: Draft): readonly { readonly text: string; readonly start: number }[] =>
  [...body.text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((match) => ({
    text: match[0].trimEnd(),
    start: match.index,
  }))

export const checkTranslation = (translation: Draft, article: Draft): readonly Finding[] => [
  ...checkStale(translation, article),
  ...checkCopied(translation, article),
  ...(isWithoutText(translation) ? [] : checkFacts(translation, article)),
]

interface Written {
  readonly text: string
  readonly language: Language
}

const writtenIn = ({ body: { text }, name: { language } }: Draft): Written => ({ text, language })
const inPlainText = ({ text, language }: Written): Written => ({ text: plainText(text), language })

const factsLacking = (from: Written, other: Written): readonly Fact[] => [
  ...factsMissing(inPlainText(from), inPlainText(other)),
  ...addressesMissing(from.text, other.text),
]

/** T049, at the paragraph of what the article does not say, and at the title for what the translation does not. */
function checkFacts(translation: Draft, article: Draft): readonly Finding[] {
  const { body } = translation
  const [here, there] = [writtenIn(translation), writtenIn(article)]
  const title = fieldOf(translation, 'title')?.place ?? translation.head.place
  return [
    ...factsLacking(there, here).map((fact) => missingHere(fact, title)),
    ...blocksOf(body.text).flatMap(({ start, end }) =>
      factsLacking({ ...here, text: body.text.slice(start, end) }, there).map((fact) =>
        onlyHere(fact, placeInBody(body, start, end)),
      ),
    ),
  ]
}

const sameFact = {
  sv: 'Kontrollera vilken uppgift som gäller, och skriv samma på båda språken.',
  en: 'Check which of them is right, and write the same in both languages.',
}

const missingHere = ({ sv, en }: Fact, place: Place): Finding =>
  findingOf(
    'T049',
    place,
    {
      sv: `"${sv}" står i den svenska artikeln men inte här`,
      en: `"${en}" stands in the Swedish article and not here`,
    },
    sameFact,
  )

const onlyHere = ({ sv, en }: Fact, place: Place): Finding =>
  findingOf(
    'T049',
    place,
    {
      sv: `"${sv}" står här men inte i den svenska artikeln`,
      en: `"${en}" stands here and not in the Swedish article`,
    },
    sameFact,
  )
