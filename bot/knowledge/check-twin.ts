// An article and its twin in easy Swedish together: the same facts, and none forgotten since.
import { newAddresses } from '../text/addresses'
import { newFigures } from '../text/figures'
import type { Finding, Place } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { plainText } from './check-readability'
import { checkStale } from './check-translations'
import { blocksOf, placeInBody } from './markdown'
import { fieldOf, type Draft } from './read-draft'

/** What must not differ, of a Markdown text: figures, phone numbers, links and e-mail addresses. */
const newFacts = (text: string, sources: string): readonly string[] => [
  ...newFigures(plainText(text), plainText(sources)),
  ...newAddresses(text, sources),
]

const otherFact = (fact: string, place: Place): Finding =>
  findingOf(
    'T048',
    place,
    { sv: `"${fact}" står inte i artikeln`, en: `"${fact}" does not stand in the article` },
    { sv: 'Skriv samma uppgift som i artikeln.', en: 'Write the same fact as the article.' },
  )

const missingFact = (fact: string, place: Place): Finding =>
  findingOf(
    'T048',
    place,
    { sv: `artikelns "${fact}" saknas här`, en: `the article's "${fact}" is missing here` },
    {
      sv: 'Skriv in den, så att den som läser lättläst får veta lika mycket.',
      en: 'Write it, so that who reads the easy text is told as much.',
    },
  )

/** T048, at the paragraph of what the article does not say, and at the title for what the twin does not. */
function checkFacts(twin: Draft, article: Draft): readonly Finding[] {
  const { body } = twin
  const title = fieldOf(twin, 'title')?.place ?? twin.head.place
  return [
    ...newFacts(article.body.text, body.text).map((fact) => missingFact(fact, title)),
    ...blocksOf(body.text).flatMap(({ start, end }) =>
      newFacts(body.text.slice(start, end), article.body.text).map((fact) =>
        otherFact(fact, placeInBody(body, start, end)),
      ),
    ),
  ]
}

export const checkTwin = (twin: Draft, article: Draft): readonly Finding[] => [
  ...checkStale(twin, article),
  ...checkFacts(twin, article),
]
