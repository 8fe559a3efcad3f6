// "Vad kostar det?" in the middle of an errand: the passage of the article that leads to the errand, and then its question again.
import type { Classification } from '../../contracts/talk/classifier'
import type { Passage } from '../../contracts/knowledge/passage'
import type { Dialog } from '../../dialog/model/model'
import { findInArticle } from '../../knowledge/follow-up/find-in-article'
import { readFollowUp, type Leaning } from '../../knowledge/follow-up/read-follow-up'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { articleOf } from '../turn/topic'
import { mayInterrupt } from '../turn/may-interrupt'
import { openDialog, type OpenDialog } from '../turn/open-dialog'
import { goOn, languageOf, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'
import { judgeFollowUp } from './judge-follow-up'
import { guessOf, readable, synonymsOf, type ReadableArticle } from './readable-article'

/** Of several passages that of the article which the errand and the question bring to mind together. */
function likeliest(turn: Turn, { title }: Dialog, passages: readonly Passage[]): Passage | undefined {
  const [only, ...more] = passages
  if (more.length === 0) return only
  const words = wordsToRecognise(turn, `${title.byKey.get(languageOf(turn)) ?? ''} ${turn.text}`)
  const { best } = turn.content.classifier.classify(words, languageOf(turn))
  const labels = best.map(({ label }) => label)
  const first = labels.find((label) => passages.some(({ articleId }) => label === `article:${articleId}`))
  return passages.find(({ articleId }) => first === `article:${articleId}`)
}

/** "Och på söndagar?" goes on from something else that was asked. */
const ofTheErrand: ReadonlySet<Leaning> = new Set(['bare', 'pointing', 'short'])

/** What was asked about last, if that is something else, or else the articles that lead to the errand. */
function askedAboutBeside(turn: Turn, { dialog }: OpenDialog): readonly ReadableArticle[] {
  const { articles } = turn.content
  const last = articles.get(articleOf(turn.conversation.lastTopic) ?? '')
  const leading = [...articles.values()].filter((article) => article.dialog === dialog.id)
  return (last === undefined || leading.includes(last) ? leading : [last])
    .flatMap((article) => readable(turn, article) ?? [])
    .filter(({ article }) => mayInterrupt(turn, `article:${article.id}`))
}

export const answerBesideErrand: Stage = (turn) => {
  const { plan, classification } = turn
  const open = openDialog(turn)
  const passage =
    plan === undefined && classification !== undefined && open !== undefined
      ? saidBeside(turn, open, classification)
      : undefined
  return goOn(
    passage === undefined
      ? turn
      : { ...turn, plan: { kind: 'passage', passage, others: [], followsUp: true } },
  )
}

function saidBeside(turn: Turn, open: OpenDialog, classification: Classification): Passage | undefined {
  const language = languageOf(turn)
  const followUp = readFollowUp(withoutMasks(turn.text), language)
  if (followUp === undefined || !ofTheErrand.has(followUp.leaning)) return undefined
  // "Vad händer sen?" asks for nothing that could be known again.
  if (followUp.sides.length + followUp.occasions.length === 0) return undefined
  const options = { askedBefore: [], synonyms: synonymsOf(turn, language) }
  const passages = askedAboutBeside(turn, open).flatMap((one) => {
    const found = findInArticle(one.article.id, one.text, followUp, options)
    const guess = guessOf(turn, classification, one)
    const verdict = judgeFollowUp({ leaning: followUp.leaning, found: found.kind, guess })
    return found.kind === 'found' && verdict === 'answers' ? [found.passage] : []
  })
  return likeliest(turn, open.dialog, passages)
}
