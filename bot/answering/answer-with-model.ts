// A question and passages become an answer that holds, or a reason why there is none: guard, remember, compose, ask, check.
import { randomBytes } from 'node:crypto'
import type { Language } from '../contracts/talk/language'
import type { LanguageModel, ModelFailure } from '../contracts/knowledge/language-model'
import type { FoundPassage } from '../contracts/knowledge/passage'
import { checkAnswer, type CheckedAnswer, type FailedCheck } from './check-answer'
import { toCompared } from '../text/compared'
import { composePrompt } from './compose-prompt'
import { guardQuestion, type GuardedQuestion } from './guard-question'
import { showBeginnings } from './interim-answer'
import { RememberedAnswers } from './remembered-answers'

export interface AskedQuestion {
  /** Masked: it leaves the house. */
  readonly question: string
  readonly language: Language
  /** Best first, at least one, all in that language. */
  readonly found: readonly FoundPassage[]
  /** Names the content that they are from. */
  readonly bundle: string
  /** ISO date: an article may be withdrawn the day after. */
  readonly today: string
  /** Told what may be read of an answer that is being written; of none that is remembered. */
  readonly show?: ((soFar: string) => void) | undefined
}

type GivenAnswer = Exclude<CheckedAnswer, { readonly kind: 'dropped' }>

export type ModelAnswer =
  | (GivenAnswer & { readonly isRemembered: boolean })
  | { readonly kind: 'guarded'; readonly why: GuardedQuestion }
  | { readonly kind: 'dropped'; readonly check: FailedCheck }
  | { readonly kind: 'failed'; readonly failure: ModelFailure }

/** Never rejects. */
export type AnswerWithModel = (asked: AskedQuestion) => Promise<ModelAnswer>

export function createAnswerWithModel(model: LanguageModel): AnswerWithModel {
  const canary = randomBytes(12).toString('hex')
  const remembered = new RememberedAnswers<GivenAnswer>()
  return async ({ question, language, found, bundle, today, show }) => {
    const why = guardQuestion(question)
    if (why !== undefined) return { kind: 'guarded', why }
    const key = [wordsOf(question), language, bundle, today]
    const known = remembered.find(key)
    if (known !== undefined) return { ...known, isRemembered: true }
    const prompt = composePrompt({ question, language, found, canary })
    const { instructions, input } = prompt
    const asked = await model.ask({ instructions, input }, show && showBeginnings(prompt, show))
    if (asked.kind === 'failed') return asked
    const checked = checkAnswer(asked.draft, prompt)
    if (checked.kind === 'dropped') return checked
    remembered.keep(key, checked)
    return { ...checked, isRemembered: false }
  }
}

/** Words and figures, whatever is between them. */
const wordsOf = (text: string): string =>
  (
    toCompared(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')
