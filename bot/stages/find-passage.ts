// A passage of an article that answers, when no topic is sure; never in a language spoken in part.
import type { TopicId } from '../contracts/classifier'
import type { Passage } from '../contracts/passage'
import { articleIsValid } from '../knowledge/answer-from-article'
import { choosePassage } from '../knowledge/search/choose-passage'
import { isLoneWord } from '../knowledge/search/search-word'
import { walkEnvironment } from './open-dialog'
import { languageOf, type Turn } from './turn'

const articlePrefix = 'article:'

/** @param close the topics that are close, likeliest first; none when no topic was understood. */
export function findPassage(turn: Turn, close: readonly TopicId[]): Passage | undefined {
  const { city, articles, searchPassages } = turn.content
  const language = languageOf(turn)
  // Foreign words meet the talk's language by chance only.
  if (turn.seenLanguage !== undefined) return undefined
  if (turn.topDialogGone === true || !city.wholeLanguages.includes(language)) return undefined
  const [likeliest] = close
  if (likeliest?.startsWith(articlePrefix) === false) return undefined
  const { today } = walkEnvironment(turn)
  const found = searchPassages(turn.text, language, turn.closeness).filter(({ passage }) => {
    const article = articles.get(passage.articleId)
    return article !== undefined && articleIsValid(article, today)
  })
  return choosePassage(found, {
    likeliest: likeliest?.slice(articlePrefix.length),
    isLoneWord: isLoneWord(turn.text, language),
  })?.passage
}
