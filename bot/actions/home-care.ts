// What a relative sees of the visits, and which texts they choose: only under a grant that stands at this moment.
import type { ActionCall } from '../contracts/cases/action'
import { listFormat } from '../contracts/basics/formats'
import { grantAudit } from '../home-care/audit-grant'
import { aliasFault } from '../home-care/alias'
import { chooseTexts } from '../home-care/choose-texts'
import { dayOfClient } from '../home-care/day-of-client'
import { lacksEvents } from '../home-care/feed-trouble'
import { feedState } from '../home-care/feed-pulse'
import { grantsForLooking, standingGrantsOf, wishedTexts, type StandingGrant } from '../home-care/grant'
import { waitingTimes } from '../home-care/policy'
import { wordDay } from '../home-care/word-visits'
import { toLocalTime } from '../hours/local-time'
import { languageOfWords, textInput, type ActionContext, type BuiltInAction } from './built-in-action'

/** Of all that is wrong with a number nothing is said but this, so that it does not tell whether there is a client. */
const unknown = { kind: 'failed', failure: 'unknown_relative' } as const

const forLooking = (call: ActionCall, store: ActionContext['store']): Promise<readonly StandingGrant[]> =>
  grantsForLooking(store, textInput(call, 'phone'), call.now)

/** By the names that the relative has chosen. */
export const clientOfRelative: BuiltInAction = async (call, { store }) => {
  const grants = await forLooking(call, store)
  if (grants.length === 0) return unknown
  const client = listFormat(languageOfWords(call), { type: 'conjunction' }).format(
    grants.map(({ alias }) => alias),
  )
  return { kind: 'done', gives: { client, several: grants.length > 1 } }
}

/** Each look is a line of the audit, also one that finds the feed silent. */
export const latestVisit: BuiltInAction = async (call, { store, city }) => {
  const { now, channel } = call
  const language = languageOfWords(call)
  const grants = await forLooking(call, store)
  const records = grants.map(({ id }) =>
    grantAudit(id, { what: 'looked', by: 'relative', now, more: { channel }, once: call.idempotencyKey }),
  )
  const feed = await feedState(store, waitingTimes(city).silentMs, now)
  // What was kept back is still coming: a visit that looks unregistered may be among it.
  if (feed !== 'alive')
    return {
      kind: 'done',
      gives: { visit_state: feed === 'silent' ? 'no_data' : 'on_its_way', visits: '' },
      records,
    }
  const { timeZone } = city
  const { date } = toLocalTime(now, timeZone)
  const days = await Promise.all(
    grants.map(async ({ alias, clientRef }) => {
      const visits = await dayOfClient(store, clientRef, date, timeZone)
      const mayBeNone = visits.length > 0 || !(await lacksEvents(store, now))
      return wordDay(alias, visits, mayBeNone, { timeZone, language, now })
    }),
  )
  return { kind: 'done', gives: { visit_state: 'shown', visits: days.join('. ') }, records }
}

/** A name is set where there is one client only: it could not be said which of several is meant. */
export const setVisitTexts: BuiltInAction = async (call, { store, city }) => {
  const alias = textInput(call, 'alias')
  if (alias !== '' && aliasFault(alias) !== undefined) return { kind: 'failed', failure: 'bad_alias' }
  const texts = wishedTexts.find((one) => one === textInput(call, 'texts'))
  const grants = await standingGrantsOf(store, textInput(call, 'phone'), call.now)
  if (texts === undefined || grants.length === 0) return { kind: 'failed', failure: 'unavailable' }
  const night = call.inputs['night']
  const wish = {
    texts,
    ...(typeof night === 'boolean' && { night }),
    ...(grants.length === 1 && alias !== '' && { alias: alias.trim() }),
  }
  const { idempotencyKey: once, now } = call
  return { kind: 'done', gives: {}, ...chooseTexts(grants, wish, { by: 'relative', now, once }, city) }
}
