// Swedish words without their endings, by the stemmer and the tokenizer of `natural`, loaded alone: the whole package is heavy.
import SwedishTokenizer from 'natural/lib/natural/tokenizers/aggressive_tokenizer_sv'
import swedishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_sv'

const tokenizer = new SwedishTokenizer()
/** Residents' words repeat; beyond this many the memory is begun anew. */
const mostRemembered = 20_000
const remembered = new Map<string, string>()

/** Longer ones are no words, and nothing is gained by cutting their endings. */
const longestWordCharacters = 40

function stemOf(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const stem = word.length > longestWordCharacters ? word : swedishStemmer.stem(word)
  remembered.set(word, stem)
  return stem
}

/**
 * The stems of the Latin-letter words of a normalised line, in order: `soptunnorna` → `soptunn`. Words in other
 * scripts give none. Snowball's Swedish algorithm (M. Porter, https://snowballstem.org/algorithms/swedish/stemmer.html).
 */
export function stemSwedish(line: string): readonly string[] {
  return tokenizer.tokenize(line).map(stemOf)
}
