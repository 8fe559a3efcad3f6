// The files of `natural` that are loaded by their own paths; the package types only its front door.
declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_sv' {
  class SwedishTokenizer {
    tokenize(text: string): string[]
  }
  export = SwedishTokenizer
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_sv' {
  const swedishStemmer: { stem(word: string): string }
  export = swedishStemmer
}
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const englishStemmer: { stem(word: string): string }
  export = englishStemmer
}
