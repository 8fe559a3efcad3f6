// What a request carries so that it is found again: our number, in its description, for nothing else comes back for sure.
import type { Case, CaseEvent } from '../../bot/contracts/case'

type Row = Readonly<Record<string, unknown>>

export const markOf = ({ number }: Case, { kind, id }: CaseEvent): string =>
  kind === 'created' ? `Ärende ${number}.` : `Ärende ${number}, ${id}.`

export const findMarked = (rows: readonly Row[], mark: string): Row | undefined =>
  rows.find(({ description }) => typeof description === 'string' && description.includes(mark))
