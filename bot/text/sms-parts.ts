// How many SMS a text takes. 3GPP TS 23.038 (the GSM 7-bit alphabet) and TS 23.040 (texts of several parts).

/** Characters of the GSM 7-bit default alphabet; each takes one place. */
const basic: ReadonlySet<string> = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Characters of its extension table; each takes two places. */
const extended: ReadonlySet<string> = new Set('^{}\\[~]|€\f')

/** Places of one message alone, and of each part of a longer one, which carries a header. */
const gsmPlaces = { alone: 160, part: 153 }
const unicodePlaces = { alone: 70, part: 67 }

export interface SmsParts {
  readonly parts: number
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** Places taken: septets, or UTF-16 code units. */
  readonly places: number
  /** The first character that the GSM alphabet lacks. */
  readonly forcedBy?: string
}

/** A character of two places is never divided between two parts. */
export function smsParts(text: string): SmsParts {
  const characters = Array.from(text)
  const forcedBy = characters.find((one) => !basic.has(one) && !extended.has(one))
  const widths =
    forcedBy === undefined
      ? characters.map((one) => (extended.has(one) ? 2 : 1))
      : characters.map((one) => one.length)
  const limits = forcedBy === undefined ? gsmPlaces : unicodePlaces
  const places = widths.reduce((sum, width) => sum + width, 0)
  return {
    parts: places <= limits.alone ? 1 : countParts(widths, limits.part),
    encoding: forcedBy === undefined ? 'GSM-7' : 'UCS-2',
    places,
    ...(forcedBy !== undefined && { forcedBy }),
  }
}

function countParts(widths: readonly number[], placesPerPart: number): number {
  let parts = 1
  let taken = 0
  for (const width of widths) {
    if (taken + width > placesPerPart) {
      parts += 1
      taken = 0
    }
    taken += width
  }
  return parts
}
