// Whether a dialog hands something in: a report, an application, a booking.
import { madeOnce } from '../../contracts/basics/made-once'
import { findAddresses } from '../../dialog/words/find-addresses'
import type { Dialog } from '../../dialog/model/model'
import { flatten } from '../../dialog/model/step-tree'
import type { Turn } from '../turn/turn'

/** It hands something in; what only tells something, as of opening hours, is said beside an errand. */
const handsIn = madeOnce(({ steps }: Dialog): boolean =>
  flatten(steps).some(({ kind }) => kind === 'confirm'),
)

/** To be called is a way to go about the errand beside it, rather than one of its own. */
export function isErrand({ content }: Turn, id: string): boolean {
  const dialog = content.dialogs.get(id)
  return dialog !== undefined && id !== content.city.callBackDialog && handsIn(dialog)
}

/** The dialog asks for a place, and the text says it. */
export function saysWhere({ content }: Turn, id: string, text: string): boolean {
  const asks = [...(content.dialogs.get(id)?.asks.values() ?? [])]
  return asks.some(({ types }) => types.includes('address')) && findAddresses(text, content.city).length > 0
}
