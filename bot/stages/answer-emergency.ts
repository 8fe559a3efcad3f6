// Before everything else: a cry for help is answered at once, whatever the text is otherwise about. Needs no content, no
// classifier and no store, and nothing of the message reaches a stage behind it.
import { spotEmergency } from '../emergency/spot-emergency'
import { endTurn, goOn, withConversation, type Stage, type Turn } from './turn'
import type { Utterance } from './utterance'

export const answerEmergency: Stage = (turn) => {
  const { kind } = turn.message.content
  if (kind !== 'text' && kind !== 'feedback') return goOn(turn)
  const emergency = spotEmergency(turn.text)
  if (emergency === undefined) return goOn(turn)
  const marked = withConversation(turn, { emergency: { kind: emergency.kind, at: turn.now.toISOString() } })
  const advice = { kind: 'emergency', emergency } as const
  // What is confided to the city beside an answer is a judgement too, and is kept: `note-feedback` ends that turn.
  return kind === 'feedback'
    ? goOn({ ...marked, utterances: [...marked.utterances, advice] })
    : endTurn(marked, 'guarded-emergency', advice, ...afterwards(turn))
}

/** What was talked about stays open, unsaid, until the resident wants to go on with it. */
const afterwards = (turn: Turn): readonly Utterance[] => [
  ...(turn.stateLost ? [{ kind: 'wording', key: 'state-lost' } as const] : []),
  ...(turn.conversation.frames.length === 0
    ? []
    : [
        {
          kind: 'buttons',
          buttons: [{ key: 'emergency.go-on', choice: { name: 'command', value: 'repeat' } }],
        } as const,
      ]),
]
