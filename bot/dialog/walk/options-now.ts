// The options of a question as they stand in a talk: what a text means among them, and the next page of them.
import type { Frame } from '../../contracts/talk/conversation'
import { notUnderstood, type AnswerReading } from '../model/answer-reading'
import { questionOf } from '../model/list-question'
import type { AskStep, Dialog } from '../model/model'
import { pagesOf, type ShownOptions } from '../model/pick-options'
import { readAnswer } from '../answers/read-answer'
import { readPick } from '../answers/read-pick'
import { note, type Said } from '../texts/said'
import { traceWalk } from './walk'
import type { WalkEnvironment } from '../model/walk-environment'

/** The options the resident has before them; undefined for a question without, and before they are read. */
export function optionsNow(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  environment: WalkEnvironment,
): ShownOptions | undefined {
  if (ask.pick === undefined) return undefined
  const asked = { ...frame, open: ask.name }
  const { stop } = traceWalk(dialog, asked, { ...environment, keepsOptions: true })
  return stop.kind === 'asks' && stop.step.name === ask.name ? stop.options : undefined
}

/** As `readAnswer`, for a question of any kind as it stands in a talk. */
export function readAnswerIn(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  text: string,
  environment: WalkEnvironment,
): AnswerReading {
  if (ask.pick === undefined) return readAnswer(ask, text, environment)
  const options = optionsNow(dialog, frame, ask, environment)
  return options === undefined ? notUnderstood : readPick(options, text, environment)
}

/** The frame at the next page of a question's options, and what is said when it is the first again. */
export function turnPage(
  dialog: Dialog,
  frame: Frame,
  name: string,
  environment: WalkEnvironment,
): { readonly frame: Frame; readonly said: readonly Said[] } {
  const ask = questionOf(dialog, name)
  const all = ask === undefined ? undefined : optionsNow(dialog, frame, ask, environment)?.all
  if (ask?.pick === undefined || all === undefined) return { frame, said: [] }
  const pages = pagesOf(all.length, ask.pick.show[environment.channel])
  const next = (((frame.pages[name] ?? 0) % pages) + 1) % pages
  return {
    frame: { ...frame, offered: [], pages: { ...frame.pages, [name]: next } },
    said: next === 0 ? [note(environment.city, 'options.from-start')] : [],
  }
}
