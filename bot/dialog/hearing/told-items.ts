// From changed records to an interpretation: the new answer of the list, and what is told about items that did not come in.
import { listFormat } from '../../contracts/basics/formats'
import type { ReadValue } from '../model/read-value'
import { addItems } from './edit-list'
import type { Interpretation } from '../answers/interpretation'
import type { Certainty } from '../model/answer-reading'
import { moreOf } from '../model/list-records'
import { namesIn } from './meant-item'
import type { ListRecord } from '../model/list-records'
import type { ListStep } from '../model/model'
import type { ReadItems } from '../answers/read-items'
import { note } from '../texts/said'
import type { Said } from '../texts/said'
import type { WalkEnvironment } from '../model/walk-environment'

export interface ListTalk {
  readonly step: ListStep
  readonly records: readonly ListRecord[]
  /** What they were read from. */
  readonly written: string
  /** What the resident wrote or tapped. */
  readonly text: string
  readonly source: ReadValue['source']
  readonly environment: WalkEnvironment
}

interface Meant {
  readonly certainty?: Certainty
  readonly corrects?: boolean
  readonly told?: readonly Said[]
}

export function listIs(
  talk: ListTalk,
  records: readonly ListRecord[],
  { certainty = 'full', corrects = false, told = [] }: Meant = {},
): Interpretation {
  const { step, source } = talk
  const answers = [{ name: step.name, value: records, raw: writtenFor(talk, records), source }]
  return { kind: 'answers', answers, certainty, corrects, told }
}

/**
 * Earlier words too as long as they and these give the list as it is: what an item was called tells it from others. Words that
 * took something away name nothing that is there.
 */
function writtenFor(talk: ListTalk, records: readonly ListRecord[]): string {
  const { step, written, text, environment } = talk
  if (records.length < talk.records.length) return ''
  const all = `${written}, ${text}`
  return namesIn(step, records, all, environment) === undefined ? text : all
}

/** "Something more?": yes begins an item, no closes the list. */
export function moreIs({ step, text, source }: ListTalk, value: boolean): Interpretation {
  const answers = [{ name: moreOf(step.name), value, raw: text, source }]
  return { kind: 'answers', answers, certainty: 'full', corrects: false }
}

export const nothingMore = ({ name }: ListStep, raw: string): ReadValue => ({
  name: moreOf(name),
  value: false,
  raw,
  source: 'extracted',
})

/** Adds what was read, and tells what cannot be added: undefined when nothing was read. */
export function addRead(
  talk: ListTalk,
  read: ReadItems,
  meant: Meant = {},
  change: (items: readonly ListRecord[]) => ReturnType<typeof addItems> = (items) =>
    addItems(talk.step, talk.records, items),
): Interpretation | undefined {
  const { step, environment } = talk
  const told = read.faults.map(({ why, values }) => note(environment.city, why, values))
  const { records, isFull } = change(read.items)
  if (isFull) told.push(note(environment.city, 'list.full', { max: step.list.max }))
  if (read.items.length > 0 && read.leftOut.length > 0)
    told.push(note(environment.city, 'list.left-out', { parts: partsInWords(read.leftOut, environment) }))
  if (read.items.length === 0 || (isFull && records.length <= talk.records.length)) {
    const [first, ...rest] = told
    if (first === undefined) return undefined
    return rest.length === 0
      ? { kind: 'invalid', name: step.name, said: first }
      : listIs(talk, talk.records, { ...meant, told })
  }
  const certainty = read.isFree ? 'free' : read.isWhole ? 'full' : 'part'
  return listIs(talk, records, { certainty, ...meant, told })
}

const partsInWords = (parts: readonly string[], { language }: WalkEnvironment): string =>
  listFormat(language, { type: 'unit', style: 'short' }).format(parts)
