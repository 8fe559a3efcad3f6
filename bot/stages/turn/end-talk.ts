// A talk with a person, or the wait for one, ends by what the resident wants or because nobody is there any more.
import type { Store } from '../../contracts/store/store'
import { readTalk, talkRecord, type HandOffTalk } from '../../hand-off/hand-off-record'
import { withConversation, type Turn } from './turn'

export const withTalk = (turn: Turn, talk: HandOffTalk): Turn => ({
  ...turn,
  records: [...turn.records, talkRecord(talk)],
})

/** The same turn where there is none. */
export async function endTalk(turn: Turn, store: Pick<Store, 'record'>): Promise<Turn> {
  const { person } = turn.conversation
  if (person === null) return turn
  const talk = readTalk(await store.record('hand-off', person.handOff))
  const free = withConversation(turn, { person: null })
  return talk === undefined ? free : withTalk(free, { ...talk, state: 'ended' })
}
