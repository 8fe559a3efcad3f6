// A passage of an article that answers, when no topic is sure; never in a language spoken in part.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Passage } from '../../contracts/knowledge/passage'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { choosePassage } from '../../knowledge/search/choose-passage'
import { isLoneWord } from '../../knowledge/search/search-word'
import { articleOf } from '../turn/topic'
import { walkEnvironment } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'

/** @param close the topics that are close, likeliest first; none when no topic was understood. */
export function findPassage(turn: Turn, close: readonly TopicId[]): Passage | undefined {
  const { city, articles, searchPassages } = turn.content
  const language = languageOf(turn)
  // Foreign words meet the talk's language by chance only.
  if (turn.seenLanguage !== undefined) return undefined
  if (turn.topDialogGone === true || !city.wholeLanguages.includes(language)) return undefined
  const [likeliest] = close
  const article = articleOf(likeliest)
  if (likeliest !== undefined && article === undefined) return undefined
  const { today } = walkEnvironment(turn)
  const found = searchPassages(turn.text, language, turn.closeness).filter(({ passage }) => {
    const found = articles.get(passage.articleId)
    return found !== undefined && articleIsValid(found, today)
  })
  return choosePassage(found, {
    likeliest: article,
    isLoneWord: isLoneWord(turn.text, language),
  })?.passage
}
