// The sample register of the home care: what it says follows from the number and the time, and nothing else.
import { clientOfRelative, latestVisit } from '../../../bot/actions/home-care'
import type { ActionCall } from '../../../bot/contracts/action'
import { toConversationId } from '../../../bot/contracts/ids'
import { city } from '../dialog/dialog-builder'

const never = () => Promise.reject(new Error('the sample register asks no store'))
const context = {
  store: { allocateNumber: never, keepOnce: never, record: never, recordsUnder: never },
  city,
}
const call = (inputs: ActionCall['inputs'], time: string, language = 'sv'): ActionCall => ({
  name: 'sample',
  inputs,
  idempotencyKey: 'key',
  dialog: 'prov',
  conversationId: toConversationId('web:a'),
  channel: 'web',
  language,
  now: new Date(time),
})

describe('the sample register', () => {
  it.each([
    ['+46701234567', 'done'],
    ['+4791234567', 'failed'],
  ])('knows the relative behind %s: %s', (phone, kind) =>
    expect(clientOfRelative(call({ phone }, '2026-11-24T09:00:00Z'), context)).toMatchObject({ kind }),
  )
  it.each([
    ['2026-11-24T07:30:00Z', 'sv', 'planned', 'i dag kl. 8.40'],
    ['2026-11-24T08:00:00Z', 'sv', 'done', 'i dag kl. 19.00'],
    ['2026-11-24T08:00:00Z', 'en', 'done', 'today at 7 pm'],
  ])('at %s (%s): %s, next %s', (time, language, state, next) =>
    expect(latestVisit(call({ client: 'Britt' }, time, language), context)).toMatchObject({
      gives: { visit_state: state, next_visit: next },
    }),
  )
})
