// What each kind of step does when the walk comes by: pass on (undefined), or stop the walk.
import type { GivenAnswer, JournalEntry } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { toLocalTime } from '../../hours/local-time'
import { callOf, doneWrite, entryFor } from './action-journal'
import { standingOf, toldOfNewCode } from '../answers/code-answer'
import type { Expression } from '../model/condition'
import { defaultOf } from '../model/default-of'
import { evaluate, holds } from '../condition/evaluate'
import type {
  AskStep,
  CallStep,
  ConfirmStep,
  DoStep,
  ForgetStep,
  HandoffStep,
  IfStep,
  ListStep,
  OptionSource,
  SayStep,
  Step,
} from '../model/model'
import { isList } from '../model/list-question'
import type { ShownOptions } from '../model/pick-options'
import { refusalOf } from './refusal'
import { asksWithin, branchKey, writesAfter } from '../model/step-tree'
import type { Stop } from './stop'
import type { Changes } from './walk-item'
import { askList } from './walk-list'
import { summaryOf } from './summary'
import { pick } from './walk-pick'
import type { WalkProgress } from './walk-progress'
import { isWithinDays } from '../model/within-days'

/** Why walking the steps came to a halt: a stop, or an answer to forget or to change before the walk begins again. */
type Halt = Stop | Changes | { readonly kind: 'forgets'; readonly step: ForgetStep }

const mostVisits = 200

/** Visits steps in order until one stops the walk. */
export function walkSteps(steps: readonly Step[], progress: WalkProgress): Halt | undefined {
  for (const step of steps) {
    progress.visits += 1
    if (progress.visits > mostVisits) return { kind: 'fault', why: 'too-many-steps', stepKey: step.key }
    if (step.onlyIf !== undefined && !holds(step.onlyIf, progress.known.scope)) {
      progress.parkAll(asksWithin([step]))
      continue
    }
    progress.trace.add(step.key)
    const stop = visit(step, progress)
    if (stop !== undefined) return stop
  }
  return undefined
}

function visit(step: Step, progress: WalkProgress): Halt | undefined {
  switch (step.kind) {
    case 'say':
      say(step, progress)
      return undefined
    case 'ask':
      return isList(step) ? askItems(step, progress) : ask(step, progress)
    case 'confirm':
      return confirm(step, progress)
    case 'if':
      return branch(step, progress)
    case 'do':
      return act(step, progress)
    case 'call':
      return call(step, progress)
    case 'forget':
      return { kind: 'forgets', step }
    case 'handoff':
      return handOff(step, progress)
    case 'end':
      return { kind: 'ended', status: step.status, ...(step.offers && { offers: step.offers }) }
  }
}

function say(step: SayStep, progress: WalkProgress): void {
  if (progress.saysNow(step.id, step.variables))
    progress.said.push({ ...progress.word('say', step.text, step.scope), id: step.id })
}

function ask(step: AskStep, progress: WalkProgress): Halt | undefined {
  if (step.to !== undefined) return askCode(step, step.to, progress)
  if (step.pick !== undefined) return askOptions(step, step.pick, progress)
  const answer = progress.answerOf(step.name) ?? defaultAnswer(step, progress)
  if (answer === undefined && step.optional && cannotBeSent(step, progress)) {
    progress.passed.push({ name: step.name, how: 'skipped' })
    return undefined
  }
  return askFor(step, answer, progress)
}

/** A text message carries no file, so one that can be done without is not asked for. */
const cannotBeSent = ({ files }: AskStep, { environment }: WalkProgress): boolean =>
  files !== undefined && environment.channel === 'sms'

function askItems(step: ListStep, progress: WalkProgress): Halt | undefined {
  const asked = askList(step, progress)
  if (asked?.kind !== 'turns-to') return asked
  const halt = visit(asked.step, progress)
  if (halt?.kind !== 'hands-off') return halt
  const { reason, closed } = halt
  return { ...halt, reason: asked.inItem(reason), ...(closed && { closed: asked.inItem(closed) }) }
}

function askOptions(step: AskStep, source: OptionSource, progress: WalkProgress): Halt | undefined {
  const picking = pick(step, source, progress)
  switch (picking.kind) {
    case 'reads':
      return { kind: 'does', step, call: picking.call }
    case 'options':
      return askFor(step, picking.answer, progress, picking.options)
    case 'none':
      if (picking.branch !== undefined) {
        progress.trace.add(branchKey(step, picking.branch.name))
        return walkSteps(picking.branch.steps, progress)
      }
      if (!step.optional) return { kind: 'fault', why: 'nothing-to-choose', stepKey: step.key }
      progress.passed.push({ name: step.name, how: 'skipped' })
      return undefined
  }
}

function askFor(
  step: AskStep,
  answer: GivenAnswer | undefined,
  progress: WalkProgress,
  options?: ShownOptions,
): Stop | undefined {
  const isAllowed = answer !== undefined && allows(step, answer.value, progress)
  if (answer !== undefined && !isAllowed && progress.park(step.name)) {
    progress.broken = { name: step.name }
    progress.said.push(refusalOf(step, answer.value, progress))
  }
  if (progress.isOpen(step.name) && !(isAllowed && progress.isParked(step.name)))
    return stopAtQuestion(step, progress, options)
  if (isAllowed) {
    progress.pass(step.name, answer)
    return undefined
  }
  if (!progress.isSkipped(step.name)) return stopAtQuestion(step, progress, options)
  progress.passed.push({ name: step.name, how: 'skipped' })
  return undefined
}

/** Passed when the number that is given now has been shown to be the resident's. */
function askCode(step: AskStep, to: Expression, progress: WalkProgress): Halt | undefined {
  const number = evaluate(to, progress.known.scope)
  const answer = progress.answerOf(step.name)
  const failed = step.ifFails?.get('else') ?? []
  const standing = standingOf(progress.start.codes?.[step.name], number)
  if (answer !== undefined && answer.value === number) {
    progress.parkAll(asksWithin(failed))
    progress.pass(step.name, answer, 'proven')
    return undefined
  }
  progress.park(step.name)
  if (standing === 'failed' || typeof number !== 'string') {
    progress.trace.add(branchKey(step, 'else'))
    return walkSteps(failed, progress)
  }
  progress.parkAll(asksWithin(failed))
  if (standing === 'sent') return stopAtQuestion(step, progress)
  progress.waitFor(step.name)
  const told = toldOfNewCode(progress.start.codes?.[step.name], progress.environment)
  return { kind: 'sends-code', step, to: number, ...(told && { told }) }
}

function defaultAnswer(step: AskStep, { environment }: WalkProgress): GivenAnswer | undefined {
  const value = defaultOf(step, environment)
  if (value === undefined) return undefined
  return {
    value,
    raw: '',
    source: 'default',
    at: environment.now.toISOString(),
  }
}

/** Looks at `must` with this value as the answer. */
function allows(step: AskStep, value: Value, { known }: WalkProgress): boolean {
  if (step.must === undefined) return true
  known.set(step.name, value)
  const isAllowed = holds(step.must, known.scope)
  known.unset(step.name)
  return isAllowed
}

function stopAtQuestion(step: AskStep, progress: WalkProgress, options?: ShownOptions): Stop {
  progress.waitFor(step.name)
  const question = progress.word('question', step.question, step.scope)
  if (step.types.includes('consent')) progress.noteShown(step.name, question)
  return { kind: 'asks', step, question, ...(options && { options }) }
}

function confirm(step: ConfirmStep, progress: WalkProgress): Stop | undefined {
  const hash = progress.hashOfKnown()
  const isSettled = writesAfter(progress.dialog, step).some(
    (write) => doneWrite(progress.start.journal, progress.dialog, write) !== undefined,
  )
  if (isSettled || progress.isConfirmed(step.name, hash)) {
    progress.passConfirmation()
    return undefined
  }
  progress.waitFor(step.name)
  const question = progress.word('question', step.question, step.scope)
  return { kind: 'confirms', step, question, summary: summaryOf(progress), hash }
}

function branch(step: IfStep, progress: WalkProgress): Halt | undefined {
  const isTrue = holds(step.condition, progress.known.scope)
  progress.parkAll(asksWithin(isTrue ? step.else : step.then))
  progress.trace.add(branchKey(step, isTrue ? 'then' : 'else'))
  return walkSteps(isTrue ? step.then : step.else, progress)
}

function act(step: DoStep, progress: WalkProgress): Halt | undefined {
  const { dialog, start, environment } = progress
  const call = callOf(dialog, step, start, progress.known.scope, environment)
  const entry = entryFor(start.journal, dialog, step, call)
  if (entry === undefined) {
    if (step.effect === 'read' || progress.mayWrite) return { kind: 'does', step, call }
    return { kind: 'fault', why: 'unconfirmed-write', stepKey: step.key }
  }
  const { result } = entry
  const taken = result.kind === 'done' ? [] : (step.ifFails.get(result.failure) ?? step.ifFails.get('else'))
  for (const steps of step.ifFails.values()) if (steps !== taken) progress.parkAll(asksWithin(steps))
  if (taken === undefined) return { kind: 'fault', why: 'unhandled-failure', stepKey: step.key }
  if (result.kind === 'done') takeResults(step, entry, progress)
  else progress.trace.add(branchKey(step, nameOfBranch(step, taken)))
  return walkSteps(taken, progress)
}

/** Who began on one of its days goes on to its end, as in a dialog that was begun directly. */
function isClosed(step: CallStep, { dialog, environment, start }: WalkProgress): boolean {
  const valid = dialog.daysOfCalled?.get(step.dialog)
  if (valid === undefined) return false
  const begun = toLocalTime(new Date(start.startedAt), environment.city.timeZone).date
  return ![begun, environment.today].some((day) => isWithinDays({ valid }, day))
}

/** Ended with `done`, the talk goes on behind the call; with anything else, in its `if fails`. */
function call(step: CallStep, progress: WalkProgress): Halt | undefined {
  if (isClosed(step, progress)) return { kind: 'not-now', dialog: step.dialog }
  const halt = walkSteps(step.steps, progress)
  if (halt !== undefined && halt.kind !== 'ended') return halt
  const status = halt?.status ?? 'done'
  const isDone = status === 'done'
  const taken = isDone ? [] : (step.ifFails.get(status) ?? step.ifFails.get('else'))
  for (const steps of step.ifFails.values()) if (steps !== taken) progress.parkAll(asksWithin(steps))
  if (taken === undefined) return { kind: 'fault', why: 'unhandled-failure', stepKey: step.key }
  for (const { from, as } of isDone ? step.gives : []) {
    const value = progress.known.scope.value(from)
    if (value !== undefined) progress.known.set(as, value)
  }
  if (!isDone) progress.trace.add(branchKey(step, nameOfBranch(step, taken)))
  return walkSteps(taken, progress)
}

const nameOfBranch = ({ ifFails }: DoStep | CallStep, taken: readonly Step[]): string =>
  [...ifFails].find(([, steps]) => steps === taken)?.[0] ?? 'else'

function takeResults(step: DoStep, { result, state }: JournalEntry, progress: WalkProgress): void {
  for (const [name, value] of Object.entries(result.kind === 'done' ? result.gives : {}))
    if (step.gives.includes(name)) progress.known.set(`${step.scope ?? ''}${name}`, value)
  if (step.effect === 'write' && state !== 'reopened') progress.settled = progress.passed.length
}

function handOff(step: HandoffStep, progress: WalkProgress): Stop {
  progress.waitFor(null)
  const reason = { ...progress.word('handoff', step.text, step.scope), id: step.id }
  const closed =
    step.closed === undefined
      ? undefined
      : { ...progress.word('handoff', step.closed, step.scope), id: step.id }
  return { kind: 'hands-off', step, reason, ...(closed === undefined ? {} : { closed }) }
}
