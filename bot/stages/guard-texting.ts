// Texts that come again, in a loop or in a flood are not answered: a machine that answers a machine costs the city money.
import { toLocalTime } from '../hours/local-time'
import { hearText, newMemory, type Hearing } from '../sms/memory'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from './turn'

/** Emergencies and keywords are heard before it. */
export const guardTexting: Stage = (turn) => {
  const { channel, content } = turn.message
  if (channel !== 'sms' || content.kind !== 'text') return goOn(turn)
  const { date } = toLocalTime(turn.now, turn.content.city.timeZone)
  const { memory, hearing } = hearText(turn.conversation.sms ?? newMemory, turn.text, turn.now, date)
  return answerHearing(withConversation(turn, { sms: memory }), hearing)
}

function answerHearing(turn: Turn, hearing: Hearing): StageResult {
  switch (hearing.kind) {
    case 'heard':
      return goOn(turn)
    case 'echo':
      return endTurn(turn, 'ignored-repeat')
    case 'silent':
      // A loop is told nothing, for that would be its next turn; a person is told once.
      return hearing.isNew && hearing.why === 'flood'
        ? endTurn(turn, 'guarded-rate', { kind: 'wording', key: 'sms.too-many' })
        : endTurn(turn, 'guarded-rate')
  }
}
