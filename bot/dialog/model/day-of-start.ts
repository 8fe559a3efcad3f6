// Dialogs that residents begin with a day: `har ni öppet på <day=lördag>`.
import { madeOnce } from '../../contracts/basics/made-once'
import type { Dialog } from './model'

/** The name of the question for the day that a start phrase marks. */
export const dayOfStart = madeOnce(({ start, asks }: Pick<Dialog, 'start' | 'asks'>): string | undefined =>
  [...start.values()]
    .flat()
    .flatMap(({ marks }) => marks.map(({ name }) => name))
    .find((name) => asks.get(name)?.types.includes('date') === true),
)
