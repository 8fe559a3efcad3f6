// What a message that speaks of two things says of each: its halves, and what each is about by itself.
import type { TopicId } from '../../contracts/classifier'
import { madeOnce } from '../../contracts/made-once'
import type { Dialog } from '../../dialog/model'
import { flatten } from '../../dialog/step-tree'
import { decideTopic, type TopicDecision } from '../../understanding/decide-topic'
import { foldDiacritics, readWords } from '../../text/normalise'
import { isStopWordAnywhere } from '../../text/stop-words'
import { leadsTo } from './decide'
import { areOfOneThing } from './of-one-thing'
import { languageOf, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

export interface Errand {
  readonly dialog: string
  /** What of the message is about it. */
  readonly text: string
}

/** Where one errand may end and another begin: after a sentence, at an "and". */
const joints = /[.!?;]+\s+|,?\s+(?:och|samt|plus|dessutom|sen|sedan|and|also|then)\s+/giu
/** With more of them it is a story, and not two errands. */
const mostJoints = 6
/** What the message as a whole hardly speaks of is no errand of its own, however sure its half is. */
const leastOfWhole = 0.01

/** The message cut in two, at each joint in turn. */
export function halves(text: string): readonly (readonly [string, string])[] {
  const found = [...text.matchAll(joints)]
  if (found.length > mostJoints) return []
  return found.map(({ 0: joint, index }) => [text.slice(0, index), text.slice(index + joint.length)] as const)
}

/** "Jag har 070-123 45 67" tells of nothing. */
const tells = (text: string): boolean =>
  readWords(text).some((word) => /\p{L}{3}/u.test(word) && !isStopWordAnywhere(foldDiacritics(word)))

/** What the words are about by themselves, as sure as what interrupts a dialog has to be. */
export function decideAlone(turn: Turn, text: string): TopicDecision {
  if (!tells(text)) return { kind: 'none' }
  const words = wordsToRecognise(turn, text)
  return decideTopic(turn.content.classifier.classify(words, languageOf(turn)), {
    interrupting: true,
    areOne: (a, b) => leadsTo(turn, a, b) || leadsTo(turn, b, a),
  })
}

export function topicIn(turn: Turn, text: string): TopicId | undefined {
  const decision = decideAlone(turn, text)
  return decision.kind === 'sure' ? decision.topic : undefined
}

export const topicOf = ({ dialog }: Errand): TopicId => `dialog:${dialog}`
export const dialogOf = (topic: TopicId): string | undefined => /^dialog:(.+)$/.exec(topic)?.[1]

/** It hands something in; what only tells something, as of opening hours, is said beside an errand. */
const handsIn = madeOnce(({ steps }: Dialog): boolean =>
  flatten(steps).some(({ kind }) => kind === 'confirm'),
)

/** To be called is a way to go about the errand beside it, rather than one of its own. */
export function isErrand({ content }: Turn, id: string): boolean {
  const dialog = content.dialogs.get(id)
  return dialog !== undefined && id !== content.city.callBackDialog && handsIn(dialog)
}

/** @param least how likely the message as a whole has to make each */
export function areTwo(turn: Turn, topics: readonly [TopicId, TopicId], least = leastOfWhole): boolean {
  const likely = (topic: TopicId): boolean =>
    turn.classification?.best.some(({ label, probability }) => label === topic && probability >= least) ===
    true
  const [one, other] = topics
  return one !== other && topics.every(likely) && !areOfOneThing(turn, ...topics)
}
