// What became of a notice, for the developer who tries it: to whom, when, in which words, or why not.
import type { Told } from '../../bot/notices/notify'
import { maskPhone } from '../command/mask-phone'
import type { NoticeWords } from './notice-words'

export interface ShownTold {
  readonly kind: Told['kind']
  readonly subscription: string
  /** All but the first five characters and the last two hidden. */
  readonly to?: string
  readonly text?: string
  /** ISO 8601. */
  readonly dueAt?: string
  /** It waits for the end of quiet time. */
  readonly waits?: boolean
  readonly why?: string
}

export function showTold(told: Told, now: Date): ShownTold {
  const { kind, subscription } = told
  if (told.kind === 'left-out') return { kind, subscription, why: told.why }
  const { message, dueAt } = told
  return {
    kind,
    subscription,
    to: maskPhone(message.to),
    text: message.text,
    dueAt: dueAt.toISOString(),
    waits: dueAt > now,
  }
}

export function toldLines(shown: ShownTold, timeZone: string, said: NoticeWords): readonly string[] {
  const { kind, to = '', text = '', dueAt = '', waits, why = '' } = shown
  const reasons: Readonly<Record<string, string>> = said.reasons
  if (kind === 'left-out') return [said.leftOut(reasons[why] ?? why)]
  if (kind === 'repeated') return [said.repeated(to)]
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const when = `${local.format(new Date(dueAt))} (${waits === true ? said.waits : said.atOnce})`
  return [said.sent(to, when), `  ${text}`]
}
