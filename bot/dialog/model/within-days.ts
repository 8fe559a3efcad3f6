// The days on which a dialog may begin.
import type { Dialog } from './model'

/** From the first of its days through the last. @param today ISO date in the city's time zone */
export const isWithinDays = ({ valid: { from = '', to } }: Pick<Dialog, 'valid'>, today: string): boolean =>
  from <= today && (to === undefined || today <= to)
