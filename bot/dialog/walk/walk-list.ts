// The walk at a list: item by item, then "anything more?", until it is closed or full.
import type { GivenAnswer, OptionLabel } from '../../contracts/talk/conversation'
import { holds } from '../condition/evaluate'
import { changeQuestion } from '../showing/list-change-question'
import { questionsOfList } from '../model/list-question'
import { isBlank, moreOf, recordsOf } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { ListStep } from '../model/model'
import { refusalOf } from './refusal'
import { fillItem, type Asks, type Item, type ItemHalt } from './walk-item'
import type { WalkProgress } from './walk-progress'

/**
 * Passes a closed or full list with every inner question answered, or stops at what is missing. Inner conditions see the
 * fields of their own item first and then what the walk came by before the list.
 */
export function askList(step: ListStep, progress: WalkProgress): ItemHalt | undefined {
  const answer = progress.answerOf(step.name)
  const records = recordsOf(step, answer?.value)
  if (answer === undefined || records.every(isBlank)) return askFirst(step, progress)
  if (progress.isOpen(step.name) && !progress.isParked(step.name))
    return { kind: 'asks', ...changeQuestion(step, records, progress.environment, answer.labels) }
  const items: Item[] = []
  let stop: Asks | undefined
  for (const [index, given] of records.entries()) {
    const item: Item = { step, index, given, fields: new Map(), picked: new Map() }
    items.push(item)
    const halt = fillItem(item, progress)
    if (halt === undefined) continue
    if (halt.kind !== 'asks') return halt
    stop = halt
    break
  }
  const labelled = withLabels(progress.answerOf(step.name) ?? answer, items)
  const filled = items.map(({ fields }) => Object.fromEntries(fields))
  if (!allowsList(step, filled, progress)) return refuseList(step, filled, progress)
  if (stop === undefined && !isClosed(step, records, progress)) stop = askMore(step, progress)
  if (stop === undefined) {
    progress.passList(step, labelled, filled)
    return undefined
  }
  progress.replace(step.name, labelled)
  progress.waitFor(stop.step.name)
  return stop
}

/** What the chosen options are called goes with the answer, for when they are shown and the options are gone. */
function withLabels(answer: GivenAnswer, items: readonly Item[]): GivenAnswer {
  const picked = items.flatMap((item) => [...item.picked])
  if (picked.length === 0) return answer
  const labels: Record<string, Record<string, OptionLabel>> = {}
  for (const [field, { id, label }] of picked) labels[field] = { ...labels[field], [id]: label }
  return { ...answer, labels }
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
