// The public part of the city's cases behind its port: over the store, the dialog in which faults are reported, and the places.
import { openCase } from '../cases/open-case'
import { readCase } from '../cases/read-case'
import type { Content } from '../content/content'
import type { Case, MadeCase } from '../contracts/cases/case'
import type { Clock } from '../contracts/basics/clock'
import { sourceLanguage } from '../contracts/talk/language'
import {
  type CaseService,
  type PublicCase,
  type PublicCaseQuery,
  type PublicCases,
  type PublicReport,
  type Reported,
} from '../contracts/cases/public-cases'
import type { Store } from '../contracts/store/store'
import { textIn } from '../dialog/showing/show-value'
import type { WalkEnvironment } from '../dialog/model/walk-environment'
import { isWithinDays } from '../dialog/model/within-days'
import { toLocalTime } from '../hours/local-time'
import { maskInCity } from '../privacy/mask-in-city'
import { isSaidFirst, saidFirstMs } from '../cases/said-first'
import { caseServices } from './case-services'
import { fillForm } from './fill-form'
import { findCases } from './find-cases'
import { reportForm, type ReportForm } from './report-form'
import { showCase } from './show-case'

export interface PublicCasesParts {
  readonly store: Pick<
    Store,
    'record' | 'recordsUnder' | 'putRecord' | 'enqueue' | 'allocateNumber' | 'keepOnce'
  >
  readonly content: () => Content
  readonly clock: Clock
  /** Id of the dialog in which faults are reported. */
  readonly dialog: string
  /** Whether only reports made here are shown, or those of the city's own chat too. */
  readonly shows: 'all' | 'own'
}

export function createPublicCases(parts: PublicCasesParts): PublicCases {
  return {
    services: () => (takesReports(parts) ? servicesNow(parts) : []),
    report: (report) => makeCase(report, parts),
    find: (query) => find(query, parts),
    async byNumber(number) {
      const found = await readCase(parts.store, number)
      return found && shower(parts)(found)
    },
  }
}

function formNow({ content, dialog }: PublicCasesParts): ReportForm | undefined {
  const found = content().dialogs.get(dialog)
  return found && reportForm(found)
}

/** Whether the dialog could begin today; what was reported on one of its days is shown after them too. */
function takesReports({ content, clock, dialog }: PublicCasesParts): boolean {
  const { dialogs, city } = content()
  const found = dialogs.get(dialog)
  return found !== undefined && isWithinDays(found, toLocalTime(clock.now(), city.timeZone).date)
}

function servicesNow(parts: PublicCasesParts): readonly CaseService[] {
  const form = formNow(parts)
  if (form === undefined) return []
  const department = parts.content().city.departments.get(form.dialog.owner)
  return caseServices(
    form,
    department === undefined ? form.dialog.owner : textIn(department.name, sourceLanguage),
  )
}

function environmentOf({ content, clock }: PublicCasesParts, key: string): WalkEnvironment {
  const { city, places } = content()
  const now = clock.now()
  const mask = maskInCity(city, now)
  return {
    now,
    today: toLocalTime(now, city.timeZone).date,
    language: sourceLanguage,
    channel: 'web',
    city,
    places,
    conversationId: key,
    mask: (text, readable = []) => mask(text, { readable }).text,
  }
}

/** Safe to repeat: a report with the same key gets the number it got first, and its department is told once. */
async function makeCase(report: PublicReport, parts: PublicCasesParts): Promise<Reported> {
  const { store, content } = parts
  const form = formNow(parts)
  if (form === undefined || !takesReports(parts)) return { kind: 'refused', why: 'unknown-service' }
  const environment = environmentOf(parts, report.key)
  const filled = fillForm(form, report, environment)
  if (filled.kind === 'refused') return filled
  if (!(await isSaidFirst(store, `open311/${report.key}`, inOneOrder(report))))
    return { kind: 'refused', why: 'key-used' }
  const { facts, worded, place, description } = filled
  // Of its first time: a repeat after new year is numbered by the year in which it was reported.
  const at = await store.keepOnce(`first/open311/${report.key}`, environment.now.toISOString(), saidFirstMs)
  const { made, records, outbox } = await openCase(
    {
      class: report.service,
      facts,
      worded,
      files: [],
      urgent: facts['urgent'] === true,
      channel: 'open311',
      language: sourceLanguage,
      place,
      owner: form.dialog.owner,
      key: `open311/${report.key}`,
      at: new Date(at),
      ...(description !== undefined && { description }),
    },
    { store, city: content().city },
  )
  if ((await store.record('case', made.number)) === undefined)
    for (const record of records) await store.putRecord(record)
  for (const entry of outbox) await store.enqueue(entry)
  return { kind: 'reported', number: made.number }
}

/** All that was reported, as it came. */
const inOneOrder = ({ service, address, point, description, attributes, contact }: PublicReport) => [
  service,
  address,
  point?.lat,
  point?.lon,
  description,
  [...attributes].sort(([one], [other]) => (one < other ? -1 : 1)),
  contact,
]

const mayShow = ({ channel }: MadeCase, { shows }: PublicCasesParts): boolean =>
  shows === 'all' || channel === 'open311'

type Show = (found: Case) => PublicCase | undefined

/** What is the same for all cases of one answer is made once. */
function shower(parts: PublicCasesParts): Show {
  const services = new Map(servicesNow(parts).map((service) => [service.code, service]))
  const { city, places } = parts.content()
  const mask = maskInCity(city, parts.clock.now())
  return (found) => {
    const service = services.get(found.class)
    if (service === undefined || !mayShow(found, parts)) return undefined
    return showCase(found, service, { city, places, mask: (text) => mask(text).text })
  }
}

const find = (query: PublicCaseQuery, parts: PublicCasesParts): Promise<readonly PublicCase[]> =>
  findCases(query, {
    store: parts.store,
    classes: servicesNow(parts)
      .map(({ code }) => code)
      .filter((code) => query.services?.includes(code) ?? true),
    show: shower(parts),
    mayShow: (made) => mayShow(made, parts),
  })
