// An article, or a passage of one, in words: with its source, the dialog that takes the errand, and its twin in easy Swedish.
import type { Article } from '../../contracts/knowledge/article'
import type { TopicId } from '../../contracts/talk/classifier'
import type { Passage } from '../../contracts/knowledge/passage'
import type { Suggestion } from '../../contracts/talk/reply'
import {
  answerFromArticle,
  articleText,
  sourceOf,
  twinOf,
  wholeText,
} from '../../knowledge/answer-from-article'
import { cityText } from '../turn/city-text'
import { walkEnvironment } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'
import type { Worded } from './worded'

/** Undefined when nobody vouches for it any more. */
export function wordArticle(
  turn: Turn,
  article: Article,
  buttons: readonly Suggestion[],
): Worded | undefined {
  const answer = answerFromArticle(article, languageOf(turn), {
    today: walkEnvironment(turn).today,
    city: turn.content.city,
    easy: turn.conversation.easyRead,
  })
  if (answer.kind === 'withdrawn') return undefined
  const { text, sources, spoken } = answer
  const worded = { text, suggestions: buttons, sources, answer: true, spoken } as const
  return withTwin(turn, article, { ...worded, topic: `article:${article.id}` })
}

/** A twin stands for a passage of its article: it is short, and whoever reads it would not read the passage. */
export function wordPassage(
  turn: Turn,
  article: Article,
  { heading, text, followsUp }: Passage & { readonly followsUp: boolean },
  buttons: (topics: readonly TopicId[]) => readonly Suggestion[],
): Worded {
  const { city } = turn.content
  const topic: TopicId = `article:${article.id}`
  const ordinary = articleText(article, languageOf(turn), city)
  const twin = turn.conversation.easyRead ? twinOf(article, languageOf(turn), city) : undefined
  const spoken = twin ?? ordinary
  const quoted =
    twin === undefined ? [...(heading === undefined ? [] : [`**${heading}**`]), text] : [wholeText(twin)]
  const found = followsUp
    ? cityText(turn, 'follow-up.found', { title: spoken.title })
    : cityText(turn, 'passage.found')
  const worded: Worded = {
    text: [found, ...quoted].join('\n\n'),
    suggestions: buttons(twin === undefined ? [topic] : []),
    sources: [sourceOf(article, spoken)],
    answer: true,
    topic,
    spoken: { language: spoken.language, isMachine: spoken.isMachine === true },
  }
  return twin === undefined ? worded : withTwin(turn, article, worded)
}

/** With a button to the other text of the article, where it has two. */
function withTwin(turn: Turn, article: Article, worded: Worded): Worded {
  if (twinOf(article, languageOf(turn), turn.content.city) === undefined) return worded
  const { easyRead } = turn.conversation
  const label = cityText(turn, easyRead ? 'easy.ordinary' : 'easy.offer')
  const choice = { name: easyRead ? 'ordinary' : 'easy', value: article.id }
  return { ...worded, suggestions: [...worded.suggestions, { label, choice }] }
}
