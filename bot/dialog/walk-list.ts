// The walk at a list: item by item and inner question by inner question, then "anything more?", until it is closed or full.
import type { GivenAnswer } from '../contracts/conversation'
import type { Value } from '../contracts/value'
import { holds } from './evaluate'
import type { Scope } from './evaluate'
import { changeQuestion } from './list-change-question'
import { questionsOfList } from './list-question'
import { fieldOf, isBlank, moreOf, recordsOf, replaceAt, skipOf, withoutField } from './list-records'
import type { ListRecord } from './list-records'
import type { AskStep, ListStep } from './model'
import { refusalOf } from './refusal'
import type { Said } from './said'
import { showAnswer } from './show-value'
import type { WalkProgress } from './walk-progress'
import type { Stop } from './stop'

export type Asks = Extract<Stop, { kind: 'asks' }>

/** One item under way. */
interface Item {
  readonly index: number
  readonly given: ListRecord
  /** The answers that count, defaults among them, as far as the walk has come. */
  readonly fields: Map<string, Value>
}

/**
 * Passes a closed or full list with every inner question answered, or stops at what is missing. Inner conditions see the
 * fields of their own item first and then what the walk came by before the list.
 */
export function askList(step: ListStep, progress: WalkProgress): Asks | undefined {
  const answer = progress.answerOf(step.name)
  const records = recordsOf(step, answer?.value)
  if (answer === undefined || records.every(isBlank)) return askFirst(step, progress)
  if (progress.isOpen(step.name) && !progress.isParked(step.name))
    return { kind: 'asks', ...changeQuestion(step, records, progress.environment) }
  const items: Item[] = []
  let stop: Asks | undefined
  for (const [index, given] of records.entries()) {
    const item: Item = { index, given, fields: new Map() }
    items.push(item)
    stop = fillItem(step, item, answer, progress)
    if (stop !== undefined) break
  }
  const filled = items.map(({ fields }) => Object.fromEntries(fields))
  if (!allowsList(step, filled, progress)) return refuseList(step, filled, progress)
  if (stop === undefined && !isClosed(step, records, progress)) stop = askMore(step, progress)
  if (stop === undefined) {
    progress.passList(step, answer, filled)
    return undefined
  }
  progress.unpark(step.name)
  progress.waitFor(stop.step.name)
  return stop
}

function askFirst(step: ListStep, progress: WalkProgress): Asks | undefined {
  if (progress.isSkipped(step.name) && !progress.isOpen(step.name)) {
    progress.passed.push({ name: step.name, how: 'skipped' })
    return undefined
  }
  progress.waitFor(step.name)
  return {
    kind: 'asks',
    step: questionsOfList(step).first,
    question: progress.word('question', step.question, step.scope),
  }
}

/** "Nothing more" closes a list, and so does having no room. */
function isClosed(step: ListStep, records: readonly ListRecord[], progress: WalkProgress): boolean {
  const more = moreOf(step.name)
  return (
    records.length >= step.list.max || (progress.answerOf(more)?.value === false && !progress.isOpen(more))
  )
}

const askMore = (step: ListStep, progress: WalkProgress): Asks => ({
  kind: 'asks',
  step: questionsOfList(step).more,
  question: progress.word('question', step.list.more, step.scope),
})

/** Goes through the inner questions of one item; stops at the first that has no answer. */
function fillItem(step: ListStep, item: Item, answer: GivenAnswer, progress: WalkProgress): Asks | undefined {
  const scope = scopeOfItem(step, item, progress)
  for (const inner of step.list.each) {
    if (inner.onlyIf !== undefined && !holds(inner.onlyIf, scope)) continue
    const field = fieldOf(inner)
    const value = item.given[field] ?? inner.default
    if (value === undefined) {
      if (progress.isSkipped(skipOf(step.name, item.index, field))) continue
      return askInner(step, inner, item, progress)
    }
    item.fields.set(field, value)
    if (inner.must === undefined || holds(inner.must, scope)) continue
    refuseField(step, inner, item, answer, progress)
    item.fields.delete(field)
    return askInner(step, inner, item, progress)
  }
  return undefined
}

/** The name of an inner question means the answer about this item. */
const scopeOfItem = ({ list }: ListStep, { fields }: Item, { known }: WalkProgress): Scope => ({
  ...known.scope,
  value: (name) => {
    const inner = list.each.find((ask) => ask.name === name)
    return inner === undefined ? known.scope.value(name) : fields.get(fieldOf(inner))
  },
})

/** The field goes, so that this is said once; the rest of the item stays. */
function refuseField(
  step: ListStep,
  inner: AskStep,
  item: Item,
  answer: GivenAnswer,
  progress: WalkProgress,
): void {
  const field = fieldOf(inner)
  const value = item.given[field]
  if (value === undefined) return
  const kept = replaceAt(recordsOf(step, answer.value), item.index, withoutField(item.given, field))
  progress.broken = { name: step.name, index: item.index }
  progress.said.push(inItem(step, item, refusalOf(inner, value, progress), progress))
  progress.replace(step.name, { ...answer, value: kept })
}

function askInner(step: ListStep, inner: AskStep, item: Item, progress: WalkProgress): Asks {
  const question = inItem(step, item, progress.word('question', inner.question, step.scope), progress)
  return { kind: 'asks', step: inner, question, item: { list: step, index: item.index } }
}

/** A text of an inner question can show the other answers about its item. */
function inItem(step: ListStep, { fields }: Item, said: Said, { environment }: WalkProgress): Said {
  const shown = step.list.each.flatMap((inner) => {
    const field = fieldOf(inner)
    const value = fields.get(field)
    return value === undefined ? [] : [[field, showAnswer(inner, value, environment)] as const]
  })
  return { ...said, values: { ...said.values, ...Object.fromEntries(shown) } }
}

/** Looks at the list's own `must` with the items there are. */
function allowsList(step: ListStep, items: readonly ListRecord[], progress: WalkProgress): boolean {
  if (step.must === undefined) return true
  progress.setList(step, items)
  const isAllowed = holds(step.must, progress.known.scope)
  progress.unsetList(step)
  return isAllowed
}

function refuseList(step: ListStep, items: readonly ListRecord[], progress: WalkProgress): Asks {
  if (progress.park(step.name)) {
    progress.broken = { name: step.name }
    progress.said.push(refusalOf(step, items, progress))
  }
  progress.waitFor(step.name)
  return {
    kind: 'asks',
    step: questionsOfList(step).first,
    question: progress.word('question', step.question, step.scope),
  }
}
