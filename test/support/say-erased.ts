import type { Language } from '../../bot/contracts/talk/language'
import type { Erased } from '../../bot/contracts/store/legal-hold'

/** What stays of an erased conversation, without the words of a city: `sv: erased F-2026-000001`. */
export const sayErased = ({ erasure, cases, callBacks }: Erased, language: Language): string =>
  erasure === 'erased' && cases.length + callBacks.length === 0
    ? ''
    : `${language}: ${[erasure, ...cases, ...callBacks].join(' ')}`
