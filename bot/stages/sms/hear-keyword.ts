// STOPP, START, INFO, TEST, HJÄLP and MENY over SMS: heard before all else but a cry for help, whatever is talked about.
import type { RecordWrite, Store } from '../../contracts/store/store'
import { recordsOfEnd } from '../../home-care/end-grants'
import { standingGrantsOf } from '../../home-care/grant'
import { endedRecords } from '../../notices/ended-records'
import { subscriberKeys, subscriptionsUnder } from '../../notices/subscription'
import { keywordOf, type Keyword } from '../../sms/keywords'
import { hasOptedOut, optOutRecord } from '../../sms/opt-out'
import { endTalk } from '../turn/end-talk'
import { openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, type Stage, type StageResult, type Turn } from '../turn/turn'

export interface HearKeywordParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'keepOnce'>
}

export const hearKeyword =
  ({ store }: HearKeywordParts): Stage =>
  (turn) => {
    const { channel, content, from } = turn.message
    if (channel !== 'sms' || content.kind !== 'text') return goOn(turn)
    const keyword = turn.message.gatewayHeard ?? keywordOf(turn.text)
    return keyword === undefined || isForPerson(turn, keyword) ? goOn(turn) : obey(keyword, turn, from, store)
  }

/** While a person has the talk, only that nothing more is to be sent, or is, is said to the house. */
const isForPerson = ({ conversation }: Turn, keyword: Keyword): boolean =>
  conversation.person?.state === 'on' && keyword !== 'stop' && keyword !== 'start'

function obey(
  keyword: Keyword,
  turn: Turn,
  phone: string | undefined,
  store: HearKeywordParts['store'],
): StageResult | Promise<StageResult> {
  switch (keyword) {
    case 'stop':
      return phone === undefined ? goOn(turn) : stop(turn, phone, store)
    case 'start':
      return start(turn, phone, store)
    case 'info':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'sms.info' }, ...openQuestion(turn))
    case 'test':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'sms.test' }, ...openQuestion(turn))
    case 'help':
      return answeredByGateway(turn) ? endTurn(turn, 'answered-command') : help(turn, phone, store)
    case 'menu':
      return endTurn(turn, 'welcomed', { kind: 'welcome', back: false })
    case 'more':
      return goOn(turn)
  }
}

const answeredByGateway = ({ message }: Turn): boolean => message.gatewayHeard !== undefined

/** Who follows home care visits has words of their own. */
async function help(
  turn: Turn,
  phone: string | undefined,
  store: HearKeywordParts['store'],
): Promise<StageResult> {
  const grants = phone === undefined ? [] : await standingGrantsOf(store, phone, turn.now)
  const ofVisits = grants.length === 0 ? [] : [{ kind: 'wording', key: 'visits.help' } as const]
  const said = { kind: 'wording', key: 'help' } as const
  return endTurn(turn, 'answered-command', said, ...ofVisits, ...openQuestion(turn))
}

/**
 * One confirmation, and no second one for a second STOPP. Errands under way go on, and so does what is asked anew; a talk with a
 * person does not, for what they write would come by itself.
 */
async function stop(turn: Turn, phone: string, store: HearKeywordParts['store']): Promise<StageResult> {
  const isOut = await hasOptedOut(store, phone)
  const by = answeredByGateway(turn) ? 'gateway' : 'resident'
  const optOut = await optOutRecord(store, phone, { out: true, by, now: turn.now })
  const free = await endTalk(turn, store)
  const subscriptions = await endedSubscriptions(turn, phone, store)
  // Who follows somebody's home care wants no more of it either.
  const grants = await recordsOfEnd(store, { phone }, { why: 'relative', by: 'relative', now: turn.now })
  const stopped = { ...free, records: [...free.records, optOut, ...subscriptions, ...grants] }
  if (isOut || answeredByGateway(turn)) return endTurn(stopped, 'guarded-opted-out')
  // START alone does not bring the visits back: they were registered by a human.
  const key = grants.length > 0 ? 'visits.stopped' : 'sms.stopped'
  return endTurn(stopped, 'guarded-opted-out', { kind: 'wording', key })
}

/**
 * What the phone subscribes to, so that none of it goes on by itself after a START. With every STOPP: something may have been
 * begun since the last one.
 */
async function endedSubscriptions(
  { now }: Turn,
  phone: string,
  store: HearKeywordParts['store'],
): Promise<readonly RecordWrite[]> {
  const subscriptions = await subscriptionsUnder(store, subscriberKeys.phone(phone))
  return endedRecords(subscriptions, 'stopped', now)
}

async function start(
  turn: Turn,
  phone: string | undefined,
  store: HearKeywordParts['store'],
): Promise<StageResult> {
  const wasOut = phone !== undefined && (await hasOptedOut(store, phone))
  const records =
    phone === undefined || !wasOut
      ? []
      : [await optOutRecord(store, phone, { out: false, by: 'resident', now: turn.now })]
  const started = { ...turn, records: [...turn.records, ...records] }
  if (answeredByGateway(turn)) return endTurn(started, 'answered-command')
  return wasOut
    ? endTurn(started, 'answered-command', { kind: 'wording', key: 'sms.started' })
    : endTurn(started, 'welcomed', { kind: 'welcome', back: false })
}
