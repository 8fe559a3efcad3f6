// What a desk made of a delivery, as what becomes of the outbox entry.
import type { Delivered } from '../contracts/cases/case-desk'
import type { EntryResult } from '../contracts/store/outbox-work'

export function toEntryResult(delivered: Delivered): EntryResult {
  switch (delivered.kind) {
    case 'delivered':
      return { kind: 'done' }
    case 'refused':
      return { kind: 'give-up', reason: delivered.reason }
    case 'failed': {
      const { reason, afterMs } = delivered
      return { kind: 'retry', reason, ...(afterMs !== undefined && { afterMs }) }
    }
  }
}
