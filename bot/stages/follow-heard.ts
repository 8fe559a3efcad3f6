// What the open dialog heard decides how the turn goes on.
import type { Heard } from '../dialog/heard'
import { changeableQuestions } from '../dialog/moves'
import { missOpenQuestion } from './miss-open-question'
import { findReversible, offerReversal } from './offer-reversal'
import { withTopFrame, type OpenDialog } from './open-dialog'
import { endTurn, goOn, type StageResult, type Turn } from './turn'
import type { Utterance } from './utterance'

const toUtterances = (heard: Heard): readonly Utterance[] =>
  heard.said.map((said) => ({ kind: 'said', said }))

export function followHeard(turn: Turn, open: OpenDialog, heard: Heard): StageResult {
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
