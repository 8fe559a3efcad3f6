// SAMLA, VARJE and PAUSA from a phone that follows home care visits: which texts come from now on. To every other phone they are
// words like any others, so that nothing tells whether somebody has home care.
import type { WordingKey } from '../../contracts/talk/wording'
import type { Store } from '../../contracts/store/store'
import { chooseTexts } from '../../home-care/choose-texts'
import { standingGrantsOf } from '../../home-care/grant'
import { summaryMinute } from '../../home-care/policy'
import { wishIn, type WordedWish } from '../../home-care/visit-words'
import { describeMinute } from '../../hours/opening-hours'
import { openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, languageOf, type Stage } from '../turn/turn'

export interface HearVisitWordParts {
  readonly store: Pick<Store, 'recordsUnder'>
}

const saidOf = {
  summary: 'visits.summary',
  all: 'visits.each',
  none: 'visits.paused',
} as const satisfies Readonly<Record<WordedWish, WordingKey>>

export const hearVisitWord =
  ({ store }: HearVisitWordParts): Stage =>
  async (turn) => {
    const { channel, content, from, conversationId, id } = turn.message
    if (channel !== 'sms' || content.kind !== 'text' || from === undefined) return goOn(turn)
    const texts = wishIn(turn.text)
    if (texts === undefined) return goOn(turn)
    const grants = await standingGrantsOf(store, from, turn.now)
    if (grants.length === 0) return goOn(turn)
    const { city } = turn.content
    const by = { by: 'relative', now: turn.now, once: `${conversationId}/${id}` }
    const { records, outbox } = chooseTexts(grants, { texts }, by, city)
    const time = describeMinute(summaryMinute(city), languageOf(turn))
    return endTurn(
      { ...turn, records: [...turn.records, ...records], outbox: [...turn.outbox, ...outbox] },
      'answered-command',
      { kind: 'wording', key: saidOf[texts], values: { time } },
      ...openQuestion(turn),
    )
  }
