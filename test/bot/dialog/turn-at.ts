// A turn that has just begun, in a conversation with one open dialog.
import type { Content } from '../../../bot/content/content'
import type { Frame } from '../../../bot/contracts/talk/conversation'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { Turn } from '../../../bot/stages/turn/turn'
import { environment } from './dialog-builder'

export const turnAt = (content: Content, frame: Frame): Turn => ({
  message: {
    id: toMessageId('m1'),
    conversationId: toConversationId(environment.conversationId),
    channel: environment.channel,
    receivedAt: environment.now.toISOString(),
    content: { kind: 'text', text: '' },
  },
  now: environment.now,
  content,
  conversation: {
    format: 1,
    language: environment.language,
    languagesOffered: [],
    languageOffer: null,
    easyRead: false,
    machineTold: [],
    maskedTold: [],
    foreignTold: null,
    frames: [frame],
    clarifying: [],
    misses: 0,
    lastTopic: null,
    lastTurnAt: environment.now.toISOString(),
    answered: null,
    thought: null,
    emergency: null,
    sensitiveAt: null,
    phone: null,
    sms: null,
    danger: null,
    caseAsked: null,
    completing: null,
    person: null,
    numberAsked: null,
    finished: null,
    reversal: null,
  },
  stateLost: false,
  text: '',
  danger: null,
  utterances: [],
  events: [],
  answers: {},
  records: [],
  outbox: [],
  replies: [],
})
