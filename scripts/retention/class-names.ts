// What hub staff call the classes that `keep:` in city.yaml names.
import type { RetentionClass } from '../../bot/contracts/store/store'
import type { FindingLanguage } from '../command/render-findings'

const swedish = {
  conversation: 'samtal',
  case: 'ärenden',
  feedback: 'omdömen om svar',
  question: 'frågor utan svar',
  'call-back': 'önskemål om att bli uppringd',
  audit: 'händelselogg',
  'set-aside': 'skadade samtal, undanlagda',
  consent: 'samtycken',
  subscription: 'prenumerationer',
  content: 'äldre dialoger och artiklar',
  'opt-out': 'STOPP på sms',
  grant: 'anhörigas rätt att följa besök',
  visit: 'hemtjänstens besök',
  'hand-off': 'överlämningar',
  'sent-text': 'skickade sms',
} as const satisfies Readonly<Record<RetentionClass, string>>

const english = {
  conversation: 'conversations',
  case: 'cases',
  feedback: 'feedback on answers',
  question: 'questions without an answer',
  'call-back': 'call-backs',
  audit: 'audit log',
  'set-aside': 'damaged states set aside',
  consent: 'consents',
  subscription: 'subscriptions',
  content: 'older dialogs and articles',
  'opt-out': 'STOPP by SMS',
  grant: 'grants of relatives',
  visit: 'home care visits',
  'hand-off': 'hand-offs',
  'sent-text': 'texts sent',
} as const satisfies Readonly<Record<RetentionClass, string>>

export const classNames: Readonly<Record<FindingLanguage, Readonly<Record<RetentionClass, string>>>> = {
  sv: swedish,
  en: english,
}
