// What staff read about a word while they write it.

/** What may stand after a word, as far as an editor needs to know; the checker knows the rest. */
export type Form =
  /** One value: a text, a number, a yes. */
  | 'text'
  | 'yes/no'
  | 'date'
  | 'span'
  | 'duration'
  | 'type'
  | 'steps'
  /** Steps, or for each way to fail its own steps. */
  | 'failures'
  /** Lines of name: value. */
  | 'texts'
  /** A list of values. */
  | 'list'
  /** For each name a value, or a list of values or of lines. */
  | 'expected'
  /** A list of values, or lines of name: value. */
  | 'names'
  /** For each name lines of name: value. */
  | 'groups'
  /** What the resident writes, or so many of what is sent. */
  | 'said'
  | 'anything'

export interface Help {
  /** Swedish: what the word does. */
  readonly what: string
  readonly example: string
  /** `text` when left out. */
  readonly form?: Form
}

/** The help as one text: what it is, then an example. */
export const helpText = ({ what, example }: Help): string => `${what}\n\nExempel: \`${example}\``
