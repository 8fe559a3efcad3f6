// What an action is called with, as people of the city read it.
import type { GivenAnswer } from '../../contracts/talk/conversation'
import { sourceLanguage } from '../../contracts/talk/language'
import type { Value } from '../../contracts/talk/value'
import type { Worded, WordedFact } from '../../contracts/talk/worded'
import { labelOf } from '../model/label-of'
import { everyQuestion } from '../model/list-question'
import type { AskStep, Dialog, DoStep } from '../model/model'
import { showInWords, textIn } from './show-value'
import type { WalkEnvironment } from '../model/walk-environment'

/**
 * Of inputs that are an answer, or another value by its name. A personal identity number has no words: to residents it is
 * shown in part, and who is sent it needs it whole.
 *
 * @param answers those that the inputs come from, for what an option was called
 */
export function wordInputs(
  dialog: Dialog,
  { with: expressions }: Pick<DoStep, 'with'>,
  inputs: Readonly<Record<string, Value>>,
  answers: Readonly<Record<string, GivenAnswer>>,
  environment: WalkEnvironment,
): Worded {
  const inSwedish = { ...environment, language: sourceLanguage }
  const facts = expressions.flatMap(({ name: input, expression }) => {
    const value = inputs[input]
    if (expression.kind !== 'name' || value === undefined) return []
    return [[input, wordFact(dialog, expression.name, value, answers, inSwedish)] as const]
  })
  return { title: textIn(dialog.title, sourceLanguage), facts: Object.fromEntries(facts) }
}

function wordFact(
  dialog: Dialog,
  name: string,
  value: Value,
  answers: Readonly<Record<string, GivenAnswer>>,
  environment: WalkEnvironment,
): WordedFact {
  const label = labelOf(dialog, name)
  const asked = dialog.copies?.get(name) ?? name
  const text = holdsPersonId(dialog.asks.get(asked))
    ? undefined
    : showInWords(dialog, name, value, environment, answers[asked])
  return {
    ...(label && { label: textIn(label, sourceLanguage) }),
    ...(text !== undefined && text !== value && { text }),
  }
}

const holdsPersonId = (ask: AskStep | undefined): boolean =>
  everyQuestion(ask === undefined ? [] : [ask]).some(({ types }) => types.includes('person-id'))
