// An answer said back, so that the resident sees what was made of their words: "Noterat: Plats är Storgatan 12."
import type { GivenAnswer } from '../../contracts/talk/conversation'
import { areEarlyDays } from '../answers/early-days'
import { labelOf } from '../model/label-of'
import type { Dialog } from '../model/model'
import { note, type Said } from '../texts/said'
import { showInWords, textIn } from '../showing/show-value'
import type { WalkEnvironment } from '../model/walk-environment'

/** None where the dialog has no word for it, and of a day while nobody knows whether it is on offer. */
export function readBack(
  key: 'dialog.changed' | 'dialog.noted',
  dialog: Dialog,
  name: string,
  given: GivenAnswer | undefined,
  environment: WalkEnvironment,
): readonly Said[] {
  const label = labelOf(dialog, name)
  if (label === undefined || given === undefined || areEarlyDays(given.value)) return []
  const value = showInWords(dialog, name, given.value, environment, given)
  return [note(environment.city, key, { label: textIn(label, environment.language), value })]
}
