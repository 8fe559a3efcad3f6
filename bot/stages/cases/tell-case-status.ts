// "STATUS F-2026-000123", "hur går det med mitt ärende": to the conversation that may see the case. Everybody else gets one
// and the same answer, whether there is such a case or not.
import { sayStatus } from '../../cases/case-words'
import { plainLine } from '../../dialog/words/fold-words'
import { caseNumbersIn } from '../../cases/case-number'
import { casesSeenBy, type CaseReading } from '../../cases/read-case'
import { grantsForLooking } from '../../home-care/grant'
import { matchCommand } from '../../understanding/match-command'
import { openQuestion } from '../turn/open-dialog'
import { speechOf, utteranceOf } from './speak-of-case'
import { endTurn, goOn, languageOf, type Stage, type Turn } from '../turn/turn'

export interface TellCaseStatusParts {
  readonly store: CaseReading
}

/** Newest; more than that nobody reads in a chat, and no text message holds. */
const mostTold = { web: 5, sms: 2 } as const

export const tellCaseStatus =
  ({ store }: TellCaseStatusParts): Stage =>
  async (turn) => {
    const asked = askedFor(turn)
    if (asked === undefined) return goOn(turn)
    const seen = await casesSeenBy(store, turn.message.conversationId)
    const begun = asked.length === 0 ? dialogBegun(turn) : undefined
    if (begun !== undefined && seen.length === 0 && (await mayBegin(turn, begun, store)))
      return goOn({ ...turn, plan: { kind: 'start', dialog: begun } })
    const wanted = asked.length === 0 ? seen : seen.filter(({ number }) => asked.includes(number))
    const told = wanted.slice(-mostTold[turn.message.channel])
    const said = told.flatMap((one) => sayStatus(one, speechOf(turn))).map(utteranceOf)
    if (begun !== undefined && (await followsVisits(turn, store)))
      return goOn({ ...turn, utterances: [...turn.utterances, ...said] })
    return endTurn(
      turn,
      'answered-case',
      ...(said.length === 0 ? [{ kind: 'wording', key: 'case.unknown' } as const] : said),
      ...openQuestion(turn),
    )
  }

/** Who has no case may mean what a dialog calls by the same word: "status" over SMS is also that of mum's visits. */
const dialogBegun = ({ text, message, content }: Turn): string | undefined =>
  message.channel === 'sms'
    ? [...content.dialogs.values()].find(({ start }) =>
        [...start.values()].flat().some((phrase) => plainLine(phrase.text) === plainLine(text)),
      )?.id
    : undefined

/** Amidst another errand it is asked of that one, but by a relative. */
const mayBegin = async (turn: Turn, dialog: string, store: CaseReading): Promise<boolean> => {
  const { frames } = turn.conversation
  return (
    frames.length === 0 || frames.some((open) => open.dialog === dialog) || (await followsVisits(turn, store))
  )
}

/** A relative who once reported a fault is told of both, or would never again see a visit by that word. */
const followsVisits = async ({ message: { from }, now }: Turn, store: CaseReading): Promise<boolean> =>
  from !== undefined && (await grantsForLooking(store, from, now)).length > 0

/** The numbers asked for; none of them for "mina ärenden"; undefined when it is not about cases. */
function askedFor(turn: Turn): readonly string[] | undefined {
  const { content } = turn.message
  if (content.kind === 'choice')
    return content.choice.name === 'command' && content.choice.value === 'status' ? [] : undefined
  if (content.kind !== 'text') return undefined
  const numbers = caseNumbersIn(turn.text)
  if (numbers.length === 0) return isStatusWord(turn, turn.text) ? [] : undefined
  // A dialog may ask for a description that names an older case.
  return turn.conversation.frames.length === 0 || isShort(turn) ? numbers : undefined
}

const isStatusWord = (turn: Turn, text: string): boolean =>
  matchCommand(text, turn.content.city, languageOf(turn)) === 'status'

/** Nothing but the number, or a word for the status before it. */
const isShort = (turn: Turn): boolean => {
  const rest = turn.text.replace(/f[-–—\s]?20\d\d[-–—\s]?\d{1,9}/giu, ' ').trim()
  return !/\p{L}/u.test(rest) || isStatusWord(turn, rest)
}
