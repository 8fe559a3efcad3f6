// Words for numbers in the languages that residents write: Swedish, English, Finnish, Somali, Arabic.

const numbered = (lines: readonly (readonly [value: number, words: string])[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

export const units = numbered([
  [0, 'noll zero nolla eber صفر'],
  [1, 'en ett one yksi hal kow واحد واحدة أحد احد'],
  [2, 'två tva two kaksi laba اثنان اثنين اثنتان اثنتين اثنا إثنان إثنين'],
  [3, 'tre three kolme saddex seddex ثلاثة ثلاث'],
  [4, 'fyra four neljä nelja afar أربعة أربع اربعة اربع'],
  [5, 'fem five viisi shan خمسة خمس'],
  [6, 'sex six kuusi lix ستة ست'],
  [7, 'sju seven seitsemän seitseman toddoba todobo سبعة سبع'],
  [8, 'åtta atta eight kahdeksan siddeed sideed ثمانية ثماني ثمان'],
  [9, 'nio nine yhdeksän yhdeksan sagaal تسعة تسع'],
])

export const teens = numbered([
  [10, 'tio ten kymmenen toban عشرة عشر'],
  [11, 'elva eleven yksitoista'],
  [12, 'tolv twelve dussin dozen kaksitoista'],
  [13, 'tretton thirteen kolmetoista'],
  [14, 'fjorton fourteen neljätoista neljatoista'],
  [15, 'femton fifteen viisitoista'],
  [16, 'sexton sixteen kuusitoista'],
  [17, 'sjutton seventeen seitsemäntoista'],
  [18, 'arton eighteen kahdeksantoista'],
  [19, 'nitton nineteen yhdeksäntoista'],
  [100, 'hundra hundred sata boqol مئة مائة'],
])

export const tens = numbered([
  [20, 'tjugo twenty kaksikymmentä labaatan عشرون عشرين'],
  [30, 'trettio thirty kolmekymmentä soddon ثلاثون ثلاثين'],
  [40, 'fyrtio forty neljäkymmentä afartan أربعون أربعين اربعون اربعين'],
  [50, 'femtio fifty viisikymmentä konton خمسون خمسين'],
  [60, 'sextio sixty kuusikymmentä lixdan ستون ستين'],
  [70, 'sjuttio seventy seitsemänkymmentä toddobaatan سبعون سبعين'],
  [80, 'åttio eighty kahdeksankymmentä siddeetan ثمانون ثمانين'],
  [90, 'nittio ninety yhdeksänkymmentä sagaashan تسعون تسعين'],
])

export interface SpelledNumber {
  readonly value: number
  /** How many words it takes. */
  readonly length: number
}

/** Numbers of which the unit goes first: `shan iyo labaatan`, `خمسة وعشرون` are 25, `خمسة عشر` is 15. */
export function unitFirst(words: readonly string[], at: number): SpelledNumber | undefined {
  const unit = units.get(words[at] ?? '')
  if (unit === undefined) return undefined
  const [next = '', afterNext = ''] = words.slice(at + 1)
  if (next === 'عشر' || next === 'عشرة') return { value: unit + 10, length: 2 }
  const joined = next.startsWith('و') ? tens.get(next.slice(1)) : undefined
  if (joined !== undefined) return { value: unit + joined, length: 2 }
  const ten = next === 'iyo' ? (tens.get(afterNext) ?? teens.get(afterNext)) : undefined
  return ten === undefined || ten > 90 ? undefined : { value: unit + ten, length: 3 }
}
