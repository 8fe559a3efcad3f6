// "Hjälpte svaret?": kept under the id of the reply it is about, with the topic of that reply, for the owner to read.
import type { ConversationId } from '../../contracts/talk/ids'
import type { Outcome } from '../../contracts/talk/outcome'
import type { Reply } from '../../contracts/talk/reply'
import { isSensitiveTopic } from '../turn/topic'
import { endTurn, goOn, type Stage, type Turn } from '../turn/turn'

export interface NoteFeedbackParts {
  /** A reply given in a conversation; undefined when none has this id. */
  readonly findReply: (conversationId: ConversationId, replyId: string) => Promise<Reply | undefined>
}

export const noteFeedback =
  ({ findReply }: NoteFeedbackParts): Stage =>
  async (turn) => {
    const { content, conversationId } = turn.message
    if (content.kind !== 'feedback') return goOn(turn)
    const { replyId, helpful, reason } = content
    const reply = await findReply(conversationId, replyId)
    // Ids come from outside; a judgement of nothing would only be noise among the others.
    if (reply === undefined) return endTurn(turn, outcomeOf(turn, 'ignored-feedback'))
    const value = {
      replyId,
      helpful,
      ...(reason === undefined || isSensitiveTopic(turn, reply.topic) ? {} : { reason }),
      topic: reply.topic ?? null,
      language: reply.language,
      at: turn.now.toISOString(),
    }
    // The id of a reply is unique in its conversation only.
    const record = {
      collection: 'feedback',
      id: `${conversationId}/${replyId}`,
      conversationId,
      value,
    } as const
    return endTurn({ ...turn, records: [...turn.records, record] }, outcomeOf(turn, 'noted-feedback'))
  }

/** A cry for help was answered before. */
const outcomeOf = ({ utterances }: Turn, otherwise: Outcome): Outcome =>
  utterances.some(({ kind }) => kind === 'emergency') ? 'guarded-emergency' : otherwise
