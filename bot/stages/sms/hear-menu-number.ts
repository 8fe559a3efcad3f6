// Over SMS options are numbered lines: "2", "2.", "nr 2", "två" or the option's own words choose one of those sent last.
import type { SmsMemory } from '../../contracts/talk/conversation'
import type { Choice } from '../../contracts/talk/message'
import type { Store } from '../../contracts/store/store'
import { plainLine } from '../../dialog/words/fold-words'
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import { isFresh } from '../../sms/memory'
import { wasTaken } from '../../sms/send-text'
import { units } from '../../text/number-words'
import { asksForDigits, openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, type Stage, type Turn } from '../turn/turn'

type Option = NonNullable<SmsMemory['menu']>['options'][number]

const digits = /^\s*(?:nr|nummer|no|number|alt|alternativ)?\.?\s*#?\s*(\d{1,2})\s*[.):]?\s*$/iu

/** The number that the whole text is. */
export const numberIn = (text: string): number | undefined => {
  const written = digits.exec(text)?.[1]
  return written === undefined ? units.get(text.trim().toLowerCase().replace(/[.!]$/, '')) : Number(written)
}

export interface HearMenuNumberParts {
  readonly store: Pick<Store, 'record'>
}

type Menu = NonNullable<SmsMemory['menu']>

export const hearMenuNumber =
  ({ store }: HearMenuNumberParts): Stage =>
  async (turn) => {
    const meant = meantOption(turn)
    if (meant === undefined || !(await isGiven(meant.menu, store))) return goOn(turn)
    if (isFresh(meant.menu, turn.now)) return goOn(chosen(turn, meant.option))
    return meant.byNumber
      ? endTurn(turn, 'clarified', { kind: 'wording', key: 'sms.menu-expired' }, ...openQuestion(turn))
      : goOn(turn)
  }

/** What was tapped, or over SMS chosen by its number or its words. */
export function choiceIn(turn: Turn): Choice | undefined {
  const { content } = turn.message
  if (content.kind === 'choice') return content.choice
  const meant = meantOption(turn)
  if (meant === undefined || !isFresh(meant.menu, turn.now)) return undefined
  const { name, value } = meant.option
  return { name, value }
}

interface Meant {
  readonly menu: Menu
  readonly option: Option
  readonly byNumber: boolean
}

function meantOption(turn: Turn): Meant | undefined {
  const { channel, content } = turn.message
  if (channel !== 'sms' || content.kind !== 'text' || turn.plan !== undefined) return undefined
  // The number is the answer itself, or the question has choices of its own words.
  if (asksForDigits(turn)) return undefined
  const menu = turn.conversation.sms?.menu ?? null
  const number = numberIn(turn.text)
  if (menu === null || number === 0) return undefined
  const option = number === undefined ? byWords(menu.options, turn) : menu.options[number - 1]
  return option && { menu, option, byNumber: number !== undefined }
}

/** Nobody answers to a text that waits for a gateway. */
const isGiven = async ({ text }: Menu, store: Pick<Store, 'record'>): Promise<boolean> =>
  text === undefined || wasTaken(store, text)

const shortestBeginning = 4

/**
 * The words of one option, or the beginning of only one. A dialog's question hears its own choices, and hears more; the number
 * that the resident writes from is none of them.
 */
function byWords(options: readonly Option[], turn: Turn): Option | undefined {
  const said = plainLine(turn.text)
  if (turn.conversation.frames.length > 0) {
    const own = options.find(({ value }) => value === turn.message.from)
    return own !== undefined && meansOwnNumber(own, said, turn) ? own : undefined
  }
  const same = options.find(({ label }) => plainLine(label) === said)
  if (same !== undefined || said.length < shortestBeginning) return same
  const begun = options.filter(({ label }) => plainLine(label).startsWith(said))
  return begun.length === 1 ? begun[0] : undefined
}

/** Nobody who is asked for their number says yes to anything but the one they write from. */
const meansOwnNumber = ({ label }: Option, said: string, { text, content: { city } }: Turn): boolean =>
  plainLine(label) === said || sameNumber.has(said) || readPlainYesNo(text, city) === true

const sameNumber = new Set([
  'samma',
  'samma nummer',
  'samma som jag skriver från',
  'mitt',
  'mitt nummer',
  'det här',
  'detta',
  'detta nummer',
  'same',
  'the same',
  'same number',
  'this one',
  'my number',
])

/** As if it had been tapped. */
export const chosen = (turn: Turn, { label, name, value }: Option): Turn => ({
  ...turn,
  text: label,
  isTranslated: true,
  message: { ...turn.message, content: { kind: 'choice', choice: { name, value }, label } },
})
