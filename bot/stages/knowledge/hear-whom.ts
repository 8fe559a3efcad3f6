// "Han är 78" right after an article answered: it asks nothing, and says for whom the question before it was.
import type { Passage } from '../../contracts/knowledge/passage'
import { findInArticle } from '../../knowledge/follow-up/find-in-article'
import type { FollowUp } from '../../knowledge/follow-up/read-follow-up'
import { readWhom } from '../../knowledge/follow-up/read-whom'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { languageOf, languageOfText, type Turn } from '../turn/turn'
import { staysWithDanger } from '../understanding/stay-with-danger'
import { guessOf, synonymsOf, type ReadableArticle } from './readable-article'

interface HeardWhom {
  readonly turn: Turn
  readonly asked: FollowUp
  /** Undefined where the article says nothing of them. */
  readonly passage?: Passage
}

/** Undefined where it tells of something else, and after danger, where the advice is said again. */
export function hearWhom(turn: Turn, last: ReadableArticle): HeardWhom | undefined {
  const language = languageOfText(turn)
  const [nearest, ...others] = readWhom(withoutMasks(turn.text), language)
  if (nearest === undefined || language !== languageOf(turn) || isAfterDanger(turn, last)) return undefined
  // What is wholly said of whom is no sign of anything, whatever a "han" is near to.
  const heard = { turn: { ...turn, danger: null }, asked: nearest }
  for (const asked of [nearest, ...others]) {
    const passage = passageIn(turn, last, asked)
    if (passage !== undefined) return { ...heard, passage }
  }
  return nearest.isTopic && isOfAnother(turn, last) ? undefined : heard
}

const isAfterDanger = (turn: Turn, { article }: ReadableArticle): boolean =>
  article.danger !== undefined || staysWithDanger(turn) !== undefined

function passageIn(turn: Turn, { article, text }: ReadableArticle, asked: FollowUp): Passage | undefined {
  const askedBefore = turn.conversation.answered?.asked ?? []
  const synonyms = synonymsOf(turn, languageOf(turn))
  const found = findInArticle(article.id, text, asked, { askedBefore, synonyms })
  return found.kind === 'found' ? found.passage : undefined
}

/** Who has no work may mean what they live on. */
function isOfAnother(turn: Turn, last: ReadableArticle): boolean {
  const guess = turn.classification && guessOf(turn, turn.classification, last)
  return guess?.kind === 'sure' || guess?.kind === 'close'
}
