// The name by which texts call the client: the relative's own choice, and nothing to whoever else sees the phone.

/** Beginnings of words that tell of care or illness, in lower case; Swedish and English. */
const careWords = [
  'hemtj',
  'vård',
  'omsorg',
  'omvård',
  'hjälp',
  'dusch',
  'medicin',
  'tablett',
  'insulin',
  'demen',
  'alzh',
  'sjuk',
  'patient',
  'brukare',
  'klient',
  'boende',
  'städ',
  'toalett',
  'blöj',
  'palliativ',
  'larm',
  'rullst',
  'rollator',
  'cancer',
  'diabet',
  'psyk',
  'missbruk',
  'handikapp',
  'funktions',
  'besök',
  'personal',
  'social',
  'soc',

  'care',
  'nurs',
  'sick',
  'ill',
  'pill',
  'shower',
  'help',
  'dement',
  'alarm',
  'client',
  'visit',
  'disab',
  'homecare',
]

export type AliasFault = 'length' | 'signs' | 'care-word'

const longestAlias = 12

/** Undefined when it may be used. */
export function aliasFault(written: string): AliasFault | undefined {
  const alias = written.trim()
  if (alias.length === 0 || alias.length > longestAlias) return 'length'
  // Four digits in a row are a year of birth or a part of a number.
  if (!/^[\p{L}\d][\p{L}\p{M}\d .-]*$/u.test(alias) || /\d{4}/.test(alias.replace(/[ .-]/g, '')))
    return 'signs'
  const words = alias
    .toLowerCase()
    .normalize('NFC')
    .split(/[ .-]+/)
  const isCare = words.some((word) => careWords.some((begin) => word.startsWith(begin)))
  return isCare ? 'care-word' : undefined
}
