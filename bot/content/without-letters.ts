// Content for a house that can send no letters: whoever leaves an address to be told of a case is asked for a phone number alone.
import type { Content } from './content'
import type { City } from '../contracts/city/city'
import { madeOnce } from '../contracts/basics/made-once'
import type { AskStep, Dialog, Step } from '../dialog/model/model'
import { flatten } from '../dialog/model/step-tree'

const makesCase = 'create_case'

/** The same for the same content. */
export const withoutLetters = madeOnce((content: Content): Content => {
  const { city, dialogs, olderDialogs } = content
  const change = (all: Content['dialogs']) =>
    new Map([...all].map(([key, dialog]) => [key, askForPhone(dialog, city)] as const))
  return { ...content, dialogs: change(dialogs), olderDialogs: change(olderDialogs) }
})

function askForPhone(dialog: Dialog, { texts }: City): Dialog {
  const names = contactsOf(dialog)
  const question = texts.get('case.ask-phone')
  if (names.size === 0 || question === undefined) return dialog
  // The list of questions and the steps hold one and the same question, before and after.
  const narrowed = new Map<AskStep, AskStep>()
  const narrow: ChangeAsk = (ask) => {
    const takesBoth = ask.types.includes('email') && ask.types.includes('phone')
    if (!names.has(ask.name) || !takesBoth) return ask
    const known = narrowed.get(ask)
    if (known !== undefined) return known
    const after: AskStep = { ...ask, types: ['phone'], question: { ...question, id: ask.question.id } }
    narrowed.set(ask, after)
    return after
  }
  const asks = new Map([...dialog.asks].map(([name, ask]) => [name, narrow(ask)] as const))
  return { ...dialog, asks, steps: changeAsks(dialog.steps, narrow) }
}

type ChangeAsk = (ask: AskStep) => AskStep

/** Questions whose answer says where somebody wants to be told of their case. */
const contactsOf = ({ steps }: Dialog): ReadonlySet<string> =>
  new Set(
    flatten(steps).flatMap((step) =>
      step.kind === 'do' && step.action === makesCase
        ? step.with.flatMap(({ name, expression }) =>
            name === 'contact' && expression.kind === 'name' ? [expression.name] : [],
          )
        : [],
    ),
  )

const changeAsks = (steps: readonly Step[], change: ChangeAsk): readonly Step[] =>
  steps.map((step) => changeStep(step, change))

function changeStep(step: Step, change: ChangeAsk): Step {
  const within = (steps: readonly Step[]) => changeAsks(steps, change)
  const inBranches = (branches: ReadonlyMap<string, readonly Step[]>) =>
    new Map([...branches].map(([key, steps]) => [key, within(steps)] as const))
  switch (step.kind) {
    case 'ask':
      return change(step)
    case 'if':
      return { ...step, then: within(step.then), else: within(step.else) }
    case 'do':
      return { ...step, ifFails: inBranches(step.ifFails) }
    case 'call':
      return { ...step, steps: within(step.steps), ifFails: inBranches(step.ifFails) }
    default:
      return step
  }
}
