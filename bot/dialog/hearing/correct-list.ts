// A list is changed by what a resident says at any later point: items go, come, or are put in the place of others.
import type { Frame } from '../../contracts/talk/conversation'
import { addItems, indexOfItem, nameField, removeItem, replaceItems } from './edit-list'
import type { Correction } from './find-correction'
import { findListChange } from './find-list-change'
import type { ListChange } from './find-list-change'
import { plainLine } from '../words/fold-words'
import type { Interpretation } from '../answers/interpretation'
import { isList, listOfQuestion, questionOf } from '../model/list-question'
import { countAskOf, fieldOf, isBlank, moreOf, recordsOf, removeAt } from '../model/list-records'
import { areSame } from '../model/stable-hash'
import type { ListRecord } from '../model/list-records'
import { namesIn, placeOfMeant } from './meant-item'
import type { NamedItem } from './meant-item'
import type { AskStep, Dialog, ListStep } from '../model/model'
import { readAnswer } from '../answers/read-answer'
import { readItems } from '../answers/read-items'
import { note } from '../texts/said'
import { addRead, listIs } from './told-items'
import type { ListTalk } from './told-items'
import type { WalkEnvironment } from '../model/walk-environment'

type Records = readonly ListRecord[]

/** Undefined when the text changes no list: it then goes on to other corrections and to the open question. */
export function readListChange(
  dialog: Dialog,
  frame: Frame,
  text: string,
  correction: Correction | undefined,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const change = findListChange(text, correction)
  if (change === undefined) return undefined
  const openList = listOfQuestion(dialog, frame.open)
  const open = questionOf(dialog, frame.open)
  if (openList === undefined && open !== undefined && isAnswerTo(open, change, text, environment))
    return undefined
  for (const step of dialog.asks.values()) {
    if (!isList(step)) continue
    const given = frame.answers[step.name]
    const records = recordsOf(step, given?.value)
    const written = given?.raw ?? ''
    const talk: ListTalk = { step, records, written, text, source: 'typed', environment }
    const isHere = openList === step
    const read = records.length === 0 ? undefined : applyChange(talk, change, isHere ? frame.open : null)
    if (read !== undefined) return read
  }
  return undefined
}

/** What the open question was asked about goes first; to one for a text only a removal can be nothing else. */
function isAnswerTo(open: AskStep, change: ListChange, text: string, environment: WalkEnvironment): boolean {
  if (open.types.includes('text')) return change.kind !== 'remove' || !/bort|remove|delete/iu.test(text)
  const reading = readAnswer(open, text, environment)
  return reading.kind === 'value' && reading.certainty === 'full'
}

/** @param openHere the name of the open question when it is one of this list */
function applyChange(
  talk: ListTalk,
  change: ListChange,
  openHere: string | null,
): Interpretation | undefined {
  switch (change.kind) {
    case 'remove':
      return remove(talk, change.old)
    case 'replace':
      return replace(talk, change, openHere)
    case 'add':
      return add(talk, change)
    case 'set':
      return change.list === talk.step.name ? set(talk, change.text) : undefined
  }
}

const wholeList = new Set([
  'allt',
  'alla',
  'allihop',
  'alltihop',
  'alltsammans',
  'everything',
  'all',
  'all of it',
])
const lastItem = new Set(
  [
    'sista',
    'den sista',
    'det sista',
    'senaste',
    'den senaste',
    'det senaste',
    'last',
    'the last',
    'the last one',
  ].map(plainLine),
)

function remove(talk: ListTalk, old: string): Interpretation | undefined {
  const { step, records, environment } = talk
  const line = plainLine(old)
  const given = records.filter((record) => !isBlank(record))
  if (wholeList.has(line)) return listIs(talk, [], { corrects: true })
  if (lastItem.has(line)) return listIs(talk, removeAt(given, given.length - 1), { corrects: true })
  const items = itemsIn(talk, old)
  if (items.length === 0) return undefined
  const rest = withoutMeant(talk, items)
  if (rest === 'unclear') return { kind: 'reopen', name: step.name }
  if (rest !== undefined) return listIs(talk, rest, { corrects: true })
  // Passed on, it would be taken for one more of them. Words that any text can be say nothing of the list.
  const isFree = readItems(step, old, environment).isFree
  return isFree ? undefined : { kind: 'unchanged', said: note(environment.city, 'list.not-there') }
}

/** `unclear`: one of them may be this or that item; undefined: one is not in the list. */
function withoutMeant(talk: ListTalk, gone: readonly NamedItem[]): Records | 'unclear' | undefined {
  const { step } = talk
  let { records } = talk
  let names = namesOf(talk)
  for (const named of gone) {
    const place = placeOfMeant(step, records, named, names)
    if (place === 'unclear' || place === undefined) return place
    const left = removeItem(step, records, place, named.item)
    if (left.length < records.length) names = names?.filter((_, at) => at !== place)
    records = left
  }
  return records
}

const namesOf = ({ step, records, written, environment }: ListTalk): readonly string[] | undefined =>
  namesIn(step, records, written, environment)

/** What a text names if it names nothing else. */
function itemsIn({ step, environment }: ListTalk, text: string): readonly NamedItem[] {
  const { items, named, isWhole, faults } = readItems(step, text, environment)
  if (!isWhole || faults.length > 0) return []
  return items.map((item, at) => ({ item, name: named[at] ?? nameIn(step, item) }))
}

function nameIn(step: ListStep, item: ListRecord): string | undefined {
  const name = item[nameField(step)]
  return typeof name === 'string' ? name : undefined
}

function replace(
  talk: ListTalk,
  { text, old, isMarked }: Extract<ListChange, { kind: 'replace' }>,
  openHere: string | null,
): Interpretation | undefined {
  const { step, records, environment } = talk
  const read = readItems(step, text, environment)
  if (!isMarked && openHere !== null && !isRecount(talk, read.items, openHere)) return undefined
  const place = placeOf(talk, old)
  if (place === 'not-there' || !read.isWhole || (read.isFree && place === undefined)) return undefined
  const changed = place === 'unclear' ? place : replaceItems(step, records, read.items, place)
  if (changed === 'unclear') return { kind: 'reopen', name: step.name }
  const isAsBefore = changed === undefined ? read.items.length > 0 : areSame(changed, records)
  if (isAsBefore) return undefined
  return addRead(talk, read, { corrects: true }, () => addItems(step, changed ?? records, []))
}

/** Where the item stands that is to go; undefined where it was not said which. */
function placeOf(talk: ListTalk, old = ''): number | 'unclear' | 'not-there' | undefined {
  if (old === '') return undefined
  const [gone] = itemsIn(talk, old)
  const place = gone && placeOfMeant(talk.step, talk.records, gone, namesOf(talk))
  return place ?? 'not-there'
}

/**
 * "Nej, ett kylskåp" to "anything more?" is more, and to "how many?" another thing than the one asked about; "nej, två soffor"
 * counts anew what is there.
 */
const isRecount = (talk: ListTalk, items: Records, openHere: string): boolean =>
  openHere === moreOf(talk.step.name) && countsAnew(talk, items)

function countsAnew({ step, records }: ListTalk, items: Records): boolean {
  const count = countAskOf(step)
  return (
    count !== undefined &&
    items.length > 0 &&
    items.every((item) => fieldOf(count) in item && indexOfItem(step, records, item) >= 0)
  )
}

function add(
  talk: ListTalk,
  { text, isMarked }: Extract<ListChange, { kind: 'add' }>,
): Interpretation | undefined {
  const read = readItems(talk.step, text, talk.environment)
  if (!read.isWhole || (read.isFree && !isMarked)) return undefined
  return addRead(talk, read, { corrects: true, certainty: 'full' })
}

function set(talk: ListTalk, text: string): Interpretation | undefined {
  const read = readItems(talk.step, text, talk.environment)
  return read.isWhole
    ? addRead(talk, read, { corrects: true }, (items) => addItems(talk.step, [], items))
    : undefined
}
