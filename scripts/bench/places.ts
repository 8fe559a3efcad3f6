// Finding what residents write among twenty thousand addresses: spelt right, misspelt, abbreviated, crossings and nonsense.
import { checkPlaces } from '../../bot/places/check-places'
import { createPlaces } from '../../bot/places/find-places'
import { percentile, rounded } from './figures'

const streetCount = 1_000
const housesPerStreet = 20
const lookUps = 4_000
const cycle = 20

const beginnings =
  'Drottning Kung Järnväg Söder Norr Kulla Bruk Hälso Trädgård Gasverk Furutorp Plantering Långvinkel Fågel Maria Strand Tåga Pålsjö Halmstad Koppar Filborna Ramlösa Stenbock Hjälm Himmel Rektor Läger Rusthåll Vasa Möll'
const middles =
  'torps ås hus kvarns berga äng lunda dals skogs bäcks vik sten ek björk rönn lind holms näs ryds boda'
const ends = 'gatan vägen gränden stigen backen'

/** All beginnings with all middles and the ends in turn; the same at each run. */
const streets: readonly string[] = beginnings
  .split(' ')
  .flatMap((beginning) => middles.split(' ').map((middle) => beginning + middle))
  .flatMap((name, at) => [0, 1].map((step) => name + (ends.split(' ')[(at + step * 2) % 5] ?? '')))
  .slice(0, streetCount)

const register = (): string =>
  [
    'gata;nummer;postnummer;ort;lat;lon',
    ...streets.flatMap((street, at) =>
      Array.from({ length: housesPerStreet }, (_, house) => {
        const lat = 56.03 + (at % 40) * 0.0012 + house * 0.0001
        const lon = 12.68 + Math.floor(at / 40) * 0.0028 + house * 0.00005
        return `${street};${house + 1};250 00;Helsingborg;${lat.toFixed(5)};${lon.toFixed(5)}`
      }),
    ),
  ].join('\n')

/** One of each way of writing, over all streets. */
function written(at: number): string {
  const street = streets[(at * 37) % streets.length] ?? ''
  const other = streets[(at * 37 + 40) % streets.length] ?? ''
  const number = (at % housesPerStreet) + 1
  const slip = 2 + (at % Math.max(1, street.length - 6))
  const ways = [
    `${street} ${number}`,
    `${street.toLowerCase()} ${number} b`,
    `${street.slice(0, slip)}${street.slice(slip + 1)} ${number}`,
    `${street.slice(0, slip)}x${street.slice(slip + 1)} ${number}`,
    `${street.slice(0, slip)}${street.charAt(slip + 1)}${street.charAt(slip)}${street.slice(slip + 2)}`,
    `${street.replace(/(g)atan$|(v)ägen$/, '$1$2')}. ${number}`,
    `korsningen ${street} och ${other}`,
    'lekplatsen bakom den stora ladan i parken',
    `vid ${street.slice(1)}`,
    `utanför affären på ${street} ${number}`,
  ]
  return ways[at % ways.length] ?? ''
}

export function benchPlaces(): Readonly<Record<string, number>> {
  const text = register()
  const readAt = performance.now()
  const { rows } = checkPlaces([{ path: 'knowledge/places/bench.csv', text }])
  const places = createPlaces(rows, { name: 'Helsingborg', placesOutside: ['Malmö', 'Landskrona'] })
  const readMs = performance.now() - readAt
  const lookUp = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => {
      const line = written(at + Math.floor(at / cycle))
      const startedAt = performance.now()
      places.find(line)
      places.locate(line)
      return performance.now() - startedAt
    })
  lookUp(lookUps / 4)
  const samplesMs = lookUp(lookUps)
  return {
    placeAddresses: rows.length,
    findPlaceP50Ms: rounded(percentile(samplesMs, 0.5)),
    findPlaceP99Ms: rounded(percentile(samplesMs, 0.99)),
    readPlacesMs: rounded(readMs),
  }
}
