// What a request carries so that it is found again: our number, in its description, for nothing else comes back for sure. A
// secret of ours has gone into it, so that nobody else can write it.
import { createHmac } from 'node:crypto'
import type { DeskDelivery } from '../../bot/contracts/cases/case-desk'

type Row = Readonly<Record<string, unknown>>

/** `Ärende F-2026-000123 (bkqtwmcfpdxg).`: one for each thing to be told to each server. */
export function markOf({ case: told, event, desk }: DeskDelivery, secret: Uint8Array): string {
  const signed = createHmac('sha256', secret).update(`${told.number}\n${event.id}\n${desk.to}`).digest('hex')
  return `Ärende ${told.number} (${inLetters(signed.slice(0, 12))}).`
}

/** Sixteen letters for the sixteen signs: no system takes them for a number that it should hide, and they are no word. */
const inLetters = (hex: string): string =>
  hex.replace(/./g, (sign) => 'bcdfghkmnpqrtvwx'.charAt(parseInt(sign, 16)))

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim() ?? ''

/**
 * The mark is the last line that we write. Above it stand a resident's words, which may name any case. Of several the oldest
 * is ours: once it is in a public list anybody can copy it.
 */
export function findMarked(rows: readonly Row[], mark: string): Row | undefined {
  const marked = rows.filter(
    ({ description }) => typeof description === 'string' && lastLine(description) === mark,
  )
  return marked.sort((one, other) => requestedAt(one) - requestedAt(other))[0]
}

/** Milliseconds; those that do not say come last. */
function requestedAt({ requested_datetime: at }: Row): number {
  const time = typeof at === 'string' ? Date.parse(at) : NaN
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}
