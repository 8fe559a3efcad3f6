// "Helst inte på torsdag", "torsdag går inte", "vi är bortresta på fredag": days that are named because they do not suit.
import { findDates, type FoundDate } from './find-dates'

/** As it stands in the text, with the words that deny it. */
interface DeniedDay {
  readonly start: number
  readonly end: number
}

/**
 * "Inte" denies the day only where it is about the wish: behind these, or first in its clause. "Bilen kom inte i tisdags" tells of
 * that Tuesday.
 */
const ofAWish =
  '(?:men|och|dock|fast|bara|helst|gärna|absolut|tyvärr|kan|går|passar|funkar|fungerar|hinner|vill|orkar|but|and|rather|preferably|just)'
const not = `(?:(?:(?:^|[.,;:!?()–-])\\s*|(?<!\\p{L})${ofAWish}\\s+)(?:inte|ej|icke|not)|(?<!\\p{L})(?:cannot|can['’]?t|won['’]?t|isn['’]?t))`
const away =
  '(?:bort(?:resta|rest|a)|upptagna|upptagen|iväg|utomlands|(?:inte|ej)\\s+hemma|away|busy|abroad|not\\s+(?:at\\s+)?home)(?!\\p{L})'
const besides = '(?:utom|förutom|except(?:\\s+for)?)'
/** "Inte förrän på torsdag" and "inte bara på torsdag" wish for it. */
const small =
  '(?:kan|är|hemma|vara|ta\\s+emot|helst|gärna|alls|på|en|den|till|just|nu|komma|on|the|am|are|is|be|at|home|make\\s+it|do|come|in|for)'
const before = new RegExp(`(?:${not}|(?<!\\p{L})${away}|(?<!\\p{L})${besides})(?:\\s+${small})*\\s*$`, 'iu')

const who = '(?:det|jag|vi|man|hon|han|de|i|we|it)'
const after = new RegExp(
  `^\\s*(?:(?:går|passar|funkar|fungerar|duger|kan|hinner|orkar|vill)(?:\\s+${who})?(?:\\s+tyvärr)?\\s+(?:inte|ej|dåligt|illa)(?!\\p{L})|` +
    `är\\s+(?:inte|ej)\\s+(?:bra|möjligt)|är\\s+${who}\\s+(?:\\p{L}+\\s+)?${away}|` +
    `(?:(?:does|do|will|would)\\s+not|(?:doesn|won|wouldn)['’]?t)\\s+(?:work|suit|do)|is\\s+(?:not|no)\\s+good|i\\s+(?:can['’]?t|cannot))`,
  'iu',
)
/** "Passar inte torsdag?" asks for it politely. */
const asks = /^\s*\?/
/** "Inte på torsdag eller fredag": what is said of one day goes for the next. */
const alike = /^\s*(?:eller|och|or|nor|and)\s+$/iu

/** In the order written. */
export function findDeniedDays(text: string, dates: readonly FoundDate[]): readonly DeniedDay[] {
  const found: DeniedDay[] = []
  for (const { start, end } of dates) {
    const last = found.at(-1)
    const lead = before.exec(text.slice(0, start))
    const behind = after.exec(text.slice(end))
    if (asks.test(text.slice(end))) continue
    if (behind !== null) found.push({ start, end: end + behind[0].length })
    else if (lead !== null) found.push({ start: lead.index + lead[0].search(/\p{L}/u), end })
    else if (last !== undefined && alike.test(text.slice(last.end, start)))
      found.push({ start: last.start, end })
  }
  return found
}

/** The dates of a text that are wished for, or told of. */
export function findMeantDates(text: string, today: string, english: boolean): readonly FoundDate[] {
  const dates = findDates(text, today, english)
  const denied = findDeniedDays(text, dates)
  return dates.filter((date) => !denied.some(({ start, end }) => start <= date.start && date.end <= end))
}

/** The text without the days that do not suit and what denies them; unchanged, where it has none. */
export function withoutDeniedDays(text: string, today: string, english: boolean): string {
  return findDeniedDays(text, findDates(text, today, english)).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  )
}
