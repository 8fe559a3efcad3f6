// An errand becomes a case with a number, kept in the same commit as the turn that made it.
import { openCase } from '../cases/open-case'
import { sentFilesIn } from '../contracts/talk/sent-file'
import { placeOfCase } from '../places/place-of-case'
import { textInput, type BuiltInAction } from './built-in-action'

/** Working days within which a case of this urgency is normally mended; sample figures of the pilot. */
const caseDays = { urgent: 1, normal: 5 } as const

/** Gives `case_number` like `F-2026-000123`: a number per year, without gaps, the same for a repeated call. */
export const createCase: BuiltInAction = async (call, { store, city, places }) => {
  const urgent = call.inputs['urgent'] === true
  const place = textInput(call, 'place') || textInput(call, 'address')
  const description = textInput(call, 'text')
  const { anonymous, ...facts } = call.inputs
  // Who was told that they may be anonymous and left no contact is not reached by the number they write from either.
  const isAnonymous = anonymous === 'allowed' && textInput(call, 'contact') === ''
  const { made, records, outbox } = await openCase(
    {
      class: textInput(call, 'category'),
      facts,
      files: sentFilesIn(call.inputs),
      urgent,
      channel: call.channel,
      language: call.language,
      conversationId: call.conversationId,
      key: call.idempotencyKey,
      at: call.now,
      ...(call.worded && { worded: call.worded }),
      ...(place !== '' && { place: placeOfCase(place, places) }),
      ...(description !== '' && { description }),
      ...(call.owner !== undefined && { owner: call.owner }),
      ...(call.phone && !isAnonymous && { phone: call.phone }),
    },
    { store, city },
  )
  return {
    kind: 'done',
    gives: { case_number: made.number, case_days: urgent ? caseDays.urgent : caseDays.normal },
    records,
    outbox,
  }
}

/** A case of one category for errands that name none; gives only its `case_number`. */
export const caseOf =
  (category: string): BuiltInAction =>
  async (call, context) => {
    const made = await createCase({ ...call, inputs: { ...call.inputs, category } }, context)
    if (made.kind !== 'done') return made
    const { case_number } = made.gives
    return { ...made, gives: case_number === undefined ? {} : { case_number } }
  }
