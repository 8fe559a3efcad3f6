// A list is changed by what a resident says at any later point: items go, come, or are put in the place of others.
import type { Frame } from '../contracts/conversation'
import { addItems, indexOfItem, removeItems, replaceItems } from './edit-list'
import type { Correction } from './find-correction'
import { findListChange } from './find-list-change'
import type { ListChange } from './find-list-change'
import { plainLine } from './fold-words'
import type { Interpretation } from './interpretation'
import { isList, listOfQuestion, questionOf } from './list-question'
import { countAskOf, fieldOf, isBlank, moreOf, recordsOf, removeAt } from './list-records'
import { areSame } from './stable-hash'
import type { ListRecord } from './list-records'
import type { AskStep, Dialog } from './model'
import { readAnswer } from './read-answer'
import { readItems } from './read-items'
import { note } from './said'
import { addRead, listIs } from './told-items'
import type { ListTalk } from './told-items'
import type { WalkEnvironment } from './walk-environment'

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
    const records = recordsOf(step, frame.answers[step.name]?.value)
    const talk: ListTalk = { step, records, text, source: 'typed', environment }
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
  const rest = removeItems(step, records, items)
  if (rest !== undefined) return listIs(talk, rest, { corrects: true })
  // Passed on, it would be taken for one more of them. Words that any text can be say nothing of the list.
  const isFree = readItems(step, old, environment).isFree
  return isFree ? undefined : { kind: 'unchanged', said: note(environment.city, 'list.not-there') }
}

/** What a text names if it names nothing else. */
function itemsIn({ step, environment }: ListTalk, text: string): Records {
  const read = readItems(step, text, environment)
  return read.isWhole && read.faults.length === 0 ? read.items : []
}

function replace(
  talk: ListTalk,
  { text, old, isMarked }: Extract<ListChange, { kind: 'replace' }>,
  openHere: string | null,
): Interpretation | undefined {
  const { step, records, environment } = talk
  const read = readItems(step, text, environment)
  // "Nej, ett kylskåp" to "anything more?" is more, and to "how many?" another thing than the one asked about; "nej, två soffor"
  // counts anew what is there.
  if (!isMarked && openHere !== null && !(openHere === moreOf(step.name) && countsAnew(talk, read.items)))
    return undefined
  const [gone] = old === undefined ? [] : itemsIn(talk, old)
  const isFree = read.isFree && (gone === undefined || indexOfItem(step, records, gone) < 0)
  if (!read.isWhole || isFree || (old !== undefined && old !== '' && gone === undefined)) return undefined
  const changed = replaceItems(step, records, read.items, gone)
  if (changed === 'unclear') return { kind: 'reopen', name: step.name }
  if (changed === undefined && read.items.length > 0) return undefined
  if (changed !== undefined && areSame(changed, records)) return undefined
  return addRead(talk, read, { corrects: true }, () => addItems(step, changed ?? records, []))
}

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
