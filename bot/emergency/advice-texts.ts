// What the advice of one language consists of.
import type { Channel } from '../contracts/talk/message'
import type { EmergencyKind } from '../contracts/talk/emergency-kind'

/** Plain sentences, of which the first says what to do now. No Markdown: an SMS shows it, and a screen reader reads it. */
export type AdviceTexts = Readonly<Record<EmergencyKind, Readonly<Record<Channel, string>>>>
