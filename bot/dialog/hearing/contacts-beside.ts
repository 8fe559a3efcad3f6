// At a question for a text: the number or e-mail address in it that another question asks for anyway.
import type { Frame } from '../../contracts/talk/conversation'
import { dataAskedBy } from '../model/asked-data'
import { extractAnswers } from '../answers/extract-answers'
import { answerIn } from '../model/frame-answers'
import { subjectTold } from './read-subject'
import { leadsToWhatIsCut } from './told-along'
import type { AskStep, Dialog } from '../model/model'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'

/**
 * The unanswered questions for one, where the open question asks for none itself. Not those that may be passed over: who wrote of
 * somebody else's number, and wants to stay unknown, is asked.
 */
export const contactQuestionsBeside = (
  { asks }: Pick<Dialog, 'asks'>,
  frame: Frame,
  open: AskStep,
): readonly AskStep[] =>
  dataAskedBy(open).length > 0
    ? []
    : [...asks.values()].filter(
        ({ name, types, optional }) =>
          !optional &&
          answerIn(frame, name) === undefined &&
          types.some((type) => type === 'phone' || type === 'email'),
      )

/** None where there are two of a kind, for nobody can tell whose they are. */
export function contactsBeside(
  dialog: Dialog,
  frame: Frame,
  open: AskStep,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const wanted = new Set(contactQuestionsBeside(dialog, frame, open).map(({ name }) => name))
  if (wanted.size === 0) return []
  return extractAnswers(dialog, text, environment, {
    except: [...dialog.asks.keys()].filter((name) => !wanted.has(name)),
  })
}

/** What is left is the answer: "070-…, det gäller hemtjänst" is about home care, and its number is kept where it was asked for. */
export function besideContacts(text: string, { mask }: WalkEnvironment): string {
  const rest = mask(text)
    .replace(/\[[^[\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:]+|[\s,;:]+$/gu, '')
    .replace(leadsToWhatIsCut, '')
  return subjectTold(rest) ?? rest
}

/** The text is nothing but what was read of it, and is no answer to a question for words. */
export const isOnlyContacts = (text: string, { mask }: WalkEnvironment): boolean =>
  !/\p{L}{2}/u.test(mask(text).replace(/\[[^[\]]*\]/g, ' '))
