// Whether the best passage answers well enough to be quoted, when no topic is sure.
import type { SearchedPassage } from '../../contracts/knowledge/passage'

export interface ChooseOptions {
  /** The article that is held likeliest of a few that are close; undefined when none is. */
  readonly likeliest: string | undefined
  /** One word says what the question is about and not what of it, and all that has the word covers it wholly. */
  readonly isLoneWord: boolean
}

/**
 * Least coverage: lower when another witness speaks for it too: its meaning, nearest of all to the question's, or the classifier,
 * close to sure of the same article. Measured by `npm run eval:passages`, which holds back a fifth of the shipped articles'
 * questions at a time and asks 60 everyday questions that no city answers. Of the 3,538 held back that no topic was sure of, 214
 * are answered, nine of ten rightly; of the everyday questions none.
 */
const leastCoverage = { alone: 0.8, nearestByMeaning: 0.7, likeliest: 0.65 } as const
/** By such a share of its score the best passage has to lead over those of other articles. */
const leastLead = 0.12

/** The best of what was found, best first, if it may be quoted. */
export function choosePassage(
  found: readonly SearchedPassage[],
  { likeliest, isLoneWord }: ChooseOptions,
): SearchedPassage | undefined {
  const [best] = found
  if (best === undefined) return undefined
  const { articleId } = best.passage
  const isLikeliest = articleId === likeliest
  // Topics are close and search finds another one, or went by one word: asking back tells more than a guess.
  if (likeliest !== undefined && (!isLikeliest || isLoneWord)) return undefined
  const others = found.filter(({ passage }) => passage.articleId !== articleId)
  const lead = 1 - Math.max(0, ...others.map(({ score }) => score)) / best.score
  const witness = isLikeliest ? 'likeliest' : best.placeByMeaning === 0 ? 'nearestByMeaning' : 'alone'
  return best.coverage >= leastCoverage[witness] && lead >= leastLead ? best : undefined
}
