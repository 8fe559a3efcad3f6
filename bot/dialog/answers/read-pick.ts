// A typed or tapped answer to a question with options: a number, words of a label, or a wish for more of them.
import { invalid, notUnderstood, type AnswerReading } from '../model/answer-reading'
import { isIsoDate } from '../../hours/calendar-day'
import { withoutDeniedDays } from '../words/denied-days'
import { plainLine } from '../words/fold-words'
import type { Interpretation } from './interpretation'
import { readAnyOfThese } from '../words/any-of-these'
import { denies, matchOptions } from '../words/match-options'
import type { AskStep } from '../model/model'
import { mostOffered } from './offered-answers'
import type { PickOption, ShownOptions } from '../model/pick-options'
import { asksSomething } from './read-answer'
import { readDateAnswer } from './read-when'
import type { WalkEnvironment } from '../model/walk-environment'

const labelled = ({ id, label }: PickOption) => ({
  value: id,
  labels: typeof label === 'string' ? [label] : Object.values(label),
})

/** Less of a sentence about the option than this, and another explanation of it goes first. */
const sureShare = 0.5

/**
 * By number, by words of the label, or by its day where options are days: "i övermorgon", "fredag nästa vecka". A weekday
 * alone is one of those that are shown; a day that none of them has is told to be none.
 */
export function readPick(
  { shown, all }: ShownOptions,
  text: string,
  environment: WalkEnvironment,
): AnswerReading {
  if (asksSomething(text)) return notUnderstood
  const leftToUs = optionLeftToUs({ shown, all }, text)
  if (leftToUs !== undefined) return { kind: 'value', value: leftToUs, certainty: 'full' }
  const said = withoutDeniedDays(text, environment.today, environment.language === 'en')
  const { values, share } = matchOptions(shown.map(labelled), said, all.map(labelled))
  const byWords = toReading(values, share)
  if (byWords.kind === 'value' && share === 1) return byWords
  const onDay = optionsOnDay(all, said, environment)
  if (onDay === undefined) return byWords
  if (onDay.length > 0) return toReading(onDay, 1)
  return byWords.kind === 'value' ? byWords : invalid('options.not-there')
}

function toReading(values: readonly string[], share: number): AnswerReading {
  const [value, ...others] = values
  if (value === undefined || values.length > mostOffered) return notUnderstood
  if (others.length > 0) return share < sureShare ? notUnderstood : { kind: 'ambiguous', values }
  return { kind: 'value', value, certainty: share === 1 ? 'full' : share < sureShare ? 'free' : 'part' }
}

const dayOf = ({ id }: PickOption): string => id.slice(0, 'yyyy-mm-dd'.length)

/** Of options that are days a text may name one. */
export const areDays = (options: readonly PickOption[]): boolean =>
  options.every((option) => isIsoDate(dayOf(option)))

/** "Första bästa", of options that are days: of any others the first is no better than the rest. */
function optionLeftToUs(
  { shown, all }: Pick<ShownOptions, 'shown' | 'all'>,
  text: string,
): string | undefined {
  const which = areDays(all) ? readAnyOfThese(text) : undefined
  if (which === 'any') return shown[0]?.id
  return which === 'soonest' ? all.map(({ id }) => id).toSorted()[0] : undefined
}

/** Ids of the options on a day that the text names; undefined when it names none, or the options are no days. */
function optionsOnDay(
  all: readonly PickOption[],
  text: string,
  environment: WalkEnvironment,
): readonly string[] | undefined {
  if (denies(text) || !all.some((option) => isIsoDate(dayOf(option)))) return undefined
  const reading = readDateAnswer(text, environment, () => 'full')
  const days = reading.kind === 'value' ? [reading.value] : reading.kind === 'ambiguous' ? reading.values : []
  if (days.length === 0) return undefined
  return all.filter((option) => days.includes(dayOf(option))).map(({ id }) => id)
}

const moreLine =
  /^(?:(?:visa|finns det|har ni|ge mig|show|any|are there any|see)\s+)?(?:(?:inga?|ingen|inget|none)\s+(?:av\s+(?:dem|dessa|de)|of\s+(?:them|these))(?:\s+passar)?|(?:några\s+|mig\s+|me\s+)?(?:fler|flera|mer|more|andra(?=\s)|other(?=\s)|senare(?=\s)|later(?=\s))(?:\s+(?:tider|dagar|alternativ|val|förslag|times|days|options|choices))?)$/u

/** "Fler tider": the next page of the options. */
export const wantsMore = (text: string): boolean => moreLine.test(plainLine(text))

/** Over SMS the numbers go on behind the options: more of them, then skip. */
export function readPickNumber(
  ask: AskStep,
  { shown, hasMore }: ShownOptions,
  text: string,
): Interpretation | undefined {
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1]
  if (number === undefined) return undefined
  const index = Number(number) - 1
  const option = shown[index]
  if (option !== undefined) return picked(ask, option, text)
  const extra = index - shown.length
  if (hasMore && extra === 0) return { kind: 'more', name: ask.name }
  return ask.optional && extra === (hasMore ? 1 : 0) ? { kind: 'skip' } : undefined
}

export function readPickTap(
  ask: AskStep,
  options: ShownOptions | undefined,
  value: string,
  label: string,
): Interpretation {
  const option = options?.all.find(({ id }) => id === value)
  return option === undefined ? { kind: 'stale' } : picked(ask, option, label)
}

const picked = ({ name }: AskStep, { id }: PickOption, raw: string): Interpretation => ({
  kind: 'answers',
  answers: [{ name, value: id, raw, source: 'tapped' }],
  certainty: 'full',
  corrects: false,
})
