// Keys by which a case is found again by where it is, so that not all reports of a storm are read for each new one.
import type { CasePlace } from '../contracts/cases/case'
import { weekMs } from '../contracts/basics/durations'
import { metresPerDegree, metresPerDegreeEast, type Point } from '../contracts/basics/point'
import { stableHash } from '../dialog/model/stable-hash'
import { toFolded } from '../text/compared'

/** From south to north half a kilometre, and less from west to east. */
const cellDegrees = 500 / metresPerDegree

export const isPoint = (place: CasePlace): place is CasePlace & Point =>
  place.lat !== undefined && place.lon !== undefined

/** What is compared of a place without coordinates. */
export const placeLine = (text: string): string => (toFolded(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

const weekOf = (ms: number): number => Math.floor(ms / weekMs)
const cellOf = (degrees: number): number => Math.floor(degrees / cellDegrees)
const cell = (north: number, east: number): string => `cell ${north} ${east}`
const words = ({ text }: CasePlace): string => `words ${stableHash(placeLine(text))}`

const keyOf = (week: number, caseClass: string, where: string): string => `at ${week} ${caseClass} ${where}`

const through = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Those of a case: its words, and its square where it has coordinates. */
export function whereKeys(made: {
  readonly at: string
  readonly class: string
  readonly place?: CasePlace
}): readonly string[] {
  const { at, place } = made
  if (place === undefined) return []
  const squares = isPoint(place) ? [cell(cellOf(place.lat), cellOf(place.lon))] : []
  return [words(place), ...squares].map((where) => keyOf(weekOf(Date.parse(at)), made.class, where))
}

interface Search {
  readonly class: string
  readonly place: CasePlace
  readonly from: Date
  readonly to: Date
  readonly metres: number
}

/** Under which every case lies that may be so near: of the same words, or in a square that is. */
export function keysNear({ class: caseClass, place, from, to, metres }: Search): readonly string[] {
  const places = [words(place), ...(isPoint(place) ? cellsAround(place, metres) : [])]
  return through(weekOf(from.getTime()), weekOf(to.getTime())).flatMap((week) =>
    places.map((where) => keyOf(week, caseClass, where)),
  )
}

function cellsAround({ lat, lon }: Point, metres: number): readonly string[] {
  const [north, east] = [metres / metresPerDegree, metres / metresPerDegreeEast(lat)]
  return through(cellOf(lat - north), cellOf(lat + north)).flatMap((row) =>
    through(cellOf(lon - east), cellOf(lon + east)).map((column) => cell(row, column)),
  )
}
