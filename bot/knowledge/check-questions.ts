// The questions of all articles together: enough of them, and none that leads to two articles, or to an article and to none.
import type { Finding } from '../contracts/basics/finding'
import type { YamlScalar } from '../yaml/node'
import { findingOf } from './article-finding'
import type { Draft } from './read-draft'

/** Fewer examples than this teach a classifier nothing. */
const minQuestions = 3

/** The same for questions a resident would call the same: without capitals, marks over letters, and punctuation. */
const sameness = (question: string): string =>
  question
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** N002 for an article with too few questions in its language. */
export function checkQuestionCount({ questions, head }: Draft): readonly Finding[] {
  const entry = head.entries.find(({ key }) => key.text === 'questions')
  if (entry?.value.kind !== 'list' || questions.length >= minQuestions || entry.value.items.length === 0)
    return []
  const words = {
    sv: `artikeln har ${questions.length} av minst ${minQuestions} frågor`,
    en: `the article has ${questions.length} of at least ${minQuestions} questions`,
  }
  const hint = {
    sv: 'Skriv fler frågor, så som boende skriver dem.',
    en: 'Write more questions, the way residents write them.',
  }
  return [findingOf('N002', entry.key.place, words, hint)]
}

/** N001 for every question that stands a second time, in whatever article and language. */
export function checkSameQuestions(drafts: readonly Draft[]): readonly Finding[] {
  const first = new Map<string, { readonly draft: Draft; readonly question: YamlScalar }>()
  return drafts.flatMap((draft) =>
    draft.questions.flatMap((question) => {
      const key = sameness(question.text)
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, { draft, question })
        return []
      }
      const isOtherLanguage = earlier.draft.name.language !== draft.name.language
      if (earlier.draft.name.id === draft.name.id && isOtherLanguage) return []
      const { file, line } = earlier.question.place
      const words = {
        sv: `frågan står redan i ${file} rad ${line}`,
        en: `the question already stands in ${file} line ${line}`,
      }
      const hint = {
        sv: 'Ta bort den ena, eller gör dem olika.',
        en: 'Remove one of them, or make them differ.',
      }
      return [findingOf('N001', question.place, words, hint)]
    }),
  )
}

/** N001 for every question that stands among those that are not the city's to answer. */
export function checkQuestionsElsewhere(
  drafts: readonly Draft[],
  elsewhere: readonly string[],
): readonly Finding[] {
  const others = new Set(elsewhere.map(sameness))
  const words = {
    sv: 'frågan står också i dialogs/elsewhere.yaml, bland det som staden inte svarar på',
    en: 'the question stands in dialogs/elsewhere.yaml too, among what the city does not answer',
  }
  const hint = {
    sv: 'Ta bort den ur elsewhere.yaml om artikeln svarar på den, annars här.',
    en: 'Remove it from elsewhere.yaml if the article answers it, else here.',
  }
  return drafts
    .flatMap(({ questions }) => questions)
    .filter(({ text }) => others.has(sameness(text)))
    .map(({ place }) => findingOf('N001', place, words, hint))
}
