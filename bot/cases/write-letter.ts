// The deed of an outbox entry `letter`: who left an e-mail address on the web reads there how far their case has come.
//
// The address was not proved to be theirs, so a letter says the number and the status, and that is all it says of them.
import type { Case, CaseEvent } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { dayMs } from '../contracts/basics/durations'
import type { Letter, SendLetter } from '../contracts/cases/letter'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { takePlace } from '../contracts/store/take-place'
import { keyedHash } from '../privacy/keyed-hash'
import { toEntryResult } from '../outbox/desk-result'
import { formatIn } from './case-format'
import { isLastNews } from './case-news'
import { nameOf, statusKey } from './case-words'
import { readErrand } from './read-errand'
import { isStopped, stopTokenOf } from './stop-letters'

/** Letters to one address within a day, whatever cases they are of: nobody's mailbox is filled with ours. */
export const mostLettersADay = 10
/** Later it is no news. */
const usefulMs = 3 * dayMs

/** Where news of a case are written to; undefined where no address was left on the web. */
export function mailboxOf({ channel, facts }: Pick<Case, 'channel' | 'facts'>): string | undefined {
  const contact = facts['contact']
  return channel === 'web' && typeof contact === 'string' && contact.includes('@') ? contact : undefined
}

export interface WriteLetterParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'keepOnce' | 'spendOnce'>
  readonly city: () => City
  readonly send: SendLetter
  /** The page at which letters of a case are stopped. */
  readonly stopUrl: (number: string, token: string) => string
  readonly clock: Clock
}

/** All that may have changed since it was put there is asked now: whether the case is there, whether they want it. */
export const writeLetter =
  (parts: WriteLetterParts): DoEntry =>
  async ({ id, payload }) => {
    const { store, send, clock } = parts
    const errand = await readErrand(store, payload)
    if (errand.kind !== 'errand') return errand
    const { told, event } = errand
    const to = mailboxOf(told)
    if (to === undefined) return { kind: 'dropped', reason: 'no address was left' }
    if (!isLastNews(told, event)) return { kind: 'dropped', reason: 'a newer letter says it all' }
    if (clock.now().getTime() - Date.parse(event.at) > usefulMs)
      return { kind: 'dropped', reason: 'it is no news any more' }
    if (await isStopped(store, told.number)) return { kind: 'dropped', reason: 'no more letters are wanted' }
    if (!(await mayBeWritten(store, id, to)))
      return { kind: 'dropped', reason: 'the address has got all it may get today' }
    return toEntryResult(await send(await word(told, event, to, parts), id))
  }

async function word(
  told: Case,
  { kind }: CaseEvent,
  to: string,
  { store, city, stopUrl }: WriteLetterParts,
): Promise<Letter> {
  const { number, language } = told
  const format = formatIn(city(), language, 'web')
  const subject = format('letter.news', { number, status: format(statusKey(told)) })
  const department = nameOf(told.department, { city: city(), language })
  const link = stopUrl(number, await stopTokenOf(store, number))
  const lines = [
    `${subject}.`,
    ...(kind === 'moved' ? [format('case.moved', { number, department })] : []),
    format('letter.more', { number }),
    format('letter.stop', { link }),
    city().name,
  ]
  return { to, subject, text: `${lines.join('\n\n')}\n`, stopUrl: link }
}

/** A letter that is tried again was counted the first time. */
async function mayBeWritten(store: WriteLetterParts['store'], letter: string, to: string): Promise<boolean> {
  if (!(await store.spendOnce(`letter-counted/${letter}`, usefulMs + dayMs))) return true
  const mailbox = await keyedHash(store, `letter to ${to.toLowerCase()}`)
  return takePlace(store, `letter/${mailbox}`, { most: mostLettersADay, spanMs: dayMs })
}
