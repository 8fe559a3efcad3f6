// What a resident who had a conversation deleted is told of what stays, in the city's own words.
import type { City } from '../contracts/city/city'
import type { WordingKey } from '../contracts/talk/wording'
import type { Language } from '../contracts/talk/language'
import type { Erased } from '../contracts/store/legal-hold'
import type { MessageValues } from '../dialog/texts/message-text'
import { note, renderSaid } from '../dialog/texts/said'

type Saying = readonly [key: WordingKey, values?: MessageValues]

/** Empty when nothing stays and nothing else ends. */
export const wordErasure = (city: City, erased: Erased, language: Language): string =>
  sayingsOf(erased)
    .map(([key, values]) => renderSaid(note(city, key, values), language, 'web').text)
    .join(' ')

function sayingsOf({ erasure, cases, callBacks, endsNotices }: Erased): readonly Saying[] {
  if (erasure === 'held') return [['erasure.held']]
  return [
    ...(erasure === 'partly-held' ? ([['erasure.partly-held']] as const) : []),
    ...(cases.length > 0 ? ([['erasure.cases', { numbers: cases.join(', ') }]] as const) : []),
    ...(callBacks.length > 0 ? ([['erasure.call-backs', { codes: callBacks.join(', ') }]] as const) : []),
    ...(endsNotices ? ([['subscription.ended']] as const) : []),
  ]
}
