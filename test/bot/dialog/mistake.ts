// One mistake of a beginner in the sound dialog, and the one thing that is said about it.

export interface Mistake {
  readonly name: string
  /** A piece of the sound dialog, and what somebody wrote in its place. */
  readonly by: readonly [piece: string, written: string]
  /** Line, column and code of the finding. */
  readonly at: string
  /** The whole first line of it, as it is printed. */
  readonly says: string
  /** The line after the machine fix. */
  readonly mended?: string
}
