// A typed place in its parts: the name of a street or landmark, the number of a house, the locality; or two streets that meet.
import { foldDiacritics } from '../text/normalise'

export type PlaceText =
  | {
      readonly kind: 'place'
      readonly name: string
      readonly number?: string
      /** As written behind it: `Ödåkra`. */
      readonly area?: string
    }
  | { readonly kind: 'crossing'; readonly streets: readonly [string, string] }

const leading =
  /^(?:(?:på|pa|vid|i|utanför|utanfor|nära|nara|hos|framför|framfor|bakom|at|on|near|in|by|outside|the|adressen|platsen)\s+)+/iu
const crossing =
  /^(?:(?:korsningen|korsning|hörnet|hornet|hörn|gathörnet|corner|crossing|intersection|där)\s+)(?:mellan|av|of|between|the)?\s*(.+)$/iu
const twoStreets = /^(.{2,60}?)\s*(?:\s(?:och|o|and|med|möter|moter|korsar)\s|\/|&|\+)\s*(.{2,60})$/iu
const slashed = /^(\p{L}[\p{L} .:-]{2,60}?)\s*\/\s*(\p{L}[\p{L} .:-]{2,60})$/iu
const number = /^(?:nr\.?\s*)?([1-9]\d{0,3})(?:\s?[-–]\s?[1-9]\d{0,3})?(?:\s?(\p{L}))?$/iu
const postcode = /(?:^|[\s,])\d{3}\s?\d{2}(?=\s|$)/u

/** @param areas localities of the city, as they are written; the longest that fits is cut from the end. */
export function readPlace(text: string, areas: readonly string[]): PlaceText {
  const line = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?,;]+$/u, '')
  const bare = line.replace(leading, '')
  return readCrossing(bare) ?? readAddress(bare, areas)
}

function readCrossing(line: string): PlaceText | undefined {
  const named = crossing.exec(line)?.[1]
  const match = named === undefined ? readSlashed(line) : twoStreets.exec(named)
  const [one, other] = [match?.[1], match?.[2]]
  return one === undefined || other === undefined
    ? undefined
    : { kind: 'crossing', streets: [one.trim(), other.trim()] }
}

/** Nearly every answer has no slash, and the pattern takes long to find that out. */
const readSlashed = (line: string): RegExpExecArray | null => (line.includes('/') ? slashed.exec(line) : null)

function readAddress(line: string, areas: readonly string[]): PlaceText {
  const { rest, area } = withoutArea(line, areas)
  const place = { kind: 'place' as const, ...(area !== undefined && { area }) }
  const behind = /^(.*?)[\s,]+((?:nr\.?\s*)?[1-9]\d{0,3}(?:\s?[-–]\s?\d{1,4})?(?:\s?\p{L})?)$/iu.exec(rest)
  const before = /^([1-9]\d{0,3}(?:\s?\p{L})?)\s+(\p{L}{3,}.*)$/iu.exec(rest)
  const [name, written] = behind !== null ? [behind[1], behind[2]] : [before?.[2], before?.[1]]
  const house = written === undefined ? undefined : toNumber(written)
  return house === undefined || name === undefined || name === ''
    ? { ...place, name: rest }
    : { ...place, name, number: house }
}

function toNumber(written: string): string | undefined {
  const match = number.exec(written)
  if (match?.[1] === undefined) return undefined
  return match[2] === undefined ? match[1] : `${match[1]} ${match[2].toUpperCase()}`
}

/** `, 254 40 Helsingborg`, ` i Ödåkra`, `, Ödåkra`. */
function withoutArea(line: string, areas: readonly string[]): { rest: string; area?: string } {
  const plain = line
    .replace(postcode, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*$/, '')
    .trim()
  const lower = foldedAlike(plain)
  const area = areas.find((one) => {
    const before = lower.slice(0, -one.length)
    return lower.endsWith(foldedAlike(one)) && /[\s,]$/.test(before)
  })
  if (area === undefined) return { rest: plain }
  return { rest: plain.slice(0, -area.length).replace(/[\s,]*(?:\s(?:i|in))?[\s,]*$/iu, ''), area }
}

/** Lower case and folded, sign for sign, so that places in it are places in the text. */
function foldedAlike(text: string): string {
  const lower = text.toLowerCase()
  const folded = foldDiacritics(lower)
  return folded.length === text.length ? folded : lower
}
