// Where something else is said than before, often without a full stop: what calms the one says nothing of the other.
import { readTokens, type Token } from './read-tokens'

/** Where a phrase stands among the words of a text: `[from, to)`. */
interface Place {
  readonly from: number
  readonly to: number
}

const wordsOf = (line: string): ReadonlySet<string> => new Set(readTokens(line).map(({ word }) => word))

/** What follows is of this moment, whatever was told before it. */
const nowWords = wordsOf('nu now nyt jetzt ahora teraz zaraz зараз тепер الآن هلق هلأ حالا hadda اکنون الان')
/** Behind these something else is said, or the opposite. */
const turnWords = new Set([
  ...nowWords,
  ...wordsOf('men but mutta aber pero ale але لكن ولكن بس laakiin ولی اما'),
])
export const saysNow = (tokens: readonly Token[]): boolean => tokens.some(({ word }) => nowWords.has(word))

/** Calm reaches no further than to a "men" or a "nu": "tack för hjälpen, men nu brinner det". */
export function untilTurn<Hit extends Place>(hit: Hit, tokens: readonly Token[]): Hit {
  const turn = tokens.slice(hit.from + 1, hit.to).findIndex(({ word }) => turnWords.has(word))
  return turn < 0 ? hit : { ...hit, to: hit.from + 1 + turn }
}

/** Who begins a sentence of its own, often without a full stop before it; in the languages where one can hardly be left out. */
const subjects = wordsOf('jag vi han hon hen det i he she we they minä hän')
/** Behind these no new sentence begins: "om det brinner", "a book where he kills", "can I", "a song called …". */
const notBefore = wordsOf(
  `om när att som ifall innan efter för eftersom medan var vart hur vad varför där vem vilka kan får ska måste bör vill har är gör går
  bok boken film filmen serie serien låt låten spel spelet pjäs pjäsen heter
  if when that who which because while after before how what where why can may should do does did is are was would am will could must
  book song film movie series show game called titled named jos kun että joka jotka`,
)
/** "Anmäler jag", "ringer vi": whose subject stands behind it begins no other. */
const verbEnding = /(?:er|ar)$/
const noVerbs = wordsOf('igår år dagar timmar minuter nätter veckor månader')
/** "I am going to kill myself". */
const mostBetween = 4

/** "Hur anmäler jag min man han slår mig nu": what an open calm phrase runs into, and yet a sentence of its own. */
export function startsAnew({ from }: Place, calm: Place, tokens: readonly Token[]): boolean {
  for (let at = from; at >= Math.max(from - mostBetween, calm.from + 1); at -= 1) {
    const before = tokens[at - 1]?.word ?? ''
    if (subjects.has(tokens[at]?.word ?? ''))
      return !notBefore.has(before) && (noVerbs.has(before) || !verbEnding.test(before))
  }
  return false
}
