// A typed choice: its code, its label, another word for it, its number in the menu, or any of these with a slip.
import { wordsOf } from '../words/fold-words'
import { choicesNamedExactly, matchChoices, matchLabelWords, onlyCode, withoutPlaces } from './match-choices'
import type { ChoiceOption } from '../model/model'

const menuNumber = /^(?:nr|nummer|alternativ|val|svar|number|option)?\s*\.?\s*(\d{1,2})\s*[.)]?$/iu
const ordinals = new Map(
  [
    ...['ettan', 'tvåan', 'trean', 'fyran', 'femman', 'sexan', 'sjuan'].entries(),
    ...['första', 'tvaan', 'tredje', 'fjärde', 'femte'].entries(),
    ...['first', 'second', 'third', 'fourth', 'fifth'].entries(),
  ].map(([index, word]) => [word, index]),
)
/** In a longer text a single label word is too little to go by. */
const longestForLabelWords = 3

/** Words around a choice that change nothing: "det är ett hål", "hon går i fyran". */
export const fillers: ReadonlySet<string> = new Set(
  'en ett den det är hon han hen barnet går i a an the it is its she he goes in to tack please bara nog'.split(
    ' ',
  ),
)

export interface ChoiceReading {
  readonly code: string
  /** The text is the choice and nothing else. */
  readonly isWhole: boolean
}

/** The one choice that the text names; undefined for none and for several. */
export function readChoice(options: readonly ChoiceOption[], text: string): ChoiceReading | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  const exact = onlyCode(choicesNamedExactly(options, words)) ?? codeByNumber(options, text, words)
  if (exact !== undefined) return { code: exact, isWhole: true }
  const hits = withoutPlaces(matchChoices(options, words), words)
  if (hits.length > 0) {
    const code = onlyCode(hits)
    return code === undefined
      ? undefined
      : {
          code,
          isWhole: words.every(
            (word, index) => fillers.has(word) || hits.some((hit) => hit.from <= index && index < hit.to),
          ),
        }
  }
  const code = words.length > longestForLabelWords ? undefined : onlyCode(matchLabelWords(options, words))
  return code === undefined ? undefined : { code, isWhole: true }
}

function codeByNumber(
  options: readonly ChoiceOption[],
  text: string,
  words: readonly string[],
): string | undefined {
  const written = menuNumber.exec(text.normalize('NFKC').trim())?.[1]
  if (written !== undefined) return options[Number(written) - 1]?.code
  const [only] = words.filter((word) => word !== 'den' && word !== 'det' && word !== 'the')
  const index = words.length <= 2 && only !== undefined ? ordinals.get(only) : undefined
  return index === undefined ? undefined : options[index]?.code
}
