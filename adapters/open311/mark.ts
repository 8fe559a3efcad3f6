// What a request carries so that it is found again: our number, in its description, for nothing else comes back for sure.
import type { Case, CaseEvent } from '../../bot/contracts/case'

type Row = Readonly<Record<string, unknown>>

export const markOf = ({ number }: Case, { kind, id }: CaseEvent): string =>
  kind === 'created' ? `Ärende ${number}.` : `Ärende ${number}, ${id}.`

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim() ?? ''

/** The mark is the last line that we write. Above it stand a resident's words, which may name any case. */
export const findMarked = (rows: readonly Row[], mark: string): Row | undefined =>
  rows.find(({ description }) => typeof description === 'string' && lastLine(description) === mark)
