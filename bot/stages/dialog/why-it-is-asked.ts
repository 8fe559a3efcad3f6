// What staff wrote about why the open question is asked.
import { questionOf } from '../../dialog/model/list-question'
import type { OpenDialog } from '../turn/open-dialog'
import type { Utterance } from '../turn/utterance'

/** Empty where they wrote nothing. */
export function whyItIsAsked({ dialog, frame }: OpenDialog): readonly Utterance[] {
  const why = questionOf(dialog, frame.open)?.why
  return why === undefined ? [] : [{ kind: 'said', said: { id: why.id, kind: 'say', text: why, values: {} } }]
}
