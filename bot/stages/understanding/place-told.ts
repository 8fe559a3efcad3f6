// A message that says where and nothing else: "på Storgatan 12", "vid skateparken", "Nicolaiskolan".
import { houseMeant } from '../../dialog/answers/known-address'
import { readAddress } from '../../dialog/answers/read-address'
import { findAddresses } from '../../dialog/words/find-addresses'
import type { TopicId } from '../../contracts/talk/classifier'
import { fold, stem, wordsOf } from '../../dialog/words/fold-words'
import { namesPlace } from '../../dialog/words/looks-like-place'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'
import { topicTitle } from './topic-title'
import { asks, topicIn } from './two-in-one'

/** Undefined when the message says anything else, or may be about something of its own. */
export const placeTold = (turn: Turn): string | undefined =>
  isOnlyAddress(turn) ? turn.text : (houseMeant(turn.text, walkEnvironment(turn).places) ?? landmarkIn(turn))

function isOnlyAddress({ text, content }: Turn): boolean {
  const [first, ...others] = findAddresses(text, content.city)
  if (first === undefined || others.length > 0) return false
  return /^(?:(?:ja|jo|yes)[ ,]*)?(?:på|pa|i|vid|at|on)?[\s.,!]*$/iu.test(
    text.slice(0, first.start) + text.slice(first.end),
  )
}

const longestLandmark = 5
const agrees = /^(?:(?:ja|jo|japp|yes)(?:[\s,]+|$))+/iu
/** "Och i parken" goes on from what was asked before. */
const goesOn = /^(?:och|men|fast|eller|and|but|or)(?!\p{L})/iu
const leads =
  /^(?<where>på|pa|i|vid|utanför|utanfor|bakom|bredvid|mittemot|framför|intill|nära|nara|at|in|on|near|outside|behind|opposite|beside)\s+/iu
/** "I våras" and "på sommaren" say when; what is beside something is somewhere. */
const mayBeWhen: ReadonlySet<string> = new Set(['på', 'pa', 'i', 'in', 'on', 'at'])

function landmarkIn(turn: Turn): string | undefined {
  const { city, places } = turn.content
  const text = turn.text.trim().replace(agrees, '')
  if (wordsOf(text).length > longestLandmark || goesOn.test(text) || asks(text)) return undefined
  const reading = readAddress(text, city)
  if (typeof reading !== 'object' || !('value' in reading)) return undefined
  const lead = leads.exec(text)
  const name = text.slice(lead?.[0].length ?? 0)
  const isKnown = places.find(name).kind === 'known'
  const where = lead?.groups?.['where']?.toLowerCase()
  const isBeside = where !== undefined && !mayBeWhen.has(where) && reading.isDoubtful !== true
  if (isBeside) return text
  if (!isKnown && (!namesPlace(name) || (where === undefined && isOfTitles(turn, name)))) return undefined
  return topicIn(turn, text) === undefined ? text : undefined
}

const stemsIn = (text: string): readonly string[] => wordsOf(text).map((word) => stem(fold(word)))

/** "Förskolan" alone is what other topics are about. */
function isOfTitles(turn: Turn, name: string): boolean {
  const { articles, dialogs } = turn.content
  const topics: readonly TopicId[] = [
    ...[...articles.keys()].map((id) => `article:${id}` as const),
    ...[...dialogs.keys()].map((id) => `dialog:${id}` as const),
  ]
  const named = stemsIn(name)
  return topics.some((topic) => {
    const stems = stemsIn(topicTitle(turn, topic))
    return named.every((one) => stems.includes(one))
  })
}
