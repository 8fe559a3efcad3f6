// The places of a city behind the port `Places`: addresses, landmarks and crossings, also misspelt.
import type { City } from '../contracts/city/city'
import type { KnownPlace, PlaceFinding, Places, RankedPlace } from '../contracts/city/known-place'
import { noPlaces } from '../contracts/city/known-place'
import { metresBetween, type Point } from '../contracts/basics/point'
import { readWords } from '../text/normalise'
import { NameIndex, sureScore, type NameHit } from './name-index'
import type { PlaceRow } from './place-file'
import { framedWords, placeKey } from './place-names'
import { readPlace, type PlaceText } from './read-place'
import { areaSuffix, houseAt, meetingPoint, middleOf, toRegion, type Landmark, type Street } from './streets'

/** A text longer than an answer to "where?" is not looked up. */
const longestText = 160
const mostNear = 3
/** What is so much less alike than the best was not meant. */
const widestGap = 0.12
/** One word of many resembles nearly anything. */
const mostWordsInName = 5

/** @param city its name is the locality that goes without saying; a text that names a place outside it is unknown. */
export function createPlaces(
  rows: readonly PlaceRow[],
  { name: cityName, placesOutside }: Pick<City, 'name' | 'placesOutside'>,
): Places {
  if (rows.length === 0) return noPlaces
  const { streets, landmarks } = toRegion(rows, cityName)
  const index = new NameIndex<Street | Landmark>([...streets, ...landmarks])
  const areas = [...new Set([cityName, ...rows.map(({ area }) => area)])]
    .filter((area) => area !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const known: Known = { index, areas, cityName }
  const outside = placesOutside.map(framedWords)
  const isOutside = (text: string): boolean => {
    const words = framedWords(text)
    return outside.some((place) => words.includes(place))
  }
  const isLookedUp = (text: string): boolean => text.length <= longestText && !isOutside(text)
  const ranked = rankOnce(known)
  return {
    find: (text) => (isLookedUp(text) ? decide(ranked(text), text, known) : { kind: 'unknown' }),
    rank: (text, limit) => (isLookedUp(text) ? ranked(text).slice(0, limit) : []),
    locate: (text) => (isLookedUp(text) ? locate(text, known) : undefined),
    nearest: nearestIn(streets, landmarks),
  }
}

interface Known {
  readonly index: NameIndex<Street | Landmark>
  readonly areas: readonly string[]
  readonly cityName: string
}

/** A turn looks the same text up several times: as an answer, beside one, and for the case. */
function rankOnce(known: Known): (text: string) => readonly RankedPlace[] {
  let last: { readonly text: string; readonly ranked: readonly RankedPlace[] } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, ranked: rank(text, known) }
    return last.ranked
  }
}

function rank(text: string, known: Known): readonly RankedPlace[] {
  const read = readPlace(text, known.areas)
  return unique(read.kind === 'crossing' ? crossings(read.streets, known) : addresses(read, text, known))
}

function addresses(
  read: Extract<PlaceText, { kind: 'place' }>,
  text: string,
  known: Known,
): readonly RankedPlace[] {
  // Some names end in a number or a locality: "Campus Helsingborg". As a whole they go first.
  const whole = known.index.exactly(text).map((thing) => ({ thing, score: 1 }))
  const isWhole = whole.length > 0
  const hits = isWhole
    ? whole
    : readWords(read.name).length > mostWordsInName
      ? []
      : known.index.search(read.name)
  return hits
    .filter(({ thing }) => isWhole || isIn(thing.area, read.area, known.cityName))
    .flatMap((hit) => placesAt(hit, isWhole ? undefined : read.number))
}

const isIn = (area: string, wanted: string | undefined, cityName: string): boolean =>
  wanted === undefined || placeKey(area === '' ? cityName : area) === placeKey(wanted)

function placesAt(
  { thing, score }: NameHit<Street | Landmark>,
  number: string | undefined,
): readonly RankedPlace[] {
  const text = (number === undefined ? thing.name : `${thing.name} ${number}`) + areaSuffix(thing.area)
  if (thing.kind === 'landmark')
    return number === undefined ? [{ place: placeOf(text, thing, 'landmark'), score }] : []
  if (number === undefined) {
    const middle = middleOf(thing)
    return middle === undefined ? [] : [{ place: placeOf(text, middle, 'street'), score }]
  }
  const at = houseAt(thing, number)
  return at === undefined ? [] : [{ place: placeOf(text, at.house, at.isExact ? 'house' : 'near'), score }]
}

const placeOf = (
  text: string,
  { lat, lon, roadOwner }: Point & Pick<KnownPlace, 'roadOwner'>,
  precision: KnownPlace['precision'],
): KnownPlace => ({
  text,
  lat,
  lon,
  // A street may change hands on its way.
  ...(roadOwner !== undefined && precision !== 'street' && { roadOwner }),
  precision,
})

function crossings([one, other]: readonly [string, string], { index }: Known): readonly RankedPlace[] {
  const streetsLike = (name: string) =>
    index
      .search(name)
      .flatMap(({ thing, score }) => (thing.kind === 'street' ? [{ street: thing, score }] : []))
  const others = streetsLike(other).slice(0, mostNear)
  return streetsLike(one)
    .slice(0, mostNear)
    .flatMap((a) =>
      others.flatMap((b) => {
        const point = a.street === b.street ? undefined : meetingPoint(a.street, b.street)
        const text = `Korsningen ${a.street.name} och ${b.street.name}${areaSuffix(a.street.area)}`
        return point === undefined
          ? []
          : [{ place: placeOf(text, point, 'crossing'), score: Math.min(a.score, b.score) }]
      }),
    )
}

/** "Stortorget" is a landmark and has houses: nobody needs to be asked for the number. */
const isSquare = (before: RankedPlace, one: RankedPlace): boolean =>
  before.score === one.score && before.place.precision === 'street' && one.place.precision === 'landmark'

/** Best first, each place once. */
function unique(ranked: readonly RankedPlace[]): readonly RankedPlace[] {
  const best = new Map<string, RankedPlace>()
  for (const one of ranked) {
    const before = best.get(one.place.text)
    if (before === undefined || before.score < one.score || isSquare(before, one))
      best.set(one.place.text, one)
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.place.text < b.place.text ? -1 : 1))
}

function decide(ranked: readonly RankedPlace[], text: string, known: Known): PlaceFinding {
  const sure = ranked.filter(({ score }) => score >= sureScore).map(({ place }) => place)
  if (sure.length > 0) return decideSure(sure)
  const [best] = ranked
  if (best === undefined || readWords(readPlaceName(text, known)).length > mostWordsInName)
    return { kind: 'unknown' }
  const near = ranked.filter(({ score }) => best.score - score <= widestGap).slice(0, mostNear)
  return { kind: 'near', places: near.map(({ place }) => place) }
}

function readPlaceName(text: string, { areas }: Known): string {
  const read = readPlace(text, areas)
  return read.kind === 'crossing' ? '' : read.name
}

/** The same name in two localities: the house that is there tells which, or the resident does. */
function decideSure(sure: readonly KnownPlace[]): PlaceFinding {
  const there = sure.filter(({ precision }) => precision === 'house')
  const [place, ...more] = there.length > 0 ? there : sure
  if (place === undefined) return { kind: 'unknown' }
  if (more.length > 0) return { kind: 'near', places: [place, ...more].slice(0, mostNear + 1) }
  return { kind: place.precision === 'street' ? 'street' : 'known', place }
}

/** The longest run of words that is a place as written; a street's number may stand behind it. */
function locate(text: string, known: Known): KnownPlace | undefined {
  const found = decide(rank(text, known), text, known)
  if (found.kind === 'known' || found.kind === 'street') return found.place
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\d:'’.-]+/gu) ?? []
  for (let length = Math.min(mostWordsInName, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const place = onlyPlace(words.slice(from, from + length).join(' '), words.slice(from + length), known)
      if (place !== undefined) return { ...place, text }
    }
  return undefined
}

const shortestName = 5

function onlyPlace(name: string, after: readonly string[], { index }: Known): KnownPlace | undefined {
  const [thing, ...more] = placeKey(name).length < shortestName ? [] : index.exactly(name)
  if (thing === undefined || more.length > 0) return undefined
  const number = thing.kind === 'street' && /^[1-9]\d{0,3}$/.test(after[0] ?? '') ? after[0] : undefined
  return placesAt({ thing, score: 1 }, number)[0]?.place
}

function nearestIn(streets: readonly Street[], landmarks: readonly Landmark[]): Places['nearest'] {
  return (point, withinMetres) => {
    let closest: { metres: number; place: () => KnownPlace } | undefined
    const offer = (at: Point, place: () => KnownPlace): void => {
      const metres = metresBetween(point, at)
      if (metres <= withinMetres && (closest === undefined || metres < closest.metres))
        closest = { metres, place }
    }
    for (const { name, area, houses } of streets)
      for (const house of houses)
        offer(house, () => placeOf(`${name} ${house.number}${areaSuffix(area)}`, house, 'house'))
    for (const landmark of landmarks)
      offer(landmark, () => placeOf(landmark.name + areaSuffix(landmark.area), landmark, 'landmark'))
    return closest?.place()
  }
}
