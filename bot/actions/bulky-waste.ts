// Sample registers of the waste department for the pilot, until the city's own are connected.
import { z } from 'zod'
import { weekMs } from '../contracts/basics/durations'
import type { ActionCall, ActionResult } from '../contracts/cases/action'
import type { RecordWrite, StoredRecord } from '../contracts/store/store'
import { toLocalTime } from '../hours/local-time'
import { textInput, type ActionContext, type BuiltInAction } from './built-in-action'

/** Pickups one address may have a day in the sample register. */
const pickupsADay = 20
const freePickupsAYear = 2
/** After a day's pickups nobody books one for it any more. */
const rememberedMs = weekMs

/** Sample rule: an address with an apartment word is a flat, every other a house with its free pickups left. */
export const findWasteCustomer: BuiltInAction = (call) => {
  const address = textInput(call, 'address')
  if (!/\p{L}/u.test(address)) return { kind: 'failed', failure: 'not_found' }
  const housing = /\b(lgh|lägenhet|apartment|flat)\b/iu.test(address) ? 'flat' : 'house'
  return { kind: 'done', gives: { housing, free_left: housing === 'house' ? freePickupsAYear : 0 } }
}

/** Gives `booking_id` like `G-20261201-07`; fails with `slot_taken` when the day is full, or has come since it was offered. */
export const bookPickup: BuiltInAction = async (call, { store, city }) => {
  const slot = textInput(call, 'slot')
  if (slot <= toLocalTime(call.now, city.timeZone).date) return { kind: 'failed', failure: 'slot_taken' }
  const day = slot.replaceAll('-', '')
  const toDayMs = Date.parse(slot) - call.now.getTime() || 0
  const number = await store.allocateNumber(`G-${day}`, call.idempotencyKey, toDayMs + rememberedMs)
  if (number > pickupsADay) return { kind: 'failed', failure: 'slot_taken' }
  const bookingId = `G-${day}-${String(number).padStart(2, '0')}`
  return {
    kind: 'done',
    gives: { booking_id: bookingId },
    records: [recordOf(bookingId, { status: 'Inskickat', facts: call.inputs }, call)],
  }
}

/**
 * Under its own number while its day stays, else under one of the new day, and the old one is cancelled. What was to be fetched by
 * today stays as it was, and is booked anew.
 */
export const movePickup: BuiltInAction = async (call, context) => {
  const { booking_id: before, ...inputs } = call.inputs
  const asked = { ...call, inputs }
  const booked = typeof before === 'string' ? await context.store.record('case', before) : undefined
  const facts = booking.safeParse(booked?.value).data?.facts
  if (typeof before !== 'string' || facts === undefined || hasCome(facts['slot'], call, context.city))
    return bookPickup(asked, context)
  if (facts['slot'] === inputs['slot'])
    return {
      kind: 'done',
      gives: { booking_id: before },
      records: [recordOf(before, { ...bookingOf(booked), status: 'Inskickat', facts: inputs }, call)],
    }
  return withRecord(
    await bookPickup(asked, context),
    recordOf(before, { ...bookingOf(booked), status: 'Avbokat' }, call),
  )
}

const hasCome = (slot: unknown, { now }: ActionCall, { timeZone }: ActionContext['city']): boolean =>
  typeof slot === 'string' && slot <= toLocalTime(now, timeZone).date

const withRecord = (result: ActionResult, record: RecordWrite): ActionResult =>
  result.kind === 'done' ? { ...result, records: [...(result.records ?? []), record] } : result

const recordOf = (
  number: string,
  value: Readonly<Record<string, unknown>>,
  { conversationId, channel, now }: ActionCall,
): RecordWrite => ({
  collection: 'case',
  id: number,
  conversationId,
  value: { ...value, number, channel, at: now.toISOString() },
})

/**
 * In the sample register the cancellation takes the booking's place, so that its number is not given out again. What was booked
 * stays readable: staff see what is not to be fetched any more.
 */
export const cancelPickup: BuiltInAction = async (call, { store }) => {
  const bookingId = textInput(call, 'booking_id')
  const booked = bookingOf(await store.record('case', bookingId))
  return { kind: 'done', gives: {}, records: [recordOf(bookingId, { ...booked, status: 'Avbokat' }, call)] }
}

/** Nothing where it is gone. */
const bookingOf = (
  record: StoredRecord | undefined,
): { readonly bookedAt?: string; readonly facts?: unknown } => {
  const booked = booking.safeParse(record?.value).data
  return booked === undefined ? {} : { facts: booked.facts, bookedAt: booked.bookedAt ?? booked.at }
}

const booking = z.object({
  at: z.string(),
  bookedAt: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
})
