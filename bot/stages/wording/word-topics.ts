// Topics and dialogs to choose from.
import type { TopicId } from '../../contracts/talk/classifier'
import type { Suggestion } from '../../contracts/talk/reply'
import { labelOf } from '../../dialog/model/label-of'
import { isWithinDays } from '../../dialog/model/within-days'
import { textIn } from '../../dialog/showing/show-value'
import { mayBegin } from '../hand-off/offer-call'
import { walkEnvironment } from '../turn/open-dialog'
import { dialogIdOf } from '../turn/topic'
import { type Turn, languageOf } from '../turn/turn'
import { dialogTitle, topicTitle } from '../understanding/topic-title'
import { button, inCityWords } from './in-city-words'
import { escapeValues } from './word-open-question'
import type { Worded } from './worded'

export const welcomeTopics = (turn: Turn): readonly Suggestion[] =>
  turn.content.city.welcomeTopics
    .filter(({ topic }) => !isOutsideItsDays(turn, topic))
    .map(({ topic, label }) => ({
      label: textIn(label, languageOf(turn)),
      choice: { name: 'topic', value: topic },
    }))

/** Nobody is invited to what would only tell them to ring. */
function isOutsideItsDays(turn: Turn, topic: string): boolean {
  const dialog = turn.content.dialogs.get(dialogIdOf(topic) ?? '')
  return dialog !== undefined && !isWithinDays(dialog, walkEnvironment(turn).today)
}

export const topicButton = (turn: Turn, topic: TopicId): Suggestion => ({
  label: topicTitle(turn, topic),
  choice: { name: 'topic', value: topic },
})

export const topicButtons = (turn: Turn, topics: readonly TopicId[]): readonly Suggestion[] => [
  ...topics.map((topic) => topicButton(turn, topic)),
  button(turn, 'clarify.none', { name: 'topic', value: 'none' }),
]

/** Of one topic a yes or a no. */
export function wordTopics(turn: Turn, topics: readonly TopicId[]): Worded {
  const [only, ...others] = topics
  if (only === undefined || others.length > 0)
    return inCityWords(turn, 'clarify', {}, topicButtons(turn, topics))
  const values = escapeValues({ title: topicTitle(turn, only) })
  // Under two questions a button that says "Ja" would be taken for the answer to the graver one.
  if (turn.askedAboutDanger !== undefined)
    return inCityWords(turn, 'clarify.one', values, topicButtons(turn, topics))
  return inCityWords(turn, 'clarify.one', values, [
    button(turn, 'answer.yes', { name: 'topic', value: only }),
    button(turn, 'answer.no', { name: 'topic', value: 'none' }),
  ])
}

/** Begins the dialog that takes the errand. */
export const dialogButton = (turn: Turn, id: string): readonly Suggestion[] =>
  mayBegin(turn, id)
    ? [{ label: dialogTitle(turn, id), choice: { name: 'topic', value: `dialog:${id}` } }]
    : []

export function changeButtons(turn: Turn, dialogId: string, names: readonly string[]): readonly Suggestion[] {
  const dialog = turn.content.dialogs.get(dialogId)
  return names.flatMap((name) => {
    const label = dialog === undefined ? undefined : labelOf(dialog, name)
    return label === undefined
      ? []
      : [{ label: textIn(label, languageOf(turn)), choice: { name: 'change', value: name } }]
  })
}
