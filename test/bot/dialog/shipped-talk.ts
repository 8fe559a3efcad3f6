// A resident who goes through a dialog with an answer for each question found by its number, and corrects one on the way.
import type { Language } from '../../../bot/contracts/talk/language'
import type { Value } from '../../../bot/contracts/talk/value'
import { applyAnswers } from '../../../bot/dialog/walk/apply-answers'
import { labelOf } from '../../../bot/dialog/model/label-of'
import { isList, listOfQuestion } from '../../../bot/dialog/model/list-question'
import { moreOf } from '../../../bot/dialog/model/list-records'
import type { AskStep, Dialog } from '../../../bot/dialog/model/model'
import { goBack } from '../../../bot/dialog/walk/moves'
import type { PickOption } from '../../../bot/dialog/model/pick-options'
import { optionsNow } from '../../../bot/dialog/walk/options-now'
import { areSame } from '../../../bot/dialog/model/stable-hash'
import { textIn } from '../../../bot/dialog/showing/show-value'
import { walk } from '../../../bot/dialog/walk/walk'
import { answerOf, type Answer } from './answers-by-type'
import { Talk } from './talk'

/** Name of a question → the number that its answer is found by. */
export type Table = (name: string) => number

/** What stands in the way of some numbers is a rule of the dialog: the next one is tried. */
const mostTries = 25
const skipsOneIn = 6

export const skips = ({ optional }: AskStep, number: number): boolean => optional && number % skipsOneIn === 0

/** The first valid answer from `number` on; undefined when there is none, or the only one is the answer it has. */
export function validAnswer(
  talk: Talk,
  ask: AskStep,
  number: number,
  wanted: (value: Value) => boolean = () => true,
): Answer | undefined {
  for (let next = number; next < number + mostTries; next += 1) {
    const answer = answerOf({
      ask,
      number: next,
      today: talk.environment.today,
      options: optionsOf(talk, ask),
      ...codeOf(talk, ask),
    })
    if (answer !== undefined && wanted(answer.value) && isValid(talk, ask, answer.value)) return answer
  }
  return undefined
}

const optionsOf = (talk: Talk, ask: AskStep): readonly PickOption[] =>
  optionsNow(talk.dialog, talk.frame, ask, talk.environment)?.all ?? []

function codeOf(talk: Talk, ask: AskStep) {
  const to = talk.frame.codes?.[ask.name]?.to
  const digits = talk.codes.at(-1)?.slice(0, 6)
  return to === undefined || digits === undefined ? {} : { code: { digits, to } }
}

function isValid({ dialog, frame, environment }: Talk, { name }: AskStep, value: Value): boolean {
  const answer = { name, value, raw: '', source: 'typed' as const }
  const { refused, frame: applied } = applyAnswers(dialog, frame, [answer], environment)
  return refused.length === 0 && areSame(applied.answers[name]?.value, value)
}

/** The question that waits, as a whole: a list for one of its inner questions. */
export function waiting({ dialog, walked: { stop } }: Talk): AskStep | undefined {
  return stop.kind === 'asks' ? (listOfQuestion(dialog, stop.step.name) ?? stop.step) : undefined
}

/**
 * Answers what is asked until something else stops the walk, or `most` questions were answered.
 * @param known answers that are given instead, where they are valid: of options, what was chosen before
 */
export function answerAll(
  talk: Talk,
  table: Table,
  {
    most = 60,
    known = {},
  }: { readonly most?: number; readonly known?: Readonly<Record<string, Value>> } = {},
): Talk {
  for (let asked = 0; asked < most; asked += 1) {
    const ask = waiting(talk)
    if (ask === undefined) return talk
    answerOpen(talk, ask, table(ask.name), known[ask.name])
  }
  return talk
}

/** The same answers in words of the talk's language, one message each. */
export function sayAll(talk: Talk, table: Table): Talk {
  const language = talk.environment.language
  for (let asked = 0; asked < 60; asked += 1) {
    const ask = waiting(talk)
    if (ask === undefined) return talk
    if (skips(ask, table(ask.name))) talk.say(language === 'sv' ? 'hoppa över' : 'skip')
    else sayOrSend(talk, ask, validAnswer(talk, ask, table(ask.name)))
    if (isList(ask) && waiting(talk)?.name === ask.name) talk.say(language === 'sv' ? 'nej' : 'no')
  }
  return talk
}

function sayOrSend(talk: Talk, ask: AskStep, answer: Answer | undefined): void {
  if (answer !== undefined && answer.words === undefined) give(talk, ask, answer.value)
  else talk.say(answer?.words?.(talk.environment.language) ?? '')
}

function answerOpen(talk: Talk, ask: AskStep, number: number, known: Value | undefined): void {
  if (known === undefined && skips(ask, number)) {
    talk.tap({ name: 'command', value: 'skip' })
    return
  }
  const { stop } = talk.walked
  if (stop.kind === 'asks' && stop.item !== undefined && stop.options !== undefined) {
    const { all } = stop.options
    talk.tap({ name: `answer:${stop.step.name}`, value: all[number % all.length]?.id ?? '' })
    return
  }
  if (ask.to !== undefined) {
    talk.say(codeOf(talk, ask).code?.digits ?? '')
    return
  }
  const value =
    known !== undefined && isValid(talk, ask, known) ? known : validAnswer(talk, ask, number)?.value
  if (value === undefined) throw new Error(`no valid answer to ${ask.name} of ${talk.dialog.id}`)
  give(talk, ask, value)
}

/** As if it had been understood; a list is closed with it. */
export function give(talk: Talk, ask: AskStep, value: Value): void {
  talk.answer({ [ask.name]: value, ...(isList(ask) && { [moreOf(ask.name)]: false }) })
}

/** Ways in which a resident puts an answer right. */
export const ways = ['change', 'no', 'button', 'old-button', 'back', 'at-once'] as const
export type Way = (typeof ways)[number]

const sentences: Readonly<
  Record<'change' | 'no', Readonly<Record<'sv' | 'en', (label: string, value: string) => string>>>
> = {
  change: {
    sv: (label, value) => `ändra ${label} till ${value}`,
    en: (label, value) => `change ${label} to ${value}`,
  },
  no: {
    sv: (label, value) => `nej, ${label} är ${value}`,
    en: (label, value) => `no, ${label} is ${value}`,
  },
}

const nameIn = (dialog: Dialog, { name }: AskStep, language: Language): string => {
  const label = labelOf(dialog, name)
  return label === undefined ? name : textIn(label, language)
}

/** Corrects in this way, and answers what is asked back on it. True when the first words or tap were enough. */
export function correct(talk: Talk, ask: AskStep, answer: Answer, way: Way): boolean {
  const { dialog, environment } = talk
  const language = environment.language === 'sv' ? 'sv' : 'en'
  const words = answer.words?.(language)
  if (words === undefined) {
    give(talk, ask, answer.value)
    return true
  }
  switch (way) {
    case 'at-once':
      give(talk, ask, answer.value)
      return true
    case 'change':
    case 'no':
      talk.say(sentences[way][language](nameIn(dialog, ask, language), words))
      break
    case 'button':
      talk.tap({ name: 'change', value: ask.name })
      break
    case 'old-button':
      talk.tap({ name: `answer:${ask.name}`, value: tapped(answer.value) })
      break
    case 'back':
      for (let steps = 0; steps < 20 && waiting(talk)?.name !== ask.name; steps += 1)
        if (talk.move(goBack(dialog, talk.frame, environment)) !== 'moved') break
  }
  if (areSame(talk.frame.answers[ask.name]?.value, answer.value) && waiting(talk)?.name !== ask.name)
    return true
  if (waiting(talk)?.name !== ask.name) talk.tap({ name: 'change', value: ask.name })
  if (!isList(ask)) talk.say(words)
  if (!areSame(talk.frame.answers[ask.name]?.value, answer.value)) give(talk, ask, answer.value)
  else if (isList(ask)) give(talk, ask, answer.value)
  return false
}

const tapped = (value: Value): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** All that anyone can see of where a talk stands: the open question, every value, what a confirmation shows, what was done. */
export function standing(talk: Talk, writes: ReadonlySet<string>) {
  const { stop } = talk.walked
  return {
    at: talk.at,
    values: walk(talk.dialog, talk.frame, talk.environment).values(),
    ...(stop.kind === 'confirms' && { hash: stop.hash, summary: stop.summary }),
    done: talk.frame.journal
      .filter((entry) => writes.has(entry.do))
      .map(({ do: name, inputs, result }) => ({ name, inputs, result })),
  }
}

export const takesCode = ({ asks }: Dialog): boolean => [...asks.values()].some(({ to }) => to !== undefined)

/** The same talk once more, so that one can go on in two ways; or one that goes on from another frame. */
export function forkOf(talk: Talk, frame = talk.frame): Talk {
  const fork = new Talk(talk.dialog, talk.desk, talk.environment, frame)
  fork.codes.push(...talk.codes)
  return fork
}

/** The talk at each question that waits, and at what stops it. */
export function stagesOf(talk: Talk, table: Table): readonly Talk[] {
  const stages = [talk]
  for (let now = talk; waiting(now) !== undefined; stages.push(now))
    now = answerAll(forkOf(now), table, { most: 1 })
  return stages
}

/** Answers and confirms to the end. */
export function finish(talk: Talk, table: Table, known: Readonly<Record<string, Value>>): Talk {
  answerAll(talk, table, { known })
  while (talk.walked.stop.kind === 'confirms') {
    talk.confirm()
    answerAll(talk, table, { known })
  }
  return talk
}
