// Reads the files of places and says what is wrong with them, each fault with its line.
import type { Finding } from '../contracts/basics/finding'
import { metresBetween } from '../contracts/basics/point'
import { readColumns, type ColumnName, type Columns } from './columns'
import { readPoint } from './coordinates'
import { readHouseNumber, type PlaceFile, type PlaceRow } from './place-file'
import {
  andMore,
  badCoordinates,
  badEncoding,
  columnsMissing,
  farAway,
  noAddress,
  quoteNotClosed,
  twice,
  wrongWidth,
} from './place-faults'
import { placeFinding, type PlaceFault } from './place-finding'
import { readSeparatedValues, type ValueRow } from './separated-values'

export interface CheckedPlaces {
  readonly rows: readonly PlaceRow[]
  readonly findings: readonly Finding[]
}

/** A wrong column makes every row wrong; so many of one kind are enough to see it. */
const mostOfOneKind = 5
const apartMetres = 100
const farMetres = 60_000

/** Files with an error give no rows; of the others the rows that can be used. */
export function checkPlaces(files: readonly PlaceFile[]): CheckedPlaces {
  const checked = files.map((file) => {
    const { rows, faults } = checkFile(file)
    const told = someOfEachKind(faults)
    const lines = told.length === 0 ? [] : file.text.split(/\r\n|\n|\r/)
    const widthOf = ({ line }: PlaceFault): number => lines[line - 1]?.length ?? 0
    return { rows, findings: told.map((fault) => placeFinding(file.path, fault, widthOf(fault))) }
  })
  return {
    rows: checked.flatMap(({ rows }) => rows),
    findings: checked.flatMap(({ findings }) => findings),
  }
}

interface CheckedFile {
  readonly rows: readonly PlaceRow[]
  readonly faults: readonly PlaceFault[]
}

function checkFile({ text }: PlaceFile): CheckedFile {
  const notUtf8 = text.indexOf('\uFFFD')
  if (notUtf8 >= 0) return refuse(badEncoding(text.slice(0, notUtf8).split('\n').length))
  const { rows: all, openQuote } = readSeparatedValues(text)
  if (openQuote !== undefined) return refuse(quoteNotClosed(openQuote))
  const [heading, ...rows] = all
  const columns = readColumns(heading?.fields ?? [])
  if (heading === undefined || columns.missing.length > 0)
    return refuse(columnsMissing(heading?.line ?? 1, columns.missing))
  const read = rows.map((row) => readRow(row, columns, heading.fields.length))
  const good = read.flatMap((one) => ('place' in one ? [one] : []))
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []))
  return {
    rows: good.map(({ place }) => place),
    faults: [...faults, ...farFromOthers(good), ...placedTwice(good)],
  }
}

const refuse = (fault: PlaceFault): CheckedFile => ({ rows: [], faults: [fault] })

interface GoodRow {
  readonly line: number
  readonly place: PlaceRow
}

function readRow(
  { line, fields }: ValueRow,
  { at }: Columns,
  width: number,
): GoodRow | { readonly fault: PlaceFault } {
  if (fields.length !== width) return { fault: wrongWidth(line, fields.length, width) }
  const field = (name: ColumnName): string => {
    const index = at.get(name)
    return index === undefined ? '' : (fields[index] ?? '').normalize('NFC')
  }
  const point = readPoint(field('lat'), field('lon'))
  if (point === undefined) return { fault: badCoordinates(line, field('lat'), field('lon')) }
  const [street, name] = [field('gata'), field('namn')]
  const number = readHouseNumber(field('nummer'))
  const roadOwner = field('vaghallare').toLowerCase()
  const isAddress = street !== '' && number !== undefined
  if (!isAddress && name === '') return { fault: noAddress(line) }
  return {
    line,
    place: {
      ...point,
      area: field('ort'),
      ...(name !== '' && { name }),
      ...(isAddress && { street, number }),
      ...(roadOwner !== '' && { roadOwner }),
    },
  }
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A municipality is smaller than that around the middle of its addresses, but for a few in the north. */
function farFromOthers(rows: readonly GoodRow[]): readonly PlaceFault[] {
  if (rows.length < 3) return []
  const middle = {
    lat: middleOf(rows.map(({ place }) => place.lat)),
    lon: middleOf(rows.map(({ place }) => place.lon)),
  }
  return rows.flatMap(({ line, place }) => {
    const metres = metresBetween(place, middle)
    return metres > farMetres ? [farAway(line, metres)] : []
  })
}

const namesOf = ({ place }: GoodRow): readonly string[] => [
  ...(place.name === undefined ? [] : [`${place.name}, ${place.area}`]),
  ...(place.street === undefined ? [] : [`${place.street} ${place.number ?? ''}, ${place.area}`]),
]

function placedTwice(rows: readonly GoodRow[]): readonly PlaceFault[] {
  const first = new Map<string, GoodRow>()
  return rows.flatMap((row) =>
    namesOf(row).flatMap((name) => {
      const key = name.toLowerCase()
      const before = first.get(key)
      if (before === undefined) first.set(key, row)
      return before !== undefined && metresBetween(before.place, row.place) > apartMetres
        ? [twice(row.line, name.replace(/, $/, ''), before.line)]
        : []
    }),
  )
}

function someOfEachKind(faults: readonly PlaceFault[]): readonly PlaceFault[] {
  const counts = new Map<string, number>()
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1)
  const told = new Map<string, number>()
  return faults.flatMap((fault) => {
    const nth = (told.get(fault.code) ?? 0) + 1
    told.set(fault.code, nth)
    if (nth > mostOfOneKind) return []
    const more = (counts.get(fault.code) ?? 0) - mostOfOneKind
    return nth < mostOfOneKind || more <= 0 ? [fault] : [andMore(fault, more)]
  })
}
