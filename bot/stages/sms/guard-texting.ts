// Texts that come again, in a loop or in a flood are not answered: a machine that answers a machine costs the city money.
import type { Command } from '../../contracts/talk/command'
import { toLocalTime } from '../../hours/local-time'
import { keywordOf } from '../../sms/keywords'
import { hearText, newMemory, wakeUp, type Hearing } from '../../sms/memory'
import { matchCommand } from '../../understanding/match-command'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

/** An emergency is heard before it, and STOPP and START are heard whatever comes of it. */
export const guardTexting: Stage = (turn) => {
  const { channel, content } = turn.message
  if (channel !== 'sms' || content.kind !== 'text') return goOn(turn)
  const { date } = toLocalTime(turn.now, turn.content.city.timeZone)
  const keyword = turn.message.gatewayHeard ?? keywordOf(turn.text)
  // What asks the bot for something comes again and again and is no loop; it counts all the same.
  const words = keyword === undefined && !isCommand(turn) ? turn.text : ''
  const { memory, hearing } = hearText(turn.conversation.sms ?? newMemory, words, turn.now, date)
  const heard = withConversation(turn, { sms: keyword === 'start' ? wakeUp(memory) : memory })
  // Nobody answers a loop while a person has the talk, and what they are sent is theirs to read.
  const isHeard = keyword === 'stop' || keyword === 'start' || turn.conversation.person?.state === 'on'
  return isHeard ? goOn(heard) : answerHearing(heard, hearing)
}

/** A machine may be as polite as a person, and asks for nothing by it. */
const courtesies: ReadonlySet<Command> = new Set<Command>(['thanks', 'goodbye', 'small-talk'])

function isCommand(turn: Turn): boolean {
  const command = matchCommand(turn.text, turn.content.city, languageOf(turn))
  return command !== undefined && !courtesies.has(command)
}

function answerHearing(turn: Turn, hearing: Hearing): StageResult {
  switch (hearing.kind) {
    case 'heard':
      return goOn(turn)
    case 'echo':
      return endTurn(turn, 'ignored-repeat')
    case 'silent':
      // Told once: it may be a person after all, and a machine that answers it is met with silence.
      return hearing.isNew
        ? endTurn(turn, 'guarded-rate', { kind: 'wording', key: 'sms.too-many' })
        : endTurn(turn, 'guarded-rate')
  }
}
