// What a resident can say anywhere: stop, a person, help, back, again, another language. Exact words only, so no sentence is
// misheard; thanks, goodbyes, abuse and who answers also in any order of those words.
import type { Command } from '../../contracts/talk/command'
import { contactCentre } from '../../contracts/city/department'
import { takesText } from '../../dialog/model/list-question'
import { goBack } from '../../dialog/walk/moves'
import { answerToPerson } from '../turn/answer-to-person'
import { articleOf } from '../turn/topic'
import { handOffOutcome } from '../hand-off/hand-off'
import { matchMadeOf } from './match-made-of'
import { offerCode } from '../hand-off/offer-code'
import { foldedLine } from '../../text/normalise'
import { matchCommand } from '../../understanding/match-command'
import { commandIn } from '../turn/command-in'
import { whyItIsAsked } from '../dialog/why-it-is-asked'
import { asksWhatIsMeant } from '../../dialog/words/asks-why'
import { hasBecomeNeedless } from '../dialog/become-needless'
import { wantsNoMore } from '../dialog/reversal-words'
import {
  asksToConfirm,
  backToOpenDialog,
  openDialog,
  openQuestion,
  withoutTopFrame,
  withTopFrame,
} from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import type { Utterance } from '../turn/utterance'

type CommandHandler = (turn: Turn) => StageResult

const say =
  (key: 'thanks' | 'hello' | 'goodbye' | 'small-talk'): CommandHandler =>
  (turn) =>
    endTurn(turn, 'answered-command', { kind: 'wording', key }, ...openQuestion(turn))

const help: CommandHandler = (turn) =>
  endTurn(
    turn,
    'answered-command',
    { kind: 'wording', key: 'help' },
    ...openQuestion(turn),
    ...offerCode(turn),
  )

const cancel: CommandHandler = (turn) => {
  // What the resident wants to stop is no longer there, and they have been told so.
  if (turn.topDialogGone === true) return endTurn(turn, 'answered-command', ...backToOpenDialog(turn))
  const open = openDialog(turn)
  if (open === undefined)
    return endTurn(turn, 'answered-command', { kind: 'wording', key: 'dialog.nothing-to-cancel' })
  const closed = withoutTopFrame(turn)
  const cancelled: Utterance = { kind: 'dialog-title', key: 'dialog.cancelled', dialog: open.dialog.id }
  return endTurn(closed, 'answered-command', cancelled, ...backToOpenDialog(closed))
}

/** Nothing has been done that could be taken back, or `hear-reversal` had heard it: what is being done is meant. */
const undo: CommandHandler = (turn) => (turn.conversation.frames.length === 0 ? goOn(turn) : cancel(turn))

const back: CommandHandler = (turn) => {
  if (turn.topDialogGone === true) return endTurn(turn, 'answered-command', ...backToOpenDialog(turn))
  const open = openDialog(turn)
  const move = open === undefined ? undefined : goBack(open.dialog, open.frame, open.environment)
  return move?.kind === 'moved'
    ? goOn({ ...withTopFrame(turn, move.frame), plan: { kind: 'walk' } })
    : endTurn(
        turn,
        'answered-command',
        { kind: 'wording', key: 'dialog.nothing-before' },
        ...openQuestion(turn),
      )
}

/**
 * Open dialogs are kept: the resident may go on with them while waiting. What waits is said last, so a "ja" is for that. Who rings
 * can take the talk along.
 */
const person: CommandHandler = (turn) => {
  const department = openDialog(turn)?.dialog.owner ?? contactCentre
  return endTurn(
    turn,
    handOffOutcome(turn, department),
    { kind: 'person', department },
    ...openQuestion(turn),
    ...offerCode(turn),
  )
}

/** Who is angry has met something that did not work: they are not scolded, and get to a person with one tap. */
export const stayCalm: CommandHandler = (turn) =>
  endTurn(turn, 'answered-command', { kind: 'wording', key: 'abuse' }, ...openQuestion(turn), {
    kind: 'person-button',
  })

/**
 * Who did not understand, or was not helped, is spoken to alike, and what waits is asked more plainly. Asked what it means, the
 * question is explained: nothing has gone wrong yet.
 */
const tryAgain: CommandHandler = (turn) => {
  const open = openDialog(turn)
  if (open === undefined) return stayCalm(turn)
  const missed = withTopFrame(turn, { ...open.frame, misses: open.frame.misses + 1 })
  if (!asksWhatIsMeant(turn.text)) return stayCalm(missed)
  return endTurn(missed, 'asked', ...whyItIsAsked(open), ...openQuestion(missed))
}

const repeat: CommandHandler = (turn) => {
  if (turn.topDialogGone === true) return endTurn(turn, 'answered-command', ...backToOpenDialog(turn))
  if (turn.conversation.frames.length > 0) return goOn({ ...turn, plan: { kind: 'walk' } })
  const article = articleOf(turn.conversation.lastTopic)
  return article === undefined
    ? endTurn(turn, 'welcomed', { kind: 'welcome', back: false })
    : goOn({ ...turn, plan: { kind: 'article', article } })
}

const restart: CommandHandler = (turn) =>
  endTurn(withConversation(turn, { frames: [], clarifying: [], misses: 0, answered: null }), 'welcomed', {
    kind: 'welcome',
    back: false,
  })

/** The question that waits is said again in the language that is chosen; here its buttons would be in the way of these. */
const offerLanguages: CommandHandler = (turn) =>
  endTurn(turn, 'answered-command', { kind: 'language-choice' })

/** `yes`, `no` and `skip` are answers to a question, so without one they are left to the stages that look for a topic. */
const commandHandlers: ReadonlyMap<string, CommandHandler> = new Map<Command, CommandHandler>([
  ['cancel', cancel],
  ['undo', undo],
  ['withdraw-case', undo],
  ['person', person],
  ['help', help],
  ['back', back],
  ['repeat', repeat],
  ['restart', restart],
  ['thanks', say('thanks')],
  ['hello', say('hello')],
  ['goodbye', say('goodbye')],
  ['small-talk', say('small-talk')],
  ['abuse', stayCalm],
  ['unhelped', tryAgain],
  ['language', offerLanguages],
])

/** A tapped value comes from outside and may be anything. */
function commandOf(turn: Turn): string | undefined {
  const { content } = turn.message
  if (content.kind === 'choice') return content.choice.name === 'command' ? content.choice.value : undefined
  if (content.kind !== 'text') return undefined
  if (answerToPerson(turn) === true) return 'person'
  return (
    commandIn(turn) ??
    matchMadeOf(turn) ??
    complaintIn(turn) ??
    meaningAsked(turn) ??
    (givesUp(turn) ? 'cancel' : undefined)
  )
}

/** What goes before and after a complaint without changing it, folded. */
const before =
  /^(?:(?:tack|nej|na|men|ok|okej|jaha|alltsa|hallo|halla|fast|ju|asso|ursakta|thanks|thank you|no|but|okay|well|sorry|hello|hey)\s+)+/u
const after =
  /(?:\s+(?:hela tiden|hela jakla tiden|jamt|alltid|igen|ju|tyvarr|faktiskt|ens|alls|nu|heller|robot|bot|all the time|again|though|at all|bot|robot))+$/u

const within = / (?:ju|faktiskt|ens|bara|fortfarande) /gu

/** "Tack men det var inte det jag frågade om", "du svarar fel hela tiden": the city's words for it, with others around them. */
function complaintIn(turn: Turn): 'unhelped' | undefined {
  const said = foldedLine(turn.text)
  const bare = said.replace(within, ' ').replace(before, '').replace(after, '')
  if (bare === '' || bare === said || isForWords(turn)) return undefined
  return matchCommand(bare, turn.content.city, languageOf(turn)) === 'unhelped' ? 'unhelped' : undefined
}

/** Of a question that waits; an article is gone on from. */
const meaningAsked = (turn: Turn): 'unhelped' | undefined =>
  openDialog(turn) !== undefined && asksWhatIsMeant(turn.text) ? 'unhelped' : undefined

const isForWords = (turn: Turn): boolean => {
  const open = openDialog(turn)
  return open !== undefined && takesText(open.dialog, open.frame.open)
}

/** "Nej förresten, det behövs inte" is no answer, whatever words are asked for. */
const saysNo = /^\s*(?:nej|nä|nää|no)[\s,.!]/iu

/** In a sentence of their own; where words are asked for it may be the answer. */
function givesUp(turn: Turn): boolean {
  if (openDialog(turn) === undefined || turn.topDialogGone === true) return false
  if (hasBecomeNeedless(turn.text, isForWords(turn), (part) => isCancelled(turn, part))) return true
  if (isForWords(turn) && !saysNo.test(turn.text)) return false
  return wantsNoMore(turn.text, asksToConfirm(turn))
}

const ending: ReadonlySet<Command | undefined> = new Set(['cancel', 'undo', 'withdraw-case'] as const)
const isCancelled = (turn: Turn, part: string): boolean =>
  ending.has(matchCommand(part, turn.content.city, languageOf(turn)))

export const obeyCommand: Stage = (turn) => {
  const command = commandOf(turn)
  const handle = command === undefined ? undefined : commandHandlers.get(command)
  // Words that the city has taken for a command say nothing of danger.
  return handle === undefined ? goOn(turn) : handle({ ...turn, danger: null })
}
