// Words for numbers in the languages that residents write: those that the city speaks, whole or in part.

const numbered = (lines: readonly (readonly [value: number, words: string])[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

export const units = numbered([
  [0, 'noll zero nolla eber صفر нуль cero null'],
  [
    1,
    'en ett one yksi hal kow واحد واحدة أحد احد jeden jedna jedno один одна одне uno una un eins ein eine یک',
  ],
  [2, 'två tva two kaksi laba اثنان اثنين اثنتان اثنتين اثنا إثنان إثنين dwa dwie два дві dos zwei zwo دو'],
  [3, 'tre three kolme saddex seddex ثلاثة ثلاث trzy три tres drei سه'],
  [4, 'fyra four neljä nelja afar أربعة أربع اربعة اربع cztery чотири cuatro vier چهار'],
  [5, 'fem five viisi shan خمسة خمس pięć пять cinco fünf fuenf پنج'],
  [6, 'sex six kuusi lix ستة ست sześć szesc шість seis sechs شش'],
  [7, 'sju seven seitsemän seitseman toddoba todobo سبعة سبع siedem сім siete sieben هفت'],
  [8, 'åtta atta eight kahdeksan siddeed sideed ثمانية ثماني ثمان osiem вісім ocho acht هشت'],
  [9, 'nio nine yhdeksän yhdeksan sagaal تسعة تسع dziewięć dziewiec девять nueve neun'],
])

export const teens = numbered([
  [10, 'tio ten kymmenen toban عشرة عشر dziesięć dziesiec десять diez zehn'],
  [11, 'elva eleven yksitoista jedenaście одинадцять elf یازده'],
  [12, 'tolv twelve dussin dozen kaksitoista dwanaście дванадцять doce zwölf zwoelf دوازده'],
  [13, 'tretton thirteen kolmetoista trzynaście тринадцять trece dreizehn سیزده'],
  [14, 'fjorton fourteen neljätoista neljatoista czternaście чотирнадцять catorce vierzehn چهارده'],
  [15, 'femton fifteen viisitoista piętnaście пятнадцять quince fünfzehn پانزده'],
  [16, 'sexton sixteen kuusitoista szesnaście шістнадцять dieciséis sechzehn شانزده'],
  [17, 'sjutton seventeen seitsemäntoista siedemnaście сімнадцять diecisiete siebzehn هفده'],
  [18, 'arton eighteen kahdeksantoista osiemnaście вісімнадцять dieciocho achtzehn هجده'],
  [19, 'nitton nineteen yhdeksäntoista dziewiętnaście девятнадцять diecinueve neunzehn نوزده'],
  [100, 'hundra hundred sata boqol مئة مائة sto сто cien hundert صد'],
])

export const tens = numbered([
  [20, 'tjugo twenty kaksikymmentä labaatan عشرون عشرين dwadzieścia двадцять veinte zwanzig بیست'],
  [30, 'trettio thirty kolmekymmentä soddon ثلاثون ثلاثين trzydzieści тридцять treinta dreißig سی'],
  [
    40,
    'fyrtio forty neljäkymmentä afartan أربعون أربعين اربعون اربعين czterdzieści сорок cuarenta vierzig چهل',
  ],
  [50, 'femtio fifty viisikymmentä konton خمسون خمسين pięćdziesiąt пятдесят cincuenta fünfzig پنجاه'],
  [60, 'sextio sixty kuusikymmentä lixdan ستون ستين sześćdziesiąt шістдесят sesenta sechzig شصت'],
  [
    70,
    'sjuttio seventy seitsemänkymmentä toddobaatan سبعون سبعين siedemdziesiąt сімдесят setenta siebzig هفتاد',
  ],
  [
    80,
    'åttio eighty kahdeksankymmentä siddeetan ثمانون ثمانين osiemdziesiąt вісімдесят ochenta achtzig هشتاد',
  ],
  [90, 'nittio ninety yhdeksänkymmentä sagaashan تسعون تسعين dziewięćdziesiąt девяносто noventa neunzig نود'],
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

/** "Tusen spänn" and "2k" are sums to friends. What they multiply is not reckoned with: where a number is wanted, digits are. */
export const roundWords: ReadonlySet<string> = new Set(
  'tusen lax lök miljon miljoner thousand grand million tausend tuhat tuhatta k tkr ksek'.split(' '),
)
