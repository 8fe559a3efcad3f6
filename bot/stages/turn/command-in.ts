// The command that a whole text is, wherever a conversation stands.
import type { Command } from '../../contracts/talk/command'
import { matchCommand } from '../../understanding/match-command'
import { languageOf, type Turn } from './turn'

/** In the turn's language first; undefined for what is no text. */
export const commandIn = (turn: Turn): Command | undefined =>
  turn.message.content.kind === 'text'
    ? matchCommand(turn.text, turn.content.city, languageOf(turn))
    : undefined
