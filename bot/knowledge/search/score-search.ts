// How well a search finds the answers of a file of questions whose answers are known.
import type { Language } from '../../contracts/talk/language'
import type { Synonyms } from './synonyms'
import { TextIndex, type IndexedPage } from './text-index'

/** A question, the answers of its category, and which of them is right. */
export interface FaqQuestion {
  readonly category: string
  readonly question: string
  readonly answers: readonly string[]
  readonly correct: number
}

export interface FaqFigures {
  /** Share of the questions whose right answer is first among those of its category. */
  readonly inCategoryAccuracy: number
  /** Mean of 1 / log2(1 + rank) of the right answer among all answers of the file; 0 beyond the tenth place. */
  readonly ndcg10: number
  /** Share of the questions whose right answer is among the first five of all. */
  readonly recallAt5: number
}

export interface FaqResult extends FaqFigures {
  /** The same of every other question, and of the others: how much they differ tells how much a figure is worth. */
  readonly halves: readonly FaqFigures[]
  readonly questionCount: number
  readonly answerCount: number
}

interface Ranks {
  readonly overall: number
  readonly inCategory: number
}

/** Every answer once, in the order of the file, under the first category that has it. */
function pagesOf(questions: readonly FaqQuestion[]): readonly IndexedPage[] {
  const seen = new Set<string>()
  const byCategory = new Map<string, string[]>()
  for (const { category, answers } of questions)
    for (const answer of answers) {
      if (seen.has(answer)) continue
      seen.add(answer)
      byCategory.set(category, [...(byCategory.get(category) ?? []), answer])
    }
  return [...byCategory.values()].map((texts) => ({ head: '', texts }))
}

/** The place of the right answer, from 1; after all others when the search does not find it. */
const rankOf = (right: string, ranking: readonly string[]): number => {
  const at = ranking.indexOf(right)
  return (at < 0 ? Infinity : at) + 1
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)

const figuresOf = (ranks: readonly Ranks[]): FaqFigures => ({
  inCategoryAccuracy: mean(ranks.map(({ inCategory }) => (inCategory === 1 ? 1 : 0))),
  ndcg10: mean(ranks.map(({ overall }) => (overall <= 10 ? 1 / Math.log2(1 + overall) : 0))),
  recallAt5: mean(ranks.map(({ overall }) => (overall <= 5 ? 1 : 0))),
})

/** Searches all answers for each question. The answers are all that is known: no question is looked at but the one that is asked. */
export function scoreSearch(
  questions: readonly FaqQuestion[],
  { language, synonyms }: { readonly language: Language; readonly synonyms: Synonyms },
): FaqResult {
  const pages = pagesOf(questions)
  const texts = pages.flatMap((page) => page.texts)
  const index = new TextIndex(pages, language, synonyms)
  const ranks = questions.map(({ question, answers, correct }): Ranks => {
    const ranking = index.search(question, texts.length).map(({ at }) => texts[at] ?? '')
    const right = answers[correct] ?? ''
    return {
      overall: rankOf(right, ranking),
      inCategory: rankOf(
        right,
        ranking.filter((answer) => answers.includes(answer)),
      ),
    }
  })
  return {
    ...figuresOf(ranks),
    halves: [0, 1].map((half) => figuresOf(ranks.filter((_, at) => at % 2 === half))),
    questionCount: questions.length,
    answerCount: texts.length,
  }
}
