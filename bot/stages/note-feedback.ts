// "Hjälpte svaret?": kept under the id of the answer it is about, with its topic, for the owner to read.
import { endTurn, goOn, type Stage } from './turn'

export const noteFeedback: Stage = (turn) => {
  const { content, conversationId } = turn.message
  if (content.kind !== 'feedback') return goOn(turn)
  const { replyId, helpful, reason } = content
  const value = {
    replyId,
    helpful,
    ...(reason === undefined ? {} : { reason }),
    topic: turn.conversation.lastTopic,
    language: turn.conversation.language,
    at: turn.now.toISOString(),
  }
  // The id of a reply is unique in its conversation only.
  const record = {
    collection: 'feedback',
    id: `${conversationId}/${replyId}`,
    conversationId,
    value,
  } as const
  return endTurn({ ...turn, records: [...turn.records, record] }, 'noted-feedback')
}
