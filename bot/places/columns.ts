// Which column of a table is what, by its heading.
import { foldDiacritics, readWords } from '../text/normalise'

const columnNames = ['gata', 'nummer', 'postnummer', 'ort', 'lat', 'lon', 'namn', 'vaghallare'] as const
export type ColumnName = (typeof columnNames)[number]

const otherNames: Readonly<Record<ColumnName, string>> = {
  gata: 'gatunamn adressomrade street',
  nummer: 'nr husnummer adressplats number',
  postnummer: 'postnr postcode',
  ort: 'postort tatort kommundel area',
  lat: 'latitud latitude',
  lon: 'long lng longitud longitude',
  namn: 'plats platsnamn name',
  vaghallare: 'roadowner',
}

export interface Columns {
  readonly at: ReadonlyMap<ColumnName, number>
  /** What must be there and is not; `gata` also stands for "or a column `namn`". */
  readonly missing: readonly ColumnName[]
}

export function readColumns(heading: readonly string[]): Columns {
  const written = heading.map((field) => foldDiacritics(readWords(field).join('')))
  const at = new Map<ColumnName, number>()
  for (const name of columnNames) {
    const index = written.findIndex((word) => word === name || otherNames[name].split(' ').includes(word))
    if (index >= 0) at.set(name, index)
  }
  const needed: readonly ColumnName[] = at.has('namn') && !at.has('gata') ? [] : ['gata', 'nummer']
  return { at, missing: [...needed, 'lat' as const, 'lon' as const].filter((name) => !at.has(name)) }
}
