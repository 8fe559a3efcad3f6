// Reads `notify:`: what subscribers are told when something happens, and when they are not to be disturbed.
import { grantedNames, noticeGrants, type NoticeGrant } from '../../../contracts/home-care/home-care'
import { isEmpty, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { AskStep, Dialog, DoStep, Notice, NoticeQuiet } from '../../model/model'
import { subscribeSteps, topicOf } from '../../model/subscribe-steps'
import { readCondition, type DialogReading } from '../names/dialog-reading'
import { noticeProperties, noticeQuietProperties } from '../fields/field-words'
import { NameTable } from '../names/name-table'
import { readResultType } from './read-actions'
import {
  asText,
  checkKeys,
  optionalMap,
  optionalText,
  reportUnusable,
  requireText,
} from '../fields/read-fields'
import { readQuietTime } from '../fields/read-quiet'
import { reportUnknown, type Report } from '../fields/report'

/** A notice with what its texts and its condition may name. */
export interface ReadNotice {
  readonly notice: Notice
  readonly names: NameTable
  /** A name that a subscription keeps → the question whose answer it is. */
  readonly asks: ReadonlyMap<string, AskStep>
}

/** Inputs of a subscription that no notice shows: in a text `{phone}` is the city's own number. */
const unshown = new Set(['topic', 'phone'])

/** The texts stand in the table as `notify.<event>`. D010 for a subscription to a notice that is not there. */
export function readNotices(
  root: YamlMap,
  dialog: Pick<Dialog, 'steps' | 'asks'>,
  reading: DialogReading,
): ReadonlyMap<string, ReadNotice> {
  const notices = new Map<string, ReadNotice>()
  const entries = optionalMap(root, 'notify', reading.report)?.entries ?? []
  const subscribing = subscribeSteps(dialog)
  const events = entries.map(({ key }) => key.text)
  for (const { key, value } of entries) {
    if (value.kind === 'map') {
      const own = subscribing.filter((step) => mayBeFor(step, key.text, events))
      const known = isGranted(value) ? namesGranted() : namesKept(own, dialog.asks, reading)
      const read = readNotice(key, value, known, reading)
      if (read !== undefined) notices.set(key.text, read)
    } else if (isEmpty(value) || asText(value, key.text, reading.report) !== undefined)
      reportBare(key, reading)
  }
  checkTopics(subscribing, events, reading)
  return notices
}

function readNotice(
  event: YamlScalar,
  written: YamlMap,
  { names, asks }: Pick<ReadNotice, 'names' | 'asks'>,
  reading: DialogReading,
): ReadNotice | undefined {
  const { report, texts } = reading
  const where = { sv: 'i ett meddelande under "notify"', en: 'in a notice under "notify"' }
  const map = checkKeys(written, noticeProperties, where, report)
  const grant = readGrant(map, report)
  const gives = readGives(map, names, reading)
  const quiet = readQuiet(map, { ...reading, names })
  const text = requireText(map, 'say', report)
  if (text === undefined) return undefined
  const notice: Notice = {
    kind: 'notice',
    event: event.text,
    place: event.place,
    text: texts.add({ id: `notify.${event.text}`, kind: 'text', text: writtenText(text) }),
    gives,
    ...(grant && { grant }),
    ...(quiet && { quiet }),
  }
  return { notice, names, asks }
}

const isGranted = (map: YamlMap): boolean => valueOf(map, 'grant') !== undefined

/** A grant is registered by staff, so what its notices may show is the same for all. */
function namesGranted(): Pick<ReadNotice, 'names' | 'asks'> {
  const names = new NameTable()
  for (const [name, type] of grantedNames)
    names.set(name, { name, role: 'result', types: [type], codes: [], certain: true, at: undefined })
  return { names, asks: new Map() }
}

function readGrant(map: YamlMap, report: Report): NoticeGrant | undefined {
  const written = optionalText(map, 'grant', report)
  const scope = noticeGrants.find((one) => one === written?.text)
  if (written !== undefined && scope === undefined)
    reportUnknown(report, 'D010', writtenText(written), noticeGrants, {
      sv: 'inget som ett medgivande kan gälla',
      en: 'nothing that a grant can be for',
    })
  return scope
}

/** One whose topic is misspelt may be meant for any of them; that it is misspelt has its finding. */
function mayBeFor(step: DoStep, event: string, events: readonly string[]): boolean {
  const topic = topicOf(step)
  return topic === event || topic === undefined || !events.includes(topic)
}

/** What these subscriptions keep, by the names of the action's inputs. */
function namesKept(
  steps: readonly DoStep[],
  asks: Dialog['asks'],
  { names }: DialogReading,
): Pick<ReadNotice, 'names' | 'asks'> {
  const kept = new NameTable()
  const asked = new Map<string, AskStep>()
  for (const step of steps) {
    for (const { name, expression } of step.with.filter((input) => !unshown.has(input.name))) {
      const source = expression.kind === 'name' ? names.get(expression.name) : undefined
      const ask = expression.kind === 'name' ? asks.get(expression.name) : undefined
      const { types = [], codes = [] } = source ?? {}
      kept.set(name, { name, role: 'result', types, codes, certain: true, at: undefined })
      if (ask !== undefined) asked.set(name, ask)
    }
  }
  kept.someUnknown = names.someUnknown
  return { names: kept, asks: asked }
}

/** D004 for a name that a subscription keeps already. */
function readGives(map: YamlMap, names: NameTable, { report }: DialogReading): Notice['gives'] {
  const gives = new Map<string, string>()
  for (const { key, value } of optionalMap(map, 'gives', report)?.entries ?? []) {
    const { type, codes = [] } = readResultType(key.text, value, report)
    if (names.has(key.text) || unshown.has(key.text))
      report.fault(
        'D004',
        key,
        words(
          `namnet "${key.text}" används redan av prenumerationen`,
          `the name "${key.text}" is used already by the subscription`,
        ),
      )
    gives.set(key.text, type)
    names.set(key.text, { name: key.text, role: 'result', types: [type], codes, certain: true, at: key })
  }
  return gives
}

function readQuiet(map: YamlMap, reading: DialogReading): NoticeQuiet | undefined {
  const { report } = reading
  const quiet = optionalMap(map, 'quiet', report)
  if (quiet === undefined) return undefined
  checkKeys(quiet, noticeQuietProperties, { sv: 'under "quiet"', en: 'under "quiet"' }, report)
  const time = readQuietTime(quiet, report)
  const written = valueOf(quiet, 'unless')
  const unless = written === undefined ? undefined : readCondition(written, 'unless', reading)
  return { ...(time && { time }), ...(unless && { unless }) }
}

const reportBare = (key: YamlScalar, { report }: DialogReading): void =>
  reportUnusable(
    report,
    key,
    `"${key.text}" ska ha rader med say: och det den ger`,
    `"${key.text}" must have lines with say: and what it gives`,
    'Skriv texten på nästa rad, indragen: say: …',
    'Write the text on the next line, indented: say: …',
  )

function checkTopics(
  steps: readonly DoStep[],
  events: readonly string[],
  { report, written }: DialogReading,
): void {
  for (const step of steps) {
    const expression = step.with.find(({ name }) => name === 'topic')?.expression
    const topic = topicOf(step)
    const at = expression === undefined ? undefined : written.get(expression)
    if (topic === undefined || at === undefined || events.includes(topic)) continue
    reportUnknown(report, 'D010', at, events, {
      sv: 'inget meddelande under "notify"',
      en: 'no notice under "notify"',
    })
  }
}
