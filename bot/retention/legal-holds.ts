// Placing and lifting a legal hold by the word of staff, each with a line in the class `audit`.
import { randomUUID } from 'node:crypto'
import { caseNumbersIn } from '../cases/case-number'
import { toConversationId } from '../contracts/talk/ids'
import type { Held } from '../contracts/store/legal-hold'
import type { RecordWrite, Store } from '../contracts/store/store'

type Looking = Pick<Store, 'record' | 'lastSequence'>
type Holding = Pick<Store, 'placeLegalHold' | 'liftLegalHold' | 'legalHolds' | 'putRecord'>

interface Deed {
  readonly reason: string
  readonly by: string
  readonly now: Date
}

/** What staff mean by a number of a case or an id of a conversation; undefined when nothing of that name is kept. */
export async function findHeld(store: Looking, written: string): Promise<Held | undefined> {
  const number = caseNumbersIn(written)[0] ?? written
  if ((await store.record('case', number)) !== undefined)
    return { kind: 'record', collection: 'case', id: number }
  const conversationId = toConversationId(written)
  return (await store.lastSequence(conversationId)) > 0 ? { kind: 'conversation', conversationId } : undefined
}

export const nameOfHeld = (held: Held): string =>
  held.kind === 'conversation' ? held.conversationId : held.id

/** The line of the audit first: what is held is held by somebody who gave a reason. */
export async function placeHold(store: Holding, held: Held, deed: Deed): Promise<void> {
  await store.putRecord(auditLine('placed', held, deed))
  await store.placeLegalHold({ held, reason: deed.reason, by: deed.by, at: deed.now.toISOString() })
}

/** Undefined when nothing of that name is held, which may be gone from the store by now. */
export async function liftHold(store: Holding, written: string, deed: Deed): Promise<Held | undefined> {
  const names = [written, ...caseNumbersIn(written)]
  const held = (await store.legalHolds()).find((hold) => names.includes(nameOfHeld(hold.held)))?.held
  if (held === undefined) return undefined
  await store.putRecord(auditLine('lifted', held, deed))
  await store.liftLegalHold(held)
  return held
}

const auditLine = (what: 'placed' | 'lifted', held: Held, { reason, by, now }: Deed): RecordWrite => {
  const at = now.toISOString()
  return {
    collection: 'audit',
    id: `legal-hold/${at}/${what}/${randomUUID()}`,
    value: { deed: 'legal-hold', what, held, reason, by, at },
  }
}
