// The questions of a list by the names that talks and tests know: `items`, `items.what`, `items.more`.
import { madeOnce } from '../../contracts/basics/made-once'
import { fieldOf, moreOf } from './list-records'
import type { AskStep, Dialog, ListStep } from './model'
import { askBranches } from './step-tree'

export const isList = (ask: AskStep | undefined): ask is ListStep => ask?.list !== undefined

interface ListQuestions {
  /** The list's own question, with what the first inner question lets one choose from. */
  readonly first: AskStep
  readonly more: AskStep
}

export const questionsOfList = madeOnce((step: ListStep): ListQuestions => {
  const { key, place, name, list } = step
  return {
    first: { ...step, choices: list.each[0]?.choices ?? [] },
    more: {
      kind: 'ask',
      key: `${key}.more`,
      place,
      name: moreOf(name),
      question: list.more,
      types: ['yes/no'],
      choices: [],
      optional: false,
    },
  }
})

/** The list that a question belongs to: that of `items`, `items.what` and `items.more`. */
export function listOfQuestion(dialog: Pick<Dialog, 'asks'>, name: string | null): ListStep | undefined {
  if (name === null) return undefined
  const own = dialog.asks.get(name)
  if (own !== undefined) return isList(own) ? own : undefined
  const owner = dialog.asks.get(name.slice(0, Math.max(0, name.lastIndexOf('.'))))
  return isList(owner) ? owner : undefined
}

/** A question by the name it waits under, those inside lists included. */
export function questionOf(dialog: Pick<Dialog, 'asks'>, name: string | null): AskStep | undefined {
  const list = listOfQuestion(dialog, name)
  if (name === null || list === undefined) return name === null ? undefined : dialog.asks.get(name)
  if (name === list.name) return questionsOfList(list).first
  const { more } = questionsOfList(list)
  return name === more.name ? more : list.list.each.find((inner) => inner.name === name)
}

/** Every question with its inner ones: for those who look at texts and words. */
export const everyQuestion = (asks: Iterable<AskStep>): readonly AskStep[] =>
  [...asks].flatMap((ask) => (isList(ask) ? [ask, ...ask.list.each] : [ask]))

/** Whether a question takes any words: its own, or at a list those that an item is called by. */
export function takesText(dialog: Pick<Dialog, 'asks'>, name: string | null): boolean {
  const list = listOfQuestion(dialog, name)
  const named =
    list !== undefined && (name === list.name || name === moreOf(list.name)) ? list.list.each[0] : undefined
  return (named ?? questionOf(dialog, name))?.types.includes('text') === true
}

/** What a text of an inner question can show of its item, by the text's id: `items.count.hint` can show `{what}`. */
export function fieldsForText(asks: Iterable<AskStep>, id: string): readonly string[] {
  const list = [...asks].find((ask) => isList(ask) && ask.list.each.some((inner) => isTextOf(inner, id)))
  return list?.list?.each.map(fieldOf) ?? []
}

/** Its own texts, and what is said when there is nothing to choose from. */
const isTextOf = (inner: AskStep, id: string): boolean =>
  id === inner.name ||
  id.startsWith(`${inner.name}.`) ||
  [...askBranches(inner).values()].flat().some((step) => step.kind === 'say' && step.id === id)
