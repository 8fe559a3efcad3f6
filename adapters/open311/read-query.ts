// Which service requests are asked for: the filters of GeoReport v2 with the paging that Chicago, Boston and Toronto added.
import { dayMs, hourMs } from '../../bot/contracts/basics/durations'
import type { PublicCaseQuery } from '../../bot/contracts/cases/public-cases'
import { deepestRow, Fault } from './fault'
import { countField, listField, textField, timeField } from './read-fields'

const windowMs = 90 * dayMs
/** Of clocks that are ahead, and of a day of ninety days with another hour in it. */
const leewayMs = hourMs
const mostPerPage = 1_000
const mostPages = 100

/** Without dates the last 90 days; at most so long between two. @throws Fault naming the field. */
export function readQuery(fields: URLSearchParams, now: Date): PublicCaseQuery {
  const limit = countField(fields, 'page_size', { most: mostPerPage, usual: mostPerPage })
  const page = countField(fields, 'page', { most: mostPages, usual: 1 })
  if (page * limit > deepestRow) throw new Fault('too-deep')
  const { from, to } = readWindow(timeField(fields, 'start_date'), timeField(fields, 'end_date'), now)
  const services = listField(fields, 'service_code')
  const status = readStatus(fields)
  return {
    from,
    to,
    skip: (page - 1) * limit,
    limit,
    ...(services && { services }),
    ...(status && { status }),
  }
}

function readWindow(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  const to =
    end ?? (start === undefined ? now : new Date(Math.min(now.getTime(), start.getTime() + windowMs)))
  const from = start ?? new Date(to.getTime() - windowMs)
  const spanMs = to.getTime() - from.getTime()
  if (spanMs > windowMs + leewayMs) throw new Fault('value-bad', 'start_date')
  // A window that ends before it begins, or begins tomorrow, has nothing in it.
  return spanMs < 0 ? { from: to, to: new Date(to.getTime() - 1) } : { from, to }
}

/** Both words ask for all. */
function readStatus(fields: URLSearchParams): PublicCaseQuery['status'] {
  const words = textField(fields, 'status', 40)
    ?.split(',')
    .map((word) => word.trim())
  if (words === undefined) return undefined
  if (!words.every((word) => word === 'open' || word === 'closed')) throw new Fault('value-bad', 'status')
  const [word] = [...new Set(words)].length === 1 ? words : []
  return word === 'open' || word === 'closed' ? word : undefined
}
