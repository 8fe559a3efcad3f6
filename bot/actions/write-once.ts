// A write in another system is done once, also when this process dies in the middle of it: the journal is written first.
import { z } from 'zod'
import type { ActionCall, ActionResult, RunAction } from '../contracts/cases/action'
import { actionResultSchema } from '../contracts/talk/conversation'
import type { Store } from '../contracts/store/store'

type Journal = Pick<Store, 'record' | 'putRecord'>

/** No inputs: what was asked for stands in the conversation. */
const kept = z.object({
  action: z.string(),
  begunAt: z.string(),
  result: actionResultSchema.optional(),
})

const idOf = ({ idempotencyKey }: ActionCall): string => `write/${idempotencyKey}`

/**
 * Keeps that the write is begun, does it, and keeps what came of it, each durably before the next. A repeat of the call
 * gets the kept result; one that was begun and never ended is done again as `repeated`, with the same key.
 */
export const writeOnce =
  (run: RunAction, store: Journal): RunAction =>
  async (call) => {
    const before = await store.record('audit', idOf(call))
    const known = before === undefined ? undefined : kept.parse(before.value)
    if (known?.result !== undefined) return known.result
    const begun = { action: call.name, begunAt: known?.begunAt ?? call.now.toISOString() }
    if (known === undefined) await keep(store, call, begun)
    const result = await run(known === undefined ? call : { ...call, repeated: true })
    await keep(store, call, { ...begun, result: withoutExtras(result) })
    return result
  }

const keep = (store: Journal, call: ActionCall, value: z.infer<typeof kept>): Promise<void> =>
  store.putRecord({ collection: 'audit', id: idOf(call), conversationId: call.conversationId, value })

const withoutExtras = (result: ActionResult): z.infer<typeof actionResultSchema> =>
  result.kind === 'done' ? { kind: 'done', gives: { ...result.gives } } : result
