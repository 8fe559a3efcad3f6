// How long an article may be trusted: its dates are dates, and its owner hears in time that one of them passes.
import type { Finding } from '../contracts/basics/finding'
import { daysBetween, isIsoDate } from '../hours/calendar-day'
import type { YamlScalar } from '../yaml/node'
import { findingOf } from './article-finding'
import { fieldOf, type Draft } from './read-draft'

/** An owner should read every text through once a year. */
const maxAgeDays = 365
/** An owner is told this long before the article is withdrawn. */
const noticeDays = 30

const noDate = (field: YamlScalar): Finding =>
  findingOf(
    'D061',
    field.place,
    { sv: `"${field.text}" är inget datum`, en: `"${field.text}" is no date` },
    { sv: 'Skriv år-månad-dag: 2027-03-31.', en: 'Write year-month-day: 2027-03-31.' },
  )

function checkReviewed(field: YamlScalar, today: string): readonly Finding[] {
  const age = daysBetween(field.text, today)
  if (age < 0) {
    const words = { sv: `${field.text} har inte varit än`, en: `${field.text} has not been yet` }
    const hint = {
      sv: 'Skriv dagen då texten lästes igenom.',
      en: 'Write the day on which the text was read through.',
    }
    return [findingOf('D061', field.place, words, hint)]
  }
  if (age <= maxAgeDays) return []
  return [
    findingOf(
      'A002',
      field.place,
      { sv: `texten lästes igenom för ${age} dagar sedan`, en: `the text was read through ${age} days ago` },
      { sv: 'Läs igenom den och skriv dagens datum.', en: "Read it through and write today's date." },
    ),
  ]
}

const prolong = {
  sv: 'Läs igenom texten och skriv ett nytt datum, eller ta bort artikeln.',
  en: 'Read the text through and write a new date, or remove the article.',
}

function checkValidUntil(field: YamlScalar, today: string): readonly Finding[] {
  const left = daysBetween(today, field.text)
  if (left > noticeDays) return []
  const words =
    left < 0
      ? {
          sv: `artikeln är tillbakadragen sedan ${field.text}: den som frågar får inget svar av den`,
          en: `the article is withdrawn since ${field.text}: whoever asks gets no answer from it`,
        }
      : { sv: `artikeln dras tillbaka om ${left} dagar`, en: `the article is withdrawn in ${left} days` }
  return [findingOf('A002', field.place, words, prolong)]
}

/** D061 for what is no date or cannot be right, A002 for what is old or about to end. `today` is an ISO date. */
export function checkDates(draft: Draft, today: string): readonly Finding[] {
  const reviewed = fieldOf(draft, 'reviewed')
  const validUntil = fieldOf(draft, 'validUntil')
  const wrong = [reviewed, validUntil].filter((field) => field !== undefined && !isIsoDate(field.text))
  if (wrong.length > 0) return wrong.flatMap((field) => (field === undefined ? [] : [noDate(field)]))
  const isReviewedLater = reviewed !== undefined && reviewed.text > today
  if (isReviewedLater) return checkReviewed(reviewed, today)
  if (reviewed !== undefined && validUntil !== undefined && validUntil.text < reviewed.text) {
    const words = {
      sv: 'artikeln slutar gälla innan den lästes igenom',
      en: 'the article ends before it was read through',
    }
    return [findingOf('D061', validUntil.place, words, prolong)]
  }
  return [
    ...(reviewed === undefined ? [] : checkReviewed(reviewed, today)),
    ...(validUntil === undefined ? [] : checkValidUntil(validUntil, today)),
  ]
}
