// What somebody answered as people of the city read it: in Swedish, as the dialog called it when it was answered, so that it
// reads the same when the dialog has changed. Machines read the values beside it.

export interface WordedFact {
  /** What the answer is called: `Typ av fel`. */
  readonly label?: string
  /** `Trasig gatubelysning`; left out where the value itself reads so. */
  readonly text?: string
}

export interface Worded {
  /** Of the dialog: `Felanmälan gata och park`. */
  readonly title: string
  /** By the names of the facts. */
  readonly facts: Readonly<Record<string, WordedFact>>
}
