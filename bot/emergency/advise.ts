// What to do now for a text as typed: for channels, where a message cannot be kept or must wait.
import type { Language } from '../contracts/talk/language'
import type { Channel } from '../contracts/talk/message'
import { adviceFor } from './advice'
import { spotEmergency } from './spot-emergency'

export interface Advice {
  /** Plain sentences. */
  readonly text: string
  readonly language: Language
}

/** Undefined for anything that is no cry for help. */
export function advise(text: string, channel: Channel = 'web'): Advice | undefined {
  const emergency = spotEmergency(text)
  return emergency && { text: adviceFor(emergency, channel), language: emergency.language }
}
