// "Vad av det här menar du?" answered in words: "den första", "2", "biblioteket", "ja", "inget av dessa". Heard as a tap on that
// button; what names none of the topics offered is a question of its own.
import type { City } from '../../contracts/city/city'
import type { TopicId } from '../../contracts/talk/classifier'
import { madeOnce } from '../../contracts/basics/made-once'
import type { Content } from '../../content/content'
import { plainLine } from '../../dialog/words/fold-words'
import { findAddresses } from '../../dialog/words/find-addresses'
import { matchOptions, type LabelledOption } from '../../dialog/words/match-options'
import { readPlainYesNo, readYesNo } from '../../dialog/words/read-yes-no'
import { articleOf, dialogIdOf } from '../turn/topic'
import { mayGoOnFrom } from '../turn/gone-on-from'
import { cityText } from '../turn/city-text'
import { chosen, numberIn } from '../sms/hear-menu-number'
import { passageOnAddress } from './address-asked-for'
import { heard } from './begin-topic'
import { placeTold } from './place-told'
import { leadsTo } from './plan-of-topic'
import { topicTitle } from './topic-title'
import { asks, topicIn } from './two-in-one'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'

export const hearChosenTopic: Stage = (turn) => {
  const { plan, conversation, message } = turn
  if (plan !== undefined || conversation.frames.length > 0 || message.content.kind !== 'text')
    return goOn(turn)
  if (isNoneButton(turn)) return goOn(noneChosen(turn))
  // What `decide` and `hear-notice-reply` keep there are ids of topics.
  const offered = conversation.clarifying as readonly TopicId[]
  if (offered.length === 0) {
    const below = errandBelow(turn)
    return placed(turn, below) ?? goOn(confirmed(turn, below) ?? turn)
  }
  return (
    hearYesNo(turn, offered) ??
    (isNone(turn) ? undefined : placed(turn, offered)) ??
    goOn(isNone(turn) ? noneChosen(turn) : (agreed(turn, offered) ?? named(turn, offered)))
  )
}

/** The errand that the article above leads to, while it may be gone on from. */
function errandBelow(turn: Turn): readonly TopicId[] {
  const { answered } = turn.conversation
  if (answered === null || !mayGoOnFrom(turn, answered.at)) return []
  const dialog = turn.content.articles.get(answered.article)?.dialog
  return dialog === undefined ? [] : [`dialog:${dialog}`]
}

/** "Menar du felanmälan?", or its button below an article – "Kullagatan 3", "vid skateparken": it is meant, and there. */
function placed(turn: Turn, offered: readonly TopicId[]): StageResult | undefined {
  const [only] = offered
  const { thought, answered } = turn.conversation
  if (only === undefined || offered.length > 1) return undefined
  const { dialogs, articles } = turn.content
  const id = articles.get(articleOf(only) ?? '')?.dialog ?? dialogIdOf(only)
  if (id === undefined) return undefined
  if (standBelowAnswer(turn) && passageOnAddress(turn) !== undefined) return undefined
  const asksForPlace = [...(dialogs.get(id)?.asks.values() ?? [])].some(({ types }) =>
    types.includes('address'),
  )
  const place = asksForPlace ? placeTold(turn) : undefined
  if (place === undefined) return undefined
  // An article that was chosen by its title was asked for by that.
  const before = thought?.text ?? (answered === null ? '' : topicTitle(turn, `article:${answered.article}`))
  const said = [before, place].filter((part) => part !== '').join(', ')
  return heard(withoutDanger(turn), { kind: 'start', dialog: id, said, place })
}

/** What was written before the question tells of the errand, and so does what comes with the answer to it. */
function chooseAndTell(turn: Turn, topic: TopicId, told: string): Turn {
  const { thought } = turn.conversation
  const text = thought === null ? told : `${thought.text}, ${told}`
  const next = thought && { ...thought, text }
  return choose(withConversation(turn, { clarifying: [topic], thought: next }), topic)
}

/** "Menar du felanmälan?" – "ja, det är farligt": it is meant, unless what follows the yes is of something else, or asks. */
function agreed(turn: Turn, offered: readonly TopicId[]): Turn | undefined {
  const [only, ...others] = offered
  if (only === undefined || others.length > 0 || standBelowAnswer(turn)) return undefined
  if (readYesNo(turn.text, turn.content.city) !== true || asks(turn.text)) return undefined
  const other = topicIn(turn, turn.text)
  const isOther = other !== undefined && other !== only && !leadsTo(turn, only, other)
  return isOther ? undefined : chooseAndTell(turn, only, turn.text)
}

/** "Klotter på Storgatan 12", an article, "ja": who told where wants it reported. Without a place it may be a yes to the answer. */
function confirmed(turn: Turn, [only]: readonly TopicId[]): Turn | undefined {
  const { city } = turn.content
  const { thought } = turn.conversation
  if (only === undefined || thought === null || readPlainYesNo(turn.text, city) !== true) return undefined
  return findAddresses(thought.text, city).length > 0
    ? choose(withConversation(turn, { clarifying: [only] }), only)
    : undefined
}

/** Whether the topics were offered below a passage that answers, and were not asked about. */
const standBelowAnswer = ({ conversation: { answered, thought } }: Turn): boolean =>
  answered !== null && thought?.answered !== false

function hearYesNo(turn: Turn, offered: readonly TopicId[]): StageResult | undefined {
  const said = readPlainYesNo(turn.text, turn.content.city)
  if (said === undefined) return undefined
  const wasAnswered = standBelowAnswer(turn)
  // A "nej" may say that nothing more is wanted, and "okej" is no choice.
  if (!said) return goOn(wasAnswered && offered.length === 1 ? turn : noneChosen(turn))
  if (wasAnswered) return goOn(turn)
  const [only] = offered
  return only !== undefined && offered.length === 1
    ? goOn(choose(withoutDanger(turn), only))
    : offerAgain(turn, offered)
}

const offerAgain = (turn: Turn, topics: readonly TopicId[]): StageResult =>
  endTurn(
    withoutDanger(turn),
    'clarified',
    { kind: 'wording', key: 'clarify.which' },
    { kind: 'topics', topics },
  )

/** An answer to what was asked is no sign of anything, however alike one it looks. */
const withoutDanger = (turn: Turn): Turn => ({ ...turn, danger: null })

const none =
  /^(?:(?:nej|nä|no) )?(?:ingen|inget|inga|ingetdera|none|neither|nothing)(?: av (?:de|dem|dom|det|den|dessa|detta|alternativen)(?: här| där)?| of (?:it|them|these|those|that))?(?: tack| thanks)?$/u

const isNone = ({ text }: Turn): boolean => none.test(plainLine(text))

const noneButtonsOf = madeOnce(
  ({ texts }: City): ReadonlySet<string> =>
    new Set([...(texts.get('clarify.none')?.byKey.values() ?? [])].map(plainLine)),
)

/** The button's own words, under whatever they stood. */
const isNoneButton = (turn: Turn): boolean => noneButtonsOf(turn.content.city).has(plainLine(turn.text))

const noneChosen = (turn: Turn): Turn =>
  chosen(withoutDanger(turn), { label: cityText(turn, 'clarify.none'), name: 'topic', value: 'none' })

const choose = (turn: Turn, topic: TopicId): Turn =>
  chosen(turn, { label: topicTitle(turn, topic), name: 'topic', value: topic })

/** Every message after a list is compared with the titles of its topics. */
const topicOptions = madeOnce<Content, Map<TopicId, LabelledOption<TopicId>>>(() => new Map())

/** A topic by its titles in all languages. */
function optionOf(turn: Turn, topic: TopicId): LabelledOption<TopicId> {
  const options = topicOptions(turn.content)
  const known = options.get(topic)
  if (known !== undefined) return known
  const labels = turn.content.city.languages.map((language) => topicTitle(turn, topic, language))
  const option = { value: topic, labels }
  options.set(topic, option)
  return option
}

/** The topic that a number, a place in the list or words of its title mean, when the whole text is about one; else as it came. */
function named(turn: Turn, offered: readonly TopicId[]): Turn {
  const counted = offered[(numberIn(turn.text) ?? 0) - 1]
  if (counted !== undefined) return choose(withoutDanger(turn), counted)
  const options = offered.map((topic) => optionOf(turn, topic))
  const { values, share } = matchOptions(options, turn.text)
  const [only] = values
  return only !== undefined && values.length === 1 && share === 1 ? choose(turn, only) : turn
}
