// An errand becomes a case with a number, kept in the same commit as the turn that made it.
import { toLocalTime } from '../hours/local-time'
import type { BuiltInAction } from './built-in-action'

/** Working days within which a case of this urgency is normally mended; sample figures of the pilot. */
const caseDays = { urgent: 1, normal: 5 } as const

/** Gives `case_number` like `F-2026-000123`: a number per year, without gaps, the same for a repeated call. */
export const createCase: BuiltInAction = async (call, { store, city }) => {
  const year = toLocalTime(call.now, city.timeZone).date.slice(0, 4)
  const number = await store.allocateNumber(`F-${year}`, call.idempotencyKey)
  const caseNumber = `F-${year}-${String(number).padStart(6, '0')}`
  const urgent = call.inputs['urgent'] === true
  return {
    kind: 'done',
    gives: { case_number: caseNumber, case_days: urgent ? caseDays.urgent : caseDays.normal },
    records: [
      {
        collection: 'case',
        id: caseNumber,
        conversationId: call.conversationId,
        value: {
          number: caseNumber,
          status: 'Inskickat',
          channel: call.channel,
          at: call.now.toISOString(),
          facts: call.inputs,
        },
      },
    ],
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
