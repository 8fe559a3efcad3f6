// "Går det på nätet?" asks of what can be done. A page about fees speaks of none of it: the errand or the page beside it does.
import type { Article } from '../../contracts/knowledge/article'
import type { Passage } from '../../contracts/knowledge/passage'
import type { FollowUp } from '../../knowledge/follow-up/read-follow-up'
import type { SideName } from '../../knowledge/follow-up/sides'
import { wholeWords } from '../../text/whole-words'
import type { StageResult, Turn } from '../turn/turn'
import { clarify } from '../understanding/ask-back'
import { mostOffered } from '../understanding/decision-of'
import { isErrand } from '../understanding/is-errand'
import { areOfOneThing } from '../understanding/of-one-thing'
import { saidIn } from './hear-of-offered'

/** "Hur överklagar jag" names what is to be done, and not to what. */
const deeds = wholeWords(
  'overklaga\\p{L}*|klaga[rt]?|sok(?:a|er)|bestrid\\p{L}*|anmal\\p{L}*|ansok\\p{L}*|boka[rt]?|avboka[rt]?|andra[rt]?|appeal|complain|contest|report|apply|book|cancel|change',
)

/** Also true of who names nothing. */
export const namesOnlyDeeds = ({ named }: FollowUp): boolean =>
  named.every(({ folded }) => deeds.test(folded))

const waysOfDoing: ReadonlySet<SideName> = new Set(['online', 'booking'])

const asksOfWay = ({ sides }: FollowUp): boolean =>
  sides.length > 0 && sides.every((side) => waysOfDoing.has(side))

/** Of what the article that answered says nothing. Undefined where something else is asked, or nowhere said. */
export function doneElsewhere(
  turn: Turn,
  article: Article,
  followUp: FollowUp,
  quote: (turn: Turn, passage: Passage) => StageResult,
): StageResult | undefined {
  if (!asksOfWay(followUp) || !namesOnlyDeeds(followUp)) return undefined
  const { dialog } = article
  if (dialog !== undefined && isErrand(turn, dialog)) return clarify(turn, [`dialog:${dialog}`])
  const saying = saidBeside(turn, article, { ...followUp, named: [] })
  const [only, ...others] = saying
  if (only === undefined) return undefined
  if (others.length === 0) return quote(turn, only)
  return clarify(turn, saying.map(({ articleId }) => `article:${articleId}` as const).slice(0, mostOffered))
}

/** By the titles of one department: "Ansök om hemtjänst" beside "Vad hemtjänst kostar". Elsewhere two may share no more than "byta". */
function saidBeside(turn: Turn, article: Article, followUp: FollowUp): readonly Passage[] {
  return [...turn.content.articles.values()]
    .filter(({ id, department }) => id !== article.id && department === article.department)
    .filter(({ id }) => areOfOneThing(turn, `article:${id}`, `article:${article.id}`))
    .flatMap(({ id }) => {
      const found = saidIn(turn, `article:${id}`, followUp)
      return found?.kind === 'found' ? [found.passage] : []
    })
}
