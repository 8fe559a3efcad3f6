// The answer of the language model with its stamp and the pages it was made from.
import { articleText, sourceOf } from '../../knowledge/answer-from-article'
import { cityText } from '../turn/city-text'
import { languageOf, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import type { Worded } from './worded'

type ModelAnswerUtterance = Extract<Utterance, { readonly kind: 'model-answer' }>

export function wordModelAnswer({ text, isWhole, articles }: ModelAnswerUtterance, turn: Turn): Worded {
  const language = languageOf(turn)
  const cited = articles.flatMap((id) => {
    const article = turn.content.articles.get(id)
    return article === undefined ? [] : [{ article, text: articleText(article, language, turn.content.city) }]
  })
  const [first] = articles
  return {
    text: [text, ...(isWhole ? [] : [cityText(turn, 'model.partial')]), cityText(turn, 'model.stamp')].join(
      '\n\n',
    ),
    suggestions: isWhole
      ? []
      : [{ label: cityText(turn, 'person.button'), choice: { name: 'command', value: 'person' } }],
    sources: cited.map((one) => sourceOf(one.article, one.text)),
    answer: true,
    ...(first !== undefined && { topic: `article:${first}` as const }),
    spoken: { language, isMachine: cited.some((one) => one.text.isMachine === true) },
  }
}
