// Whether a text speaks of a topic in that topic's own words: what is asked about something else has words of its own.
import { foldDiacritics, readWords } from '../text/normalise'
import { stemSwedish } from '../text/stem-swedish'
import type { TrainingExample } from './train-classifier'

/** A stem that more of the topics have says how something is asked, and not what about. */
const commonFrom = 0.25
/** From this length on one word in another makes a compound of it or an ending. */
const shortestAlike = 4

const letter = /\p{L}/u

type Stems = ReadonlySet<string>

/** The stems of all that was taught, by topic. Read when first asked, for that takes a tenth of a second. */
export class TopicWords {
  private read:
    { readonly ofTopic: ReadonlyMap<string, Stems>; readonly topicsWith: Map<string, number> } | undefined
  private readonly known = new Map<string, readonly string[]>()

  constructor(private readonly examples: readonly TrainingExample[]) {}

  /**
   * How much of what the text is about the topic's own examples speak of, 0 to 1; of a text without any such word 1. A word
   * weighs more the fewer topics have it: `ln((n + 1) / (topics with it + 0.5))` (Robertson & Spärck Jones, 1976, in its
   * simplest form).
   */
  shareOf(text: string, topic: string): number {
    const { ofTopic, topicsWith } = (this.read ??= this.readAll())
    const own = ofTopic.get(topic) ?? new Set()
    let all = 0
    let spoken = 0
    for (const stem of new Set(this.stemsOf(text))) {
      const topics = topicsWith.get(stem) ?? 0
      if (topics > commonFrom * ofTopic.size) continue
      const weight = Math.log((ofTopic.size + 1) / (topics + 0.5))
      all += weight
      if (speaksOf(own, stem)) spoken += weight
    }
    return all === 0 ? 1 : spoken / all
  }

  private readAll() {
    const ofTopic = new Map<string, Set<string>>()
    for (const { text, label } of this.examples) {
      if (label === null) continue
      const stems = ofTopic.get(label) ?? new Set()
      for (const stem of this.stemsOf(text)) stems.add(stem)
      ofTopic.set(label, stems)
    }
    const topicsWith = new Map<string, number>()
    for (const stems of ofTopic.values())
      for (const stem of stems) topicsWith.set(stem, (topicsWith.get(stem) ?? 0) + 1)
    this.known.clear()
    return { ofTopic, topicsWith }
  }

  /** Of a phone number and a house number nobody has an opinion. */
  private stemsOf(text: string): readonly string[] {
    return readWords(text)
      .filter((word) => letter.test(word))
      .flatMap((word) => this.stemsOfWord(word))
  }

  /** Examples have most words many times. */
  private stemsOfWord(word: string): readonly string[] {
    if (this.read !== undefined) return stemSwedish(word).map(foldDiacritics)
    const before = this.known.get(word)
    if (before !== undefined) return before
    const stems = stemSwedish(word).map(foldDiacritics)
    this.known.set(word, stems)
    return stems
  }
}

/** The word, or a compound with it, or a word that it is a compound with. */
function speaksOf(own: Stems, stem: string): boolean {
  if (own.has(stem)) return true
  if (stem.length < shortestAlike) return false
  for (const other of own)
    if (
      other.length >= shortestAlike &&
      (other.startsWith(stem) || stem.startsWith(other) || stem.endsWith(other))
    )
      return true
  return false
}
