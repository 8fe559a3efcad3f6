// What can be read of an answer while it is written, in the way that Bot Framework calls livestreaming: typing activities with
// all of the text so far. The reply says that it ends them. They are in no transcript, and no watermark counts them.
import type { ConversationAccount } from 'botframework-schema'
import type { InterimAnswer } from '../../bot/contracts/talk/interim-answer'
import { botAccount, directLineChannel, type ClientActivity } from './to-activity'

/** @param after sequence of the last line that the client has; Web Chat sorts by it, and by the time where it is missing. */
export function toInterimActivity(interim: InterimAnswer, cityName: string, after: number): ClientActivity {
  const { conversationId, reply, part, language, at, text } = interim
  return {
    type: 'typing',
    // The first one's id is the name that the others go by, and the reply.
    id: part === 1 ? reply : `${reply}/${part}`,
    text,
    textFormat: 'markdown',
    locale: language,
    // Bot Framework's type says Date; on the wire it is ISO 8601.
    timestamp: at as unknown as Date,
    channelId: directLineChannel,
    conversation: { id: conversationId } as unknown as ConversationAccount,
    from: botAccount(cityName),
    channelData: {
      dygnet: { language },
      ...(part > 1 && { streamId: reply }),
      streamType: 'streaming',
      streamSequence: part,
      'webchat:sequence-id': after + 0.5,
    },
  }
}
