// A story told at a yes/no: "en cyklist ramlade här igår", where staff wrote that "ramla" means yes.
import { fold, stem, wordsOf } from './fold-words'
import { readsAsQuestion } from './reads-as-question'

/** "Jättefarligt" and "livsfarligt" are farligt; "ofarligt" is not. */
const stronger = '(?:jatte|livs|skit|super|mega|trafik)?'
/** Said of what follows right behind them: "det är inte så farligt". */
const notBefore =
  /(?:^| )(?:inte|ej|icke|not)(?: (?:sa|sarskilt|speciellt|direkt|alls|very|really|that|so))? $/u
const denies =
  /(?:^| )(?:inte|ej|icke|ingen|inget|inga|aldrig|knappast|utan|not|no|nobody|none|never|without|t)(?: |$)/u

/** A shorter beginning is that of many words: "fara" and "farbror". */
const shortestBeginning = 4

function patternOf(phrase: string): string {
  const words = wordsOf(phrase).map((word) => {
    const beginning = stem(fold(word))
    return beginning.length < shortestBeginning ? fold(word) : `${stronger}${beginning}\\p{L}*`
  })
  return words.join(' ')
}

/** Undefined where none of the phrases stands there, in a question, and where anything is denied but the phrase itself. */
export function tellsYes(text: string, phrases: readonly string[]): boolean | undefined {
  if (readsAsQuestion(text)) return undefined
  const line = fold(wordsOf(text).join(' '))
  for (const phrase of phrases) {
    const found = new RegExp(`(?<=^| )${patternOf(phrase)}(?= |$)`, 'u').exec(line)
    if (found === null) continue
    if (!denies.test(line)) return true
    return notBefore.test(line.slice(0, found.index)) ? false : undefined
  }
  return undefined
}
