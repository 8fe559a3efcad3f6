// From changed records to an interpretation: the new answer of the list, and what is told about items that did not come in.
import { listFormat } from '../contracts/formats'
import type { ReadValue } from './read-value'
import { addItems } from './edit-list'
import type { Interpretation } from './interpretation'
import type { Certainty } from './answer-reading'
import { moreOf } from './list-records'
import type { ListRecord } from './list-records'
import type { ListStep } from './model'
import type { ReadItems } from './read-items'
import { note } from './said'
import type { Said } from './said'
import type { WalkEnvironment } from './walk-environment'

export interface ListTalk {
  readonly step: ListStep
  readonly records: readonly ListRecord[]
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
  { step, text, source }: ListTalk,
  records: readonly ListRecord[],
  { certainty = 'full', corrects = false, told = [] }: Meant = {},
): Interpretation {
  const answers = [{ name: step.name, value: records, raw: text, source }]
  return { kind: 'answers', answers, certainty, corrects, told }
}

/** "Something more?": yes begins an item, no closes the list. */
export function moreIs({ step, text, source }: ListTalk, value: boolean): Interpretation {
  const answers = [{ name: moreOf(step.name), value, raw: text, source }]
  return { kind: 'answers', answers, certainty: 'full', corrects: false }
}

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
