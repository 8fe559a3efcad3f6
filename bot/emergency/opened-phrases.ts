// The phrases that this process reads: one book for all who ask.
import { openPhrases } from './kept-phrases'
import type { PhraseBook } from './phrase-book'

let opened: PhraseBook | undefined

/** Made once, for the tables are part of the program; and when first needed, for many a process never does. */
export const phraseBook = (): PhraseBook => (opened ??= openPhrases())
