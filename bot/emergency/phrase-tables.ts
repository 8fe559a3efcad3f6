// The languages in which an emergency is recognised.
import { arabic } from './phrases/ar'
import { english } from './phrases/en'
import { finnish } from './phrases/fi'
import { german } from './phrases/de'
import { persian } from './phrases/fa'
import { polish } from './phrases/pl'
import { somali } from './phrases/so'
import { spanish } from './phrases/es'
import { swedish } from './phrases/sv'
import { ukrainian } from './phrases/uk'
import type { PhraseTable } from './phrase-table'

/** Where two languages fit a text alike, the earlier one is answered. */
export const phraseTables: readonly PhraseTable[] = [
  swedish,
  english,
  finnish,
  arabic,
  somali,
  persian,
  ukrainian,
  polish,
  spanish,
  german,
]
