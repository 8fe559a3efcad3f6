// A page whose words are numbers of the lexicon.

export interface NumberedPage {
  readonly head: readonly number[]
  readonly texts: readonly (readonly number[])[]
}
