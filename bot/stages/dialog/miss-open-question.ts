// The open question was not understood: said again more plainly, and after the third time a person is offered.
import { leave } from '../../dialog/walk/moves'
import { showNumber } from '../../dialog/texts/show-number'
import { showInWords, textIn } from '../../dialog/showing/show-value'
import { answerToDanger } from '../emergency/answer-to-danger'
import { willAsk } from '../emergency/ask-about-danger'
import { answerToPerson, personIsOffered } from '../turn/answer-to-person'
import { missedQuestion } from '../turn/missed-question'
import { openDialog, withTopFrame, type OpenDialog } from '../turn/open-dialog'
import { escapeMarkdown } from '../../text/plain-text'
import { endTurn, goOn, languageOf, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

/** A question that need not be answered, or not anew, is not insisted on: after the third miss the dialog goes on. */
export function missOpenQuestion(turn: Turn, ...said: readonly Utterance[]): StageResult {
  const open = openDialog(turn)
  if (open === undefined)
    return endTurn(turn, 'unanswered-out-of-scope', { kind: 'wording', key: 'dialog.gone' })
  // Nothing waits: a changed file took the question, perhaps the last one. The walk finds what comes instead.
  if (open.frame.open === null)
    return goOn({ ...turn, utterances: [...turn.utterances, ...said], plan: { kind: 'walk' } })
  // It was an answer to what was asked beside it, or tells of danger, and will be asked about that: "no phone number" would be cold.
  if (willAsk(turn) || answerToDanger(turn) === false || answerToPerson(turn) === false)
    return endTurn(turn, 'asked', { kind: 'open-question' })
  const question: Utterance = {
    kind: 'open-question',
    missed: said.length > 0 ? 'explained' : 'unexplained',
  }
  const missed = { ...open.frame, misses: open.frame.misses + 1 }
  if (!personIsOffered(missed)) return endTurn(withTopFrame(turn, missed), 'asked', ...said, question)
  const left = leave(open.dialog, missed, open.environment)
  if (left.kind === 'moved') {
    const utterances = [...turn.utterances, goingOn(turn, open, left.name)]
    return goOn({ ...withTopFrame(turn, left.frame), utterances, plan: { kind: 'walk' } })
  }
  const offer: Utterance = { kind: 'wording', key: 'person.offer' }
  const why: readonly Utterance[] = said.length > 0 ? said : [notUnderstood(turn, open)]
  const again: Utterance = { kind: 'open-question', missed: 'explained' }
  return endTurn(withTopFrame(turn, missed), 'asked', ...why, offer, again, { kind: 'person-button' })
}

function notUnderstood(turn: Turn, open: OpenDialog): Utterance {
  const { key, values = {} } = missedQuestion(open)
  const shown = Object.entries(values).map(([name, value]) => [name, showNumber(value, languageOf(turn))])
  return { kind: 'wording', key, values: Object.fromEntries(shown) as Readonly<Record<string, string>> }
}

/** What became of the question: the resident must know whether the old answer still stands. */
function goingOn(turn: Turn, { dialog, frame, environment }: OpenDialog, name: string): Utterance {
  const label = dialog.labels.get(name)
  const kept = frame.answers[name]
  if (kept === undefined || label === undefined) return { kind: 'wording', key: 'question.passed-over' }
  const value = showInWords(dialog, name, kept.value, environment, kept)
  return {
    kind: 'wording',
    key: 'question.kept',
    values: { label: textIn(label, languageOf(turn)), value: escapeMarkdown(value) },
  }
}
