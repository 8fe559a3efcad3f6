// "Vad av det här menar du?" answered in words: "den första", "2", "biblioteket", "ja", "inget av dessa". Heard as a tap on that
// button; what names none of the topics offered is a question of its own.
import type { City } from '../contracts/city'
import type { TopicId } from '../contracts/classifier'
import { plainLine } from '../dialog/fold-words'
import { matchOptions } from '../dialog/match-options'
import { readPlainYesNo } from '../dialog/read-yes-no'
import { cityText, cityTextIn } from './city-text'
import { chosen, numberIn } from './hear-menu-number'
import { topicTitle } from './topic-title'
import { endTurn, goOn, type Stage, type StageResult, type Turn } from './turn'

export const hearChosenTopic: Stage = (turn) => {
  const { plan, conversation, message } = turn
  if (plan !== undefined || conversation.frames.length > 0 || message.content.kind !== 'text')
    return goOn(turn)
  if (isNoneButton(turn)) return goOn(noneChosen(turn))
  // What `decide` and `hear-notice-reply` keep there are ids of topics.
  const offered = conversation.clarifying as readonly TopicId[]
  if (offered.length === 0) return goOn(turn)
  return hearYesNo(turn, offered) ?? goOn(isNone(turn) ? noneChosen(turn) : named(turn, offered))
}

/** What waits may be the question about danger, which went before the list. */
const wasAskedAboutDanger = ({ conversation: { danger }, lastTurnAt }: Turn): boolean =>
  danger !== null && danger.at === lastTurnAt

function hearYesNo(turn: Turn, offered: readonly TopicId[]): StageResult | undefined {
  const said = readPlainYesNo(turn.text, turn.content.city)
  if (said === undefined) return undefined
  const askedAboutDanger = wasAskedAboutDanger(turn)
  const wasAnswered = turn.conversation.answered !== null
  if (!said && askedAboutDanger) return offerAgain(turn, offered)
  // A passage has answered: a "nej" may say that nothing more is wanted, and "okej" is no choice.
  if (!said) return goOn(wasAnswered && offered.length === 1 ? turn : noneChosen(turn))
  if (askedAboutDanger || wasAnswered) return goOn(turn)
  const [only] = offered
  return only !== undefined && offered.length === 1
    ? goOn(choose(withoutDanger(turn), only))
    : offerAgain(turn, offered)
}

const offerAgain = (turn: Turn, topics: readonly TopicId[]): StageResult =>
  endTurn(withoutDanger(turn), 'clarified', { kind: 'topics', topics })

/** An answer to what was asked is no sign of anything, however alike one it looks. */
const withoutDanger = (turn: Turn): Turn => ({ ...turn, danger: null })

const none =
  /^(?:(?:nej|nä|no) )?(?:ingen|inget|inga|ingetdera|none|neither|nothing)(?: av (?:de|dem|dom|det|den|dessa|detta|alternativen)(?: här| där)?| of (?:it|them|these|those|that))?(?: tack| thanks)?$/u

const isNone = ({ text }: Turn): boolean => none.test(plainLine(text))

/** Made once a city: every message is compared with them. */
const noneButtons = new WeakMap<City, ReadonlySet<string>>()

function noneButtonsOf(turn: Turn): ReadonlySet<string> {
  const { city } = turn.content
  const known = noneButtons.get(city)
  if (known !== undefined) return known
  const lines = new Set(
    city.languages.map((language) => plainLine(cityTextIn(turn, 'clarify.none', language))),
  )
  noneButtons.set(city, lines)
  return lines
}

/** The button's own words, under whatever they stood. */
const isNoneButton = (turn: Turn): boolean => noneButtonsOf(turn).has(plainLine(turn.text))

const noneChosen = (turn: Turn): Turn =>
  chosen(withoutDanger(turn), { label: cityText(turn, 'clarify.none'), name: 'topic', value: 'none' })

const choose = (turn: Turn, topic: TopicId): Turn =>
  chosen(turn, { label: topicTitle(turn, topic), name: 'topic', value: topic })

/** The topic that a number, a place in the list or words of its title mean, when the whole text is about one; else as it came. */
function named(turn: Turn, offered: readonly TopicId[]): Turn {
  const counted = offered[(numberIn(turn.text) ?? 0) - 1]
  if (counted !== undefined) return choose(withoutDanger(turn), counted)
  const { languages } = turn.content.city
  const options = offered.map((topic) => ({
    value: topic,
    labels: languages.map((language) => topicTitle(turn, topic, language)),
  }))
  const { values, share } = matchOptions(options, turn.text)
  const [only] = values
  return only !== undefined && values.length === 1 && share === 1 ? choose(turn, only) : turn
}
