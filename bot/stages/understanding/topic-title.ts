// What a topic is called: on its button, and by residents who write it instead of tapping.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Language } from '../../contracts/talk/language'
import { textIn } from '../../dialog/showing/show-value'
import { articleText } from '../../knowledge/answer-from-article'
import { languageOf, type Turn } from '../turn/turn'

export function dialogTitle(turn: Turn, id: string, language: Language = languageOf(turn)): string {
  const dialog = turn.content.dialogs.get(id)
  return dialog === undefined ? id : textIn(dialog.title, language)
}

export function topicTitle(turn: Turn, topic: TopicId, language: Language = languageOf(turn)): string {
  const [kind, id = ''] = topic.split(/:(.*)/s)
  if (kind === 'dialog') return dialogTitle(turn, id, language)
  const article = turn.content.articles.get(id)
  return article === undefined ? id : articleText(article, language, turn.content.city).title
}
