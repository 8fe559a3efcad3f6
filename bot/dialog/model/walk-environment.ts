// What a dialog may know of the world around it: handed in, so that the same talk always walks the same way.
import type { City } from '../../contracts/city/city'
import type { Places } from '../../contracts/city/known-place'
import type { Language } from '../../contracts/talk/language'
import type { Channel } from '../../contracts/talk/message'
import type { MaskText } from '../../contracts/talk/personal-data'

export interface WalkEnvironment {
  readonly now: Date
  /** ISO date of `now` in the city's zone: `2026-12-04`. */
  readonly today: string
  readonly language: Language
  readonly channel: Channel
  readonly city: City
  /** What typed addresses are held against; without it each is taken as written. */
  readonly places?: Places
  /** Goes into the key of every action call, so that two conversations never share one. */
  readonly conversationId: string
  /** Takes out of a text what nobody asked for. */
  readonly mask: MaskText
  /** Options are taken as they were read, however old: for looking at a talk, not for going on with it. */
  readonly keepsOptions?: true
}
