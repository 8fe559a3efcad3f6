// What can be read of an answer while it is written, in the way that Bot Framework calls livestreaming: typing activities with
// all of the text so far, and one without text when it is over. None is in the transcript, and no watermark counts them.
import type { ConversationAccount } from 'botframework-schema'
import type { InterimAnswer } from '../../bot/contracts/talk/interim-answer'
import { botAccount, directLineChannel, type ClientActivity } from './to-activity'

export function toInterimActivity(interim: InterimAnswer, cityName: string): ClientActivity {
  const { conversationId, answer, part, language, at, text } = interim
  return {
    type: 'typing',
    // The first one's id is the name that the others go by.
    id: part === 1 ? answer : `${answer}-${part}`,
    ...(text !== undefined && { text, textFormat: 'markdown' }),
    locale: language,
    // Bot Framework's type says Date; on the wire it is ISO 8601.
    timestamp: at as unknown as Date,
    channelId: directLineChannel,
    conversation: { id: conversationId } as unknown as ConversationAccount,
    from: botAccount(cityName),
    channelData: {
      dygnet: { language },
      ...(part > 1 && { streamId: answer }),
      ...(text === undefined ? { streamType: 'final' } : { streamType: 'streaming', streamSequence: part }),
    },
  }
}
