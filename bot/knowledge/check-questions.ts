// The questions of all articles together: enough of them, and none that leads to two articles.
import type { Finding } from '../contracts/finding'
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
