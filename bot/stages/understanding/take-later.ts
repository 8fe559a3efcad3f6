// "Jag vill klaga på hemtjänsten" amidst an errand that only questions may interrupt: it waits below as an errand of its own, the
// resident is told so, and what was asked is asked again.
import type { TopicId } from '../../contracts/talk/classifier'
import { startDialog } from '../dialog/start-dialog'
import { mostOpenDialogs, openDialog } from '../turn/open-dialog'
import { dialogIdOf } from '../turn/topic'
import { endTurn, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { isErrand } from './is-errand'

/** Undefined where nothing may wait: the topic is no errand, or the open dialog wants to hear of nothing else. */
export function takeLater(turn: Turn, topic: TopicId): StageResult | undefined {
  const open = openDialog(turn)
  const id = dialogIdOf(topic)
  if (open?.dialog.interrupt !== 'questions' || id === undefined || id === open.dialog.id) return undefined
  if (!isErrand(turn, id)) return undefined
  const waiting = waitBelow(turn, id)
  const told: Utterance = { kind: 'dialog-title', key: 'dialog.one-at-a-time', dialog: id }
  return waiting && endTurn(waiting, 'asked', told, { kind: 'open-question' })
}

function waitBelow(turn: Turn, id: string): Turn | undefined {
  const { frames, lastTopic } = turn.conversation
  const below = frames.slice(0, -1)
  if (below.some(({ dialog }) => dialog === id)) return turn
  if (frames.length >= mostOpenDialogs) return undefined
  const begun = startDialog(withConversation(turn, { frames: below }), id)
  if (begun.kind === 'end') return undefined
  const waiting = [...begun.turn.conversation.frames, ...frames.slice(-1)]
  return withConversation(begun.turn, { frames: waiting, lastTopic })
}
