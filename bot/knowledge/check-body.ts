// What stands below the head of an article: a short answer first, and nothing made up that is not marked so.
import type { Finding } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { placeInBody, splitAnswer } from './markdown'
import { fieldOf, type Draft } from './read-draft'

/** A short answer has one to this many sentences. */
const maxAnswerSentences = 3

const shortAnswerHint = {
  sv: 'Börja med ett stycke på en till tre meningar som räcker som svar.',
  en: 'Begin with a paragraph of one to three sentences that answers by itself.',
}

const firstLineEnd = (text: string): number => {
  const end = text.indexOf('\n')
  return end === -1 ? text.length : end
}

/** D063: the text begins with a paragraph. T047: that has one to three sentences. */
export function checkAnswer({ body }: Draft): readonly Finding[] {
  const answer = splitAnswer(body.text)?.answer ?? ''
  if (answer === '') {
    const start = body.text.search(/\S/)
    const place =
      start === -1
        ? placeInBody(body, 0, 0)
        : placeInBody(body, start, start + firstLineEnd(body.text.slice(start)))
    return [
      findingOf(
        'D063',
        place,
        {
          sv: 'artikeln börjar inte med ett kort svar',
          en: 'the article does not begin with a short answer',
        },
        shortAnswerHint,
      ),
    ]
  }
  const sentences = answer.split(/[.!?]+(?=[\s*]|$)/).filter((sentence) => /\p{L}/u.test(sentence)).length
  if (sentences <= maxAnswerSentences) return []
  const start = body.text.indexOf(answer)
  const words = {
    sv: `det korta svaret har ${sentences} meningar`,
    en: `the short answer has ${sentences} sentences`,
  }
  return [findingOf('T047', placeInBody(body, start, start + answer.length), words, shortAnswerHint)]
}

interface SampleWords {
  /** That they stand somewhere is enough. */
  readonly least: string
  /** What is written after a fact. */
  readonly whole: string
}

/** How a text says that a fact is made up for a pilot, in its own language. */
const sampleWords: Readonly<Record<string, SampleWords>> = {
  sv: { least: 'exempeluppgift', whole: '(exempeluppgift för piloten)' },
  en: { least: 'sample data', whole: '(sample data for the pilot)' },
}

/** T046: `sample` in the head and the words in the text belong together. `sample` stands in the article, not in a translation. */
export function checkSample({ body, name }: Draft, article: Draft): readonly Finding[] {
  const words = sampleWords[name.language]
  const field = fieldOf(article, 'sample')
  if (words === undefined) return []
  const said = body.text.toLowerCase().indexOf(words.least)
  if (field !== undefined && said === -1) {
    return [
      findingOf(
        'T046',
        placeInBody(body, 0, firstLineEnd(body.text)),
        {
          sv: `texten säger inte att detta är påhittat: ${field.text}`,
          en: `the text does not say that this is made up: ${field.text}`,
        },
        {
          sv: `Skriv just de här orden efter uppgiften: "${words.whole}".`,
          en: `Write these very words after the fact: "${words.whole}".`,
        },
      ),
    ]
  }
  if (field === undefined && said !== -1) {
    return [
      findingOf(
        'T046',
        placeInBody(body, said, said + words.least.length),
        {
          sv: 'texten har en exempeluppgift som inte står i huvudet',
          en: 'the text has sample data that the head does not name',
        },
        {
          sv: `Skriv "sample:" i huvudet på ${article.name.id}.md, med vad som är påhittat. Är det inte påhittat, ta bort orden.`,
          en: `Write "sample:" in the head of ${article.name.id}.md, with what is made up. If it is not made up, remove the words.`,
        },
      ),
    ]
  }
  return []
}
