// What the resident gets back, whatever the channel. Adapters render it; nobody else words it again.
import type { TopicId } from './classifier'
import type { ReplyId } from './ids'
import type { Language } from './language'
import type { Choice } from './message'

/** A button on the web, a numbered line over SMS. Tapping it sends `choice`, shown as `label`. */
export interface Suggestion {
  readonly label: string
  readonly choice: Choice
}

/** Where an answer comes from, so that the resident can check it. */
export interface Source {
  readonly articleId: string
  readonly title: string
  readonly url: string
  readonly owner: string
  /** ISO date on which the owner last read the text through. */
  readonly reviewed: string
}

/** `photo`: pictures only; `file`: documents too. */
export interface TakesFiles {
  readonly type: 'photo' | 'file'
  readonly max: number
}

/** The city's map, for pages that can show one: where its tiles are, whose it is, and where it begins. */
export interface CityMap {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly tiles: string
  readonly attribution: string
  readonly start: { readonly lat: number; readonly lon: number; readonly zoom: number }
}

export interface PersonSaid {
  readonly name: string
  /** Markdown, as `text` of the reply. */
  readonly text: string
}

export interface Reply {
  readonly id: ReplyId
  /** Paragraphs, lists, `**bold**` and `[links](https://…)` of Markdown; never HTML. */
  readonly text: string
  readonly language: Language
  readonly suggestions: readonly Suggestion[]
  readonly sources: readonly Source[]
  /** Whether the resident is asked "hjälpte svaret?". */
  readonly asksFeedback: boolean
  /** Names the bundle of content that worded it, so that a transcript can be read beside the files of its day. */
  readonly bundle?: string
  /** The question that waits takes pictures or documents, so many at most. */
  readonly takesFiles?: TakesFiles
  /** A person has the talk: what the resident writes next waits for them, and not for the bot. */
  readonly withPerson?: true
  /** A person said it: their name, and their words alone, where `text` begins with the name. */
  readonly person?: PersonSaid
  /** The resident chose another language in words: what stands around the talk goes with it. */
  readonly speaks?: Language
  /** The question that waits takes a place, which may be shown on a map. */
  readonly takesPlace?: true
  /** What it is about, for whoever judges it; absent when it is about nothing in particular. */
  readonly topic?: TopicId
  /** It stands in the place of what the resident has read of it while it was written. */
  readonly endsInterim?: true
  /** Stands beside the talk: the question that waits is not said again, and takes what it took. */
  readonly aside?: true
  /** Says whom to ring in danger, or asks about it: it goes over SMS also when the day's money is gone. */
  readonly urgent?: true
}
