// Swedish words without their endings, by the stemmer of `natural` and its tokenizer, loaded alone: the whole package is heavy.
import SwedishTokenizer from 'natural/lib/natural/tokenizers/aggressive_tokenizer_sv'
import swedishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_sv'

const tokenizer = new SwedishTokenizer()

/** Longer ones are no words, and nothing is gained by cutting their endings. */
const longestWordCharacters = 40

/**
 * The stem of a normalised word: `soptunnorna` → `soptunn`. Snowball's Swedish algorithm (M. Porter,
 * https://snowballstem.org/algorithms/swedish/stemmer.html).
 */
export const stemOfSwedish = (word: string): string =>
  word.length > longestWordCharacters ? word : swedishStemmer.stem(word)

/** The stems of a word's Latin-letter parts: several when it joins Latin and other letters, none in other scripts. */
export const stemSwedish = (word: string): readonly string[] => tokenizer.tokenize(word).map(stemOfSwedish)
