// What the open dialog heard decides how the turn goes on.
import type { Frame } from '../../contracts/talk/conversation'
import type { Heard } from '../../dialog/hearing/heard'
import { changeableQuestions } from '../../dialog/walk/moves'
import { areSame } from '../../dialog/model/stable-hash'
import { takeAsAnswer } from '../../sms/memory'
import { missOpenQuestion } from './miss-open-question'
import { findReversible, offerReversal } from './offer-reversal'
import { withTopFrame, type OpenDialog } from '../turn/open-dialog'
import { endTurn, goOn, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

const toUtterances = (heard: Heard): readonly Utterance[] =>
  heard.said.map((said) => ({ kind: 'said', said }))

export function followHeard(turn: Turn, open: OpenDialog, heard: Heard): StageResult {
  const said = toUtterances(heard)
  switch (heard.kind) {
    case 'moved': {
      const moved = withAnswerTaken(withTopFrame(turn, heard.frame), open.frame, heard.frame)
      return goOn({ ...moved, utterances: [...turn.utterances, ...said], plan: { kind: 'walk' } })
    }
    case 'refused':
      return missOpenQuestion(withTopFrame(turn, { ...open.frame, offered: heard.frame.offered }), ...said)
    case 'asked-which': {
      const names = changeableQuestions(open.dialog, open.frame, open.environment)
      return endTurn(withTopFrame(turn, heard.frame), 'asked', ...said, {
        kind: 'changeable',
        dialog: open.dialog.id,
        names,
      })
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

/** Over SMS. The same words as a correction that changes nothing may be a machine's, and count as they do elsewhere. */
function withAnswerTaken(turn: Turn, before: Frame, after: Frame): Turn {
  const { sms } = turn.conversation
  return sms === null || areSame(answeredIn(before), answeredIn(after))
    ? turn
    : withConversation(turn, { sms: takeAsAnswer(sms) })
}

const answeredIn = ({ answers, skipped, confirmed, ticked }: Frame) => [
  Object.entries(answers).map(([name, { value }]) => [name, value]),
  skipped,
  confirmed,
  ticked,
]
