// What a button says, typed: "Kontakta oss", "Bli uppringd", the title of an article. Whoever copies it, or has no buttons as over
// SMS, means the same as who taps it. The whole message has to be the button's words.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Language } from '../../contracts/talk/language'
import { madeOnce } from '../../contracts/basics/made-once'
import type { Texts } from '../../contracts/talk/texts'
import type { Content } from '../../content/content'
import { foldedLine } from '../../text/normalise'
import { chosen } from '../sms/hear-menu-number'
import { mayTap } from '../turn/may-interrupt'
import { goOn, languageOf, type Stage, type Turn } from '../turn/turn'

export const hearButton: Stage = (turn) => {
  if (turn.plan !== undefined || turn.message.content.kind !== 'text') return goOn(turn)
  const topic = buttonIn(turn)
  return goOn(
    topic === undefined || !mayTap(turn, topic)
      ? turn
      : chosen(turn, { label: turn.text, name: 'topic', value: topic }),
  )
}

/** In the turn's language first: a word may be a title in one language and something else in another. */
function buttonIn(turn: Turn): TopicId | undefined {
  const said = foldedLine(turn.text)
  const buttons = buttonsOf(turn.content)
  const languages = [languageOf(turn), ...turn.content.city.languages]
  return languages.map((language) => buttons.get(language)?.get(said)).find((topic) => topic !== undefined)
}

type Buttons = ReadonlyMap<Language, ReadonlyMap<string, TopicId>>

/** Those of the welcome first, then dialogs, for where a dialog and an article have one title the dialog takes the errand. */
const buttonsOf = madeOnce(({ city, dialogs, articles }: Content): Buttons => {
  const buttons = new Map<Language, Map<string, TopicId>>()
  const add = (topic: TopicId, language: Language, label: string): void => {
    const spoken = buttons.get(language) ?? new Map<string, TopicId>()
    const said = foldedLine(label)
    if (said !== '' && !spoken.has(said)) spoken.set(said, topic)
    buttons.set(language, spoken)
  }
  const addAll = (topic: TopicId, texts: Texts | undefined): void => {
    for (const [language, label] of texts?.byKey ?? []) add(topic, language, label)
  }
  // Ids of topics, of which the checks have seen that they exist.
  for (const { topic, label } of city.welcomeTopics) addAll(topic as TopicId, label)
  if (dialogs.has(city.callBackDialog))
    addAll(`dialog:${city.callBackDialog}`, city.texts.get('call-back.button'))
  // Without a start phrase it is no topic: other dialogs call it.
  for (const { id, title, start } of dialogs.values()) if (start.size > 0) addAll(`dialog:${id}`, title)
  for (const { id, texts } of articles.values())
    for (const { language, title } of texts.values()) add(`article:${id}`, language, title)
  return buttons
})
