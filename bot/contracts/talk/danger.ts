// Danger that no phrase tells of, only signs: a softer thing than an emergency, and never certain.

/** `accident` is fire, gas, illness, injury; `violence` is everything that people do to others, children too. */
export const dangerKinds = ['accident', 'violence', 'self-harm'] as const
export type DangerKind = (typeof dangerKinds)[number]

/** How likely a text is from the middle of each; what is left to 1 is that it is from none. */
export type SignsOfDanger = Readonly<Record<DangerKind, number>>

/** Undefined when nothing is known of signs: they are not learnt yet, or could not be. Never throws, never waits. */
export type ReadSigns = (text: string) => SignsOfDanger | undefined

export interface Danger {
  /** 0 to 1, of any kind. */
  readonly probability: number
  /** Null when it may well be of several. */
  readonly kind: DangerKind | null
}
