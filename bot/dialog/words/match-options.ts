// Which of the options on the table a text means, by words of their labels: "tisdagen", "den första", "8 december".
import { madeOnce } from '../../contracts/basics/made-once'
import { closenessOf, wordsOf } from './fold-words'

/** An option by its labels in every language it is shown in. */
export interface LabelledOption<T> {
  readonly value: T
  readonly labels: readonly string[]
}

/** `share`: how much of the text is about the options, 1 for all of it. */
export interface MatchedOptions<T> {
  readonly values: readonly T[]
  readonly share: number
}

const menuNumber = /^(?:nr|nummer|alternativ|val|svar|number|option|no)?\s*\.?\s*(\d{1,2})\s*[.)]?$/iu
const ordinals: readonly (readonly string[])[] = [
  ['första', 'ettan', 'first'],
  ['andra', 'tvåan', 'second'],
  ['tredje', 'trean', 'third'],
  ['fjärde', 'fyran', 'fourth'],
  ['femte', 'femman', 'fifth'],
  ['sjätte', 'sexan', 'sixth'],
]
const lasts = new Set(['sista', 'senaste', 'senare', 'last', 'latter', 'later'])
const fillers = new Set(
  (
    'den det de en ett på i kl klockan nr jag vi tar ta vill ha väljer välj gärna tack då passar går bra blir funkar bäst ' +
    'är som gäller för menar menade ja okej ok och med nu a an the on at take want would like please works is fine one it ' +
    'mean yes that eller or alternativet valet option choice'
  ).split(' '),
)
const negations = new Set(['inte', 'ej', 'icke', 'ingen', 'inget', 'inga', 'not', 'no', 'none', 'neither'])
/** "Inte tisdag" picks nothing. */
export const denies = (text: string): boolean => wordsOf(text).some((word) => negations.has(word))

/** In a longer text a word of a label may stand by chance. */
const longestText = 10

/**
 * The option whose label is the text, word for word; else those that fit best; none when nothing fits or something is denied. A number and "den andra" count what is
 * `shown`, in its order; words are looked for among the shown first and then among all.
 */
export function matchOptions<T>(
  shown: readonly LabelledOption<T>[],
  text: string,
  all: readonly LabelledOption<T>[] = shown,
): MatchedOptions<T> {
  const counted = optionByCount(shown, text)
  if (counted !== undefined) return { values: [counted.value], share: 1 }
  const words = wordsIn(text)
  const [said, ...alike] = all.filter(({ labels }) => labels.some((label) => areSame(wordsIn(label), words)))
  if (said !== undefined && alike.length === 0) return { values: [said.value], share: 1 }
  if (words.length > longestText || denies(text)) return { values: [], share: 0 }
  const telling = words.filter((word) => !fillers.has(word))
  const amongShown = fitting(shown, telling)
  const amongAll = all === shown ? amongShown : fitting(all, telling)
  const best = amongAll.count > amongShown.count ? amongAll : amongShown
  return { values: best.values, share: best.told / Math.max(1, telling.length) }
}

interface Fitting<T> {
  readonly values: readonly T[]
  /** How many words of the text each of them has. */
  readonly count: number
  /** How many of them any of them has. */
  readonly told: number
}

/** The option of a number in a menu or of an ordinal, when that is the whole text. */
function optionByCount<T>(shown: readonly LabelledOption<T>[], text: string): LabelledOption<T> | undefined {
  const number = menuNumber.exec(text.normalize('NFKC').trim())?.[1]
  if (number !== undefined) return shown[Number(number) - 1]
  const [only, ...more] = wordsOf(text).filter((word) => !fillers.has(word))
  if (only === undefined || more.length > 0) return undefined
  if (lasts.has(only)) return shown.at(-1)
  return shown[ordinals.findIndex((words) => words.includes(only))]
}

const far = 9

/** The same options are compared with one message after another. */
const labelWords = madeOnce(({ labels }: LabelledOption<unknown>): readonly string[] => [
  ...new Set(labels.flatMap(wordsIn)),
])

function fitting<T>(options: readonly LabelledOption<T>[], words: readonly string[]): Fitting<T> {
  const labels = options.map(labelWords)
  const hits = words.map((word) => {
    const row = labels.map((label) => closestIn(word, label))
    const best = Math.min(...row)
    // A word that one option has letter for letter is no slip of the finger for another one's.
    return row.map((closeness) => closeness < far && closeness <= Math.max(best, 1))
  })
  const counts = options.map((_, index) => hits.filter((row) => row[index] === true).length)
  const count = Math.max(0, ...counts)
  const best = count === 0 ? [] : [...options.keys()].filter((index) => counts[index] === count)
  return {
    values: options.filter((_, index) => best.includes(index)).map(({ value }) => value),
    count,
    told: hits.filter((row) => best.some((index) => row[index] === true)).length,
  }
}

const closestIn = (word: string, label: readonly string[]): number =>
  Math.min(
    far,
    ...label.map((other) =>
      /^\d/.test(word) ? (word === other ? 0 : far) : (closenessOf(word, other) ?? far),
    ),
  )

const wordsIn = (label: string): readonly string[] => wordsOf(label).map(withoutZero)

const areSame = (words: readonly string[], others: readonly string[]): boolean =>
  words.length > 0 && words.length === others.length && words.every((word, at) => word === others[at])

/** "8" and "08" are one hour of the clock. */
const withoutZero = (word: string): string => word.replace(/^0+(?=\d)/, '')
