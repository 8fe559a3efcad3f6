// What goes over the wire, as the browser sees it: the Direct Line 3.0 activities that this chat sends and shows.

export interface Suggestion {
  readonly title: string
  readonly value: { readonly name: string; readonly value: string }
}

export interface Source {
  readonly title: string
  readonly url: string
  readonly owner: string
  /** ISO date. */
  readonly reviewed: string
}

/** What the question that waits takes beside words, so many at most. */
export interface TakesFiles {
  readonly type: 'photo' | 'file'
  readonly max: number
}

/** The question that waits takes a place, and the city has a map: where its tiles are, and where it begins. */
export interface TakesPlace {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly tiles: string
  /** Whose map it is. */
  readonly attribution: string
  readonly start: { readonly lat: number; readonly lon: number; readonly zoom: number }
}

export type Takes = TakesFiles | TakesPlace

/** An activity from the server. Everything but `type` may be missing, so nothing here is taken for granted. */
export interface ReceivedActivity {
  readonly type: string
  readonly id?: string
  /** ISO 8601, the server's clock. */
  readonly timestamp?: string
  readonly from?: { readonly role?: string }
  readonly text?: string
  readonly replyToId?: string
  readonly suggestedActions?: { readonly actions?: readonly Suggestion[] }
  readonly channelData?: {
    readonly clientActivityID?: string
    readonly dygnet?: {
      readonly replyId?: string
      readonly asksFeedback?: boolean
      readonly sources?: readonly Source[]
      readonly language?: string
      readonly takes?: Takes
      /** The question that waits is not said again, and takes what it took. */
      readonly aside?: boolean
      /** A person has the talk, and the bot is silent. */
      readonly withPerson?: boolean
      /** A person said it. */
      readonly person?: { readonly name: string }
      /** Its words alone, where the activity's name its author or its sources too. */
      readonly text?: string
      /** The language that the resident has just asked for in words. */
      readonly speaks?: string
    }
  }
}

export interface Feedback {
  readonly replyId: string
  readonly helpful: boolean
  readonly reason?: string
}

/** What the resident does, without the id and the language that every activity carries. */
export type Deed =
  | {
      readonly type: 'message'
      /** Of files their names, which are shown here and not sent. */
      readonly text: string
      readonly value?: Suggestion['value']
      /** Of files: what is said when they are gone before they were sent. */
      readonly lost?: string
    }
  | { readonly type: 'event'; readonly name: 'language'; readonly value: string }
  | { readonly type: 'event'; readonly name: 'feedback'; readonly value: Feedback }

/** A deed on its way. `id` stays the same however often it is sent, so that the server does it once. */
export interface Outgoing {
  readonly id: string
  /** ISO 8601, this computer's clock; the server's replaces it when the echo comes. */
  readonly at: string
  readonly locale: string
  readonly deed: Deed
}

/** @returns the body of `POST …/activities`. */
export const toActivity = ({ id, locale, deed }: Outgoing): object => ({
  ...deed,
  locale,
  channelData: { clientActivityID: id },
})

/** What opens one conversation. */
export interface Access {
  readonly conversationId: string
  readonly token: string
}

/** What the city says of itself. */
export interface Config {
  readonly city: string
  readonly phone: string
  readonly languages: readonly string[]
  readonly maxTextLength: number
  readonly maxFileBytes?: number
}

export interface Batch {
  readonly activities: readonly ReceivedActivity[]
  readonly watermark?: string
}

/** Reads a frame of the socket; empty frames (keep-alive) and frames that are not JSON give an empty batch. */
export function parseFrame(frame: unknown): Batch {
  try {
    const batch = JSON.parse(String(frame)) as Partial<Batch>
    return Array.isArray(batch.activities) ? (batch as Batch) : { activities: [] }
  } catch {
    return { activities: [] }
  }
}
