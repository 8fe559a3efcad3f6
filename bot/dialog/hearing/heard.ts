// What came of hearing a message in an open dialog.
import type { Frame } from '../../contracts/talk/conversation'
import type { ReadValue } from '../model/read-value'
import type { Said } from '../texts/said'

export interface Heard {
  /**
   * `moved`: the frame is to be walked. `refused`: what was said was no good answer, and counts as a miss. `asked-which`:
   * the resident is asked what to change. `settled`: it has been sent already, so a person is offered.
   */
  readonly kind: 'moved' | 'refused' | 'asked-which' | 'settled' | 'not-understood'
  readonly frame: Frame
  readonly said: readonly Said[]
  /** Of `settled`: what the resident wanted to change, as far as it was said. */
  readonly wanted?: { readonly answers: readonly ReadValue[]; readonly name: string | null }
}
