// Texts that come again, in a loop or in a flood are not answered: a machine that answers a machine costs the city money.
import { toLocalTime } from '../hours/local-time'
import { keywordOf } from '../sms/keywords'
import { hearText, newMemory, type Hearing } from '../sms/memory'
import { endTurn, goOn, withConversation, type Stage, type StageResult, type Turn } from './turn'

/** An emergency is heard before it, and STOPP and START are heard whatever comes of it. */
export const guardTexting: Stage = (turn) => {
  const { channel, content } = turn.message
  if (channel !== 'sms' || content.kind !== 'text') return goOn(turn)
  const { date } = toLocalTime(turn.now, turn.content.city.timeZone)
  const keyword = turn.message.gatewayHeard ?? keywordOf(turn.text)
  // A keyword comes again and again and is no loop; it counts all the same.
  const words = keyword === undefined ? turn.text : ''
  const { memory, hearing } = hearText(turn.conversation.sms ?? newMemory, words, turn.now, date)
  const heard = withConversation(turn, { sms: memory })
  // Nobody answers a loop while a person has the talk, and what they are sent is theirs to read.
  const isHeard = keyword === 'stop' || keyword === 'start' || turn.conversation.person?.state === 'on'
  return isHeard ? goOn(heard) : answerHearing(heard, hearing)
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
