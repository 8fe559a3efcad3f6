// The open dialog hears the message first: an answer, a correction, a yes. What it cannot be is left to the next stages.
import { hear } from '../dialog/hear'
import type { Heard } from '../dialog/heard'
import { interpret } from '../dialog/interpret'
import { interpretTap } from '../dialog/interpret-tap'
import { changeableQuestions } from '../dialog/moves'
import { takesText } from '../dialog/list-question'
import type { Interpretation } from '../dialog/interpretation'
import { decideTopic } from '../understanding/decide-topic'
import { consentRecords } from './consent-records'
import { missOpenQuestion } from './miss-open-question'
import { findReversible, offerReversal } from './offer-reversal'
import { openDialog, withTopFrame, type OpenDialog } from './open-dialog'
import { endTurn, goOn, languageOf, type Stage, type StageResult, type Turn } from './turn'
import type { Utterance } from './utterance'

const toUtterances = (heard: Heard): readonly Utterance[] =>
  heard.said.map((said) => ({ kind: 'said', said }))

function interpretation(turn: Turn, { dialog, frame, environment }: OpenDialog): Interpretation {
  const { content } = turn.message
  return content.kind === 'choice'
    ? interpretTap(dialog, frame, content.choice, turn.text, environment)
    : interpret(dialog, frame, turn.text, environment)
}

/**
 * Words that the open question takes only because it takes nearly any may mean something else: then a sure topic goes
 * first. A question for a text takes statements whatever they are about, and lets only questions pass.
 */
function isAnotherTopic(turn: Turn, { dialog, frame }: OpenDialog, read: Interpretation): boolean {
  if (read.kind !== 'answers' || read.certainty !== 'free' || read.corrects) return false
  const isText = takesText(dialog, frame.open)
  if (isText && !turn.text.endsWith('?')) return false
  const classification = turn.content.classifier.classify(turn.text, languageOf(turn))
  const decision = decideTopic(classification, { interrupting: true })
  return decision.kind === 'sure' && decision.topic !== `dialog:${dialog.id}`
}

function follow(turn: Turn, open: OpenDialog, heard: Heard): StageResult {
  const said = toUtterances(heard)
  switch (heard.kind) {
    case 'moved': {
      const moved = withTopFrame(turn, heard.frame)
      return goOn({ ...moved, utterances: [...turn.utterances, ...said], plan: { kind: 'walk' } })
    }
    case 'refused':
      return missOpenQuestion(turn, ...said)
    case 'asked-which': {
      const names = changeableQuestions(open.dialog, open.frame, open.environment)
      return endTurn(turn, 'asked', ...said, { kind: 'changeable', dialog: open.dialog.id, names })
    }
    case 'settled': {
      const write = heard.wanted === undefined ? undefined : findReversible(turn)
      const offer = write && heard.wanted && offerReversal(turn, write, heard.wanted)
      if (offer !== undefined) return offer
      return endTurn(turn, 'asked', ...said, { kind: 'person-button' }, { kind: 'open-question' })
    }
    case 'not-understood':
      return goOn(turn)
  }
}

export const readOpenAnswer: Stage = (turn) => {
  if (turn.plan !== undefined || turn.topDialogGone === true) return goOn(turn)
  const open = openDialog(turn)
  if (open === undefined) return goOn(turn)
  const read = interpretation(turn, open)
  if (isAnotherTopic(turn, open, read)) return goOn(turn)
  const heard = hear(open.dialog, open.frame, read, open.environment)
  const records = [...turn.records, ...consentRecords(turn, open, read, heard)]
  return follow({ ...turn, records }, open, heard)
}
