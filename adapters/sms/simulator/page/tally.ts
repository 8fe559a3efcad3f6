// How many texts the city has sent to a phone and what that would have cost.
import type { Price } from './server'

export interface Tally {
  readonly parts: number
  readonly kronor: number
}

export const nothingYet: Tally = { parts: 0, kronor: 0 }

export const sum = (one: Tally, other: Tally): Tally => ({
  parts: one.parts + other.parts,
  kronor: one.kronor + other.kronor,
})

const kronor = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `9 sms, ca 3,15 kr` */
export const renderTally = (tally: Tally): string =>
  `${tally.parts} sms, ca ${kronor.format(tally.kronor)} kr`

/** `2 sms (GSM-7), ca 0,70 kr` */
export const renderPrice = (price: Price): string =>
  `${renderSize(price)}, ca ${kronor.format(price.kronor)} kr`

/** `2 sms (GSM-7)` */
export const renderSize = ({ parts, encoding }: Price): string => `${parts} sms (${encoding})`
