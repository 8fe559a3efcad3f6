// The place in a sentence that tells of more: "lampan är trasig vid ICA Maxi" says where, and has no house number.
import type { Frame } from '../../contracts/talk/conversation'
import { readAnswer } from '../answers/read-answer'
import { answerIn } from '../model/frame-answers'
import type { AskStep, Dialog } from '../model/model'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'
import { fold, wordsOf } from '../words/fold-words'
import { isOneOfItsKind } from '../words/looks-like-place'

/** Asked for an address of their own, people do not mean the school they tell of. */
const asksWhere = /^(?:var|where)(?!\p{L})/iu
/** What stands behind these is a place, and with a capital its name. */
const besides = new Set(
  'vid utanför utanfor bakom bredvid mittemot emot framför framfor intill nära nara near outside behind opposite beside'.split(
    ' ',
  ),
)
/** "På måndag" and "i våras" say when: here only what is a place by itself counts. */
const inside = new Set('på pa i at in on by'.split(' '))
/** No name of a place goes on behind them. */
const ends = new Set(
  'är e var har hade lyser fungerar funkar blinkar luktar som men och eller för så att det den de jag vi ni sedan sen is are was has does but and or that which it we'.split(
    ' ',
  ),
)
const longestName = 4

interface Word {
  readonly text: string
  readonly isLast: boolean
}

/** For the one question that asks where, when it is not answered yet; none when nobody could find the place by what is said. */
export function placeAlong(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const [ask, ...others] = [...dialog.asks.values()].filter(({ types }) => types.includes('address'))
  if (ask === undefined || others.length > 0 || answerIn(frame, ask.name) !== undefined) return []
  if (![...ask.question.byKey.values()].some((question) => asksWhere.test(question))) return []
  const words = wordsIn(text)
  for (const at of words.keys()) {
    const told = placeBehind(ask, words.slice(at), environment)
    if (told !== undefined) return [told]
  }
  return []
}

const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/(?<word>[\p{L}\p{M}\d:'’&-]+)(?<after>[.,;!?]?)/gu)].map(({ groups }) => ({
    text: groups?.['word'] ?? '',
    isLast: groups?.['after'] !== '',
  }))

/** The longest name behind the first of the words, when that leads to a place. */
function placeBehind(
  ask: AskStep,
  [lead, ...behind]: readonly Word[],
  environment: WalkEnvironment,
): ReadValue | undefined {
  if (lead === undefined || lead.isLast) return undefined
  const isBeside = besides.has(lead.text.toLowerCase())
  if (!isBeside && !inside.has(lead.text.toLowerCase())) return undefined
  const name = nameIn(behind)
  for (let length = name.length; length > 0; length -= 1) {
    const said = name.slice(0, length).join(' ')
    const raw = `${lead.text} ${said}`
    if (!isFound(said, isBeside, environment)) continue
    const reading = readAnswer(ask, raw, environment)
    if (reading.kind === 'value') return { name: ask.name, value: reading.value, raw, source: 'extracted' }
  }
  return undefined
}

function nameIn(behind: readonly Word[]): readonly string[] {
  const end = behind
    .map(({ text }) => text.toLowerCase())
    .findIndex((word) => ends.has(word) || besides.has(word))
  const name = (end < 0 ? behind : behind.slice(0, end)).slice(0, longestName)
  const last = name.findIndex(({ isLast }) => isLast)
  return (last < 0 ? name : name.slice(0, last + 1)).map(({ text }) => text)
}

/** "Vid skateparken" can be found, "vid vägen" cannot. */
function isFound(name: string, isBeside: boolean, { places }: WalkEnvironment): boolean {
  const last = wordsOf(name).at(-1)
  if (last === undefined) return false
  const isName = isBeside && /^\p{Lu}\p{Ll}|\s\p{Lu}[\p{L}]+$/u.test(name)
  return isName || isOneOfItsKind(fold(last)) || places?.find(name).kind === 'known'
}
