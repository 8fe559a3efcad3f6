// Which records need a file: cases with what was added to them, call-backs, talks with people.
import type { FileNeeds } from '../contracts/store/file-shelf'
import type { Store } from '../contracts/store/store'
import { caseKeys } from './case-records'
import { numbersSeenBy } from './read-case'

export const fileNeeds = (store: Pick<Store, 'record' | 'recordsOf' | 'recordsUnder'>): FileNeeds => ({
  hasRecord: async ({ collection, id }) => (await store.record(collection, id)) !== undefined,
  async mayNeed(conversationId) {
    const own = await store.recordsOf(conversationId)
    // A picture for somebody else's case is an event of that case, and names the conversation that made it.
    const seen = await numbersSeenBy(store, conversationId)
    const parts = await Promise.all(seen.map((number) => store.recordsUnder('case', caseKeys.parts(number))))
    return [...own, ...parts.flat().map(({ id }) => ({ collection: 'case' as const, id }))]
  },
})
