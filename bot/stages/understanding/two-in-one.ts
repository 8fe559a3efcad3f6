// What a message that speaks of two things says of each: its halves, and what each is about by itself.
import type { TopicId } from '../../contracts/talk/classifier'
import { decideTopic, type TopicDecision } from '../../understanding/decide-topic'
import { foldDiacritics, readWords } from '../../text/normalise'
import { isStopWordAnywhere } from '../../text/stop-words'
import { leadsTo } from './plan-of-topic'
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
/** Where a wish to be called stands beside something else, a comma is enough: "soporna är kvar, ring mig". */
export const jointsOfCall = new RegExp(`${joints.source}|,\\s+`, joints.flags)
/** With more of them it is a story, and not two errands. */
const mostJoints = 6
/** What the message as a whole hardly speaks of is no errand of its own, however sure its half is. */
const leastOfWhole = 0.01
/** A question that is sure drowns what stands beside it. */
export const leastBesideQuestion = 0.002

const askingWords =
  /\?|(?<!\p{L})(?:när|nar|hur|var|vart|vad|vem|vilk\p{L}+|kan|får|far|finns|undrar|when|where|what|how|who|which)(?!\p{L})/iu
/** "Is the street swept" asks, and "there is a pothole" tells. */
const beginsAsking = /(?:^|[,.;]\s*)(?:can|is|are|do|does)(?!\p{L})/iu

/** By its words: what tells more of an errand may be near an article too. */
export const asks = (text: string): boolean => askingWords.test(text) || beginsAsking.test(text.trim())

/** The message cut in two, at each joint in turn. */
export function halves(text: string, at = joints): readonly (readonly [string, string])[] {
  const found = [...text.matchAll(at)]
  if (found.length > mostJoints) return []
  return found.map(({ 0: joint, index }) => [text.slice(0, index), text.slice(index + joint.length)] as const)
}

/** Both halves, at the first joint at which each is something by itself and they are two. */
export function pairIn<Part>(
  text: string,
  read: (half: string) => Part | undefined,
  areApart: (first: Part, second: Part) => boolean,
  at = joints,
): readonly [Part, Part] | undefined {
  for (const [before, after] of halves(text, at)) {
    const first = read(before)
    const second = first && read(after)
    if (first !== undefined && second !== undefined && areApart(first, second)) return [first, second]
  }
  return undefined
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

/** @param least how likely the message as a whole has to make each */
export function areTwo(turn: Turn, topics: readonly [TopicId, TopicId], least = leastOfWhole): boolean {
  const likely = (topic: TopicId): boolean =>
    turn.classification?.best.some(({ label, probability }) => label === topic && probability >= least) ===
    true
  const [one, other] = topics
  return one !== other && topics.every(likely) && !areOfOneThing(turn, ...topics)
}
