// What an answer means: the action's results, one of its named failures, or something it must not look like.
import { fromJSONSchema, type z } from 'zod'
import type { ActionResult } from '../../bot/contracts/cases/action'
import type { DeclaredHttpAction, HttpAction, JsonPath } from '../../bot/contracts/cases/http-action'
import type { Value } from '../../bot/contracts/talk/value'
import type { SentRequest } from '../../bot/contracts/cases/outgoing-request'
import { madeOnce } from '../../bot/contracts/basics/made-once'

type Answer = Extract<SentRequest, { kind: 'answered' }>

/** `why` is for operators: which part of the promise was broken. */
export type ReadAnswer =
  | { readonly kind: 'result'; readonly result: ActionResult }
  | { readonly kind: 'unusable'; readonly why: string }

export function readAnswer(action: DeclaredHttpAction, { status, body }: Answer): ReadAnswer {
  for (const [failure, sign] of action.http.fails) {
    const isSo = sign.kind === 'status' ? sign.status === status : textAt(body, sign.path) === sign.is
    if (isSo) return { kind: 'result', result: { kind: 'failed', failure } }
  }
  if (status < 200 || status > 299) return { kind: 'unusable', why: `status ${status}` }
  const schema = schemaOf(action.http)
  if (schema?.safeParse(body).success === false) return { kind: 'unusable', why: 'not as "response" says' }
  const gives: Record<string, Value> = {}
  for (const [name, path] of action.http.gives) {
    const value = toResult(
      at(body, path),
      action.gives.get(name) ?? 'text',
      action.givesCodes.get(name) ?? [],
    )
    if (value === undefined) return { kind: 'unusable', why: `no usable "${name}"` }
    gives[name] = value
  }
  return { kind: 'result', result: { kind: 'done', gives } }
}

const schemaOf = madeOnce(({ response }: HttpAction): z.ZodType | undefined =>
  response === undefined ? undefined : fromJSONSchema(response as Parameters<typeof fromJSONSchema>[0]),
)

function at(body: unknown, path: JsonPath): unknown {
  let here = body
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined
    here = (here as Readonly<Record<string | number, unknown>>)[part]
  }
  return here
}

function textAt(body: unknown, path: JsonPath): string | undefined {
  const found = at(body, path)
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined
}

/** The value as the type that `actions.yaml` promises; undefined when it is something else. */
function toResult(found: unknown, type: string, codes: readonly string[]): Value | undefined {
  switch (type) {
    case 'number':
      return typeof found === 'number' ? found : undefined
    case 'yes/no':
      return typeof found === 'boolean' ? found : undefined
    case 'choice':
      return typeof found === 'string' && codes.includes(found) ? found : undefined
    case 'date':
      return typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : undefined
    case 'time':
      return typeof found === 'string' && /^\d{2}:\d{2}$/.test(found) ? found : undefined
    case 'list':
      return Array.isArray(found) && found.every(isValue) ? found : undefined
    default:
      return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined
  }
}

function isValue(found: unknown): found is Value {
  if (['string', 'number', 'boolean'].includes(typeof found)) return true
  if (typeof found !== 'object' || found === null) return false
  return Object.values(found).every(isValue)
}
