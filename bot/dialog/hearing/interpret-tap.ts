// What a tapped button means inside an open dialog.
import type { Frame } from '../../contracts/talk/conversation'
import type { Choice } from '../../contracts/talk/message'
import type { Value } from '../../contracts/talk/value'
import { newCodeValue } from '../answers/code-answer'
import { corrects } from '../model/frame-answers'
import { chooseInList, openList } from './interpret-list'
import type { OpenList } from './interpret-list'
import type { Interpretation } from '../answers/interpretation'
import { takesYesNo, type AskStep, type Dialog } from '../model/model'
import { readAnswer } from '../answers/read-answer'
import { optionsNow } from '../walk/options-now'
import { readPickTap } from '../answers/read-pick'
import { tickedChoice } from './ticked-choices'
import type { WalkEnvironment } from '../model/walk-environment'

const stale: Interpretation = { kind: 'stale' }

/**
 * Understands a tapped button: `answer:<question>` with a code, `yes` or `no`; `confirm:<name>` with the hash of what it
 * confirms; `change` with the name of a question, or anything else to be asked which; `command` with `skip`. A topic or
 * another command is for other stages; all else comes from a page that shows something older.
 */
export function interpretTap(
  dialog: Dialog,
  frame: Frame,
  { name, value }: Choice,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  if (name === 'command' && value === 'skip') return { kind: 'skip' }
  if (name === 'command' || name === 'topic') return { kind: 'not-understood' }
  if (name === 'change') return dialog.asks.has(value) ? { kind: 'reopen', name: value } : { kind: 'which' }
  if (name === 'more') return frame.open === value ? { kind: 'more', name: value } : stale
  const [kind = '', what = ''] = name.split(/:(.*)/s)
  if (kind === 'confirm') return frame.open === what ? { kind: 'confirmed', hash: value } : stale
  const list = kind === 'answer' && what === frame.open ? openList(dialog, frame, environment) : undefined
  if (list !== undefined) return tappedInList(list, value, label, environment)
  const ask = kind === 'answer' ? dialog.asks.get(what) : undefined
  if (ask?.types.includes('code') === true && value === newCodeValue && frame.open === what)
    return { kind: 'new-code', name: what, why: 'asked' }
  return ask === undefined ? stale : tappedAnswer(dialog, frame, ask, value, label, environment)
}

function tappedInList(
  list: OpenList,
  value: string,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  const { question, options } = list
  const read =
    question.pick === undefined
      ? tappedValue(question, value, environment)
      : options?.all.find(({ id }) => id === value)?.id
  const chosen =
    read === undefined ? undefined : chooseInList(list, read, { text: label, source: 'tapped', environment })
  return chosen ?? stale
}

function tappedAnswer(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  value: string,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  if (ask.pick !== undefined)
    return readPickTap(ask, optionsNow(dialog, frame, ask, environment), value, label)
  if (ask.types.includes('choices')) return tickedChoice(frame, ask, value, label)
  // What was asked back is an answer, also where its text alone would be asked back again.
  const isOffered = frame.open === ask.name && frame.offered.includes(value)
  const read = isOffered ? value : tappedValue(ask, value, environment)
  if (read === undefined) return stale
  // An old button may show another text than the one that would be consented to now.
  if (ask.types.includes('consent') && read === true && frame.open !== ask.name) return stale
  const answers = [{ name: ask.name, value: read, raw: label, source: 'tapped' as const }]
  return { kind: 'answers', answers, certainty: 'full', corrects: corrects(frame, answers) }
}

const yesNoValues = new Map([
  ['yes', true],
  ['no', false],
])

/** A code of the question's choices, a yes or no, or anything that can be read as its answer. */
function tappedValue(question: AskStep, value: string, environment: WalkEnvironment): Value | undefined {
  const code = question.choices.find((option) => option.code === value)?.code
  const known = code ?? (takesYesNo(question) ? yesNoValues.get(value) : undefined)
  if (known !== undefined) return known
  const reading = readAnswer(question, value, environment)
  return reading.kind === 'value' ? reading.value : undefined
}
