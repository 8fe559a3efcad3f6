// Actions that are requests to other systems, as `dialogs/actions.yaml` declares them, behind the port `RunAction`.
import { setTimeout as wait } from 'node:timers/promises'
import type { ActionCall, ActionResult, RunAction } from '../../bot/contracts/cases/action'
import type { DeclaredHttpAction, HttpQuestion } from '../../bot/contracts/cases/http-action'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { SendRequest, SentRequest } from '../../bot/contracts/cases/outgoing-request'
import { allowing, readAllowedHosts, type AllowedHost } from './allowed-hosts'
import { fillBody, fillHeaders, fillUrl, idempotencyKeyOf } from './fill-request'
import { readAnswer } from './read-answer'
import { sendRequest, type PreparedRequest } from './send-request'

/** Sends requests to the machines of ACTION_HOSTS, and to no other. */
export function createSendRequest(hosts: readonly string[]): SendRequest {
  const allowed = readAllowedHosts(hosts)
  return (request) => {
    const host = allowing(request.url, allowed)
    return host === undefined
      ? Promise.resolve({ kind: 'unanswered', why: 'host-not-allowed' })
      : sendRequest({ ...request, mayBeInside: host.mayBeInside })
  }
}

export interface HttpActionsParts {
  /** The action of a name; undefined when there is none that is a request. */
  readonly find: (name: string) => DeclaredHttpAction | undefined
  /** Entries of ACTION_HOSTS. */
  readonly hosts: readonly string[]
  /** The value of `ACTION_SECRET_<name>`. */
  readonly secret: (name: string) => string | undefined
  readonly logger: Logger
}

interface Runner {
  readonly action: DeclaredHttpAction
  readonly call: ActionCall
  readonly hosts: readonly AllowedHost[]
  readonly secret: HttpActionsParts['secret']
  /** Never with inputs, secrets or bodies. */
  readonly complain: (why: string) => void
}

const unavailable: ActionResult = { kind: 'failed', failure: 'unavailable' }
const retryAfterMs = 150

/** Runs declared actions. Whatever the other side does is a result; an unknown name is `unavailable`. */
export function createHttpActions({ find, hosts, secret, logger }: HttpActionsParts): RunAction {
  const allowed = readAllowedHosts(hosts)
  return async (call) => {
    const action = find(call.name)
    if (action === undefined) return unavailable
    const complain = (why: string) => {
      logger.warn({ action: call.name, why }, 'an action had no usable answer')
    }
    const runner: Runner = { action, call, hosts: allowed, secret, complain }
    return action.effect === 'read' ? read(runner) : write(runner)
  }
}

async function read(runner: Runner): Promise<ActionResult> {
  const { http } = runner.action
  const prepared = prepare(runner, http)
  if (prepared === undefined) return unavailable
  for (let left = http.retries; ; left -= 1) {
    const sent = await sendRequest(prepared)
    if (left === 0 || !isPassing(sent)) return resultOf(runner, sent)
    await wait(retryAfterMs * (http.retries - left + 1))
  }
}

/** May be gone the next time: no answer in time, or a server that has too much to do. */
const isPassing = (sent: SentRequest): boolean =>
  sent.kind === 'unanswered'
    ? sent.why === 'timeout' || sent.why === 'unreachable'
    : sent.status >= 500 || sent.status === 429

async function write(runner: Runner): Promise<ActionResult> {
  const { call, action } = runner
  if (call.repeated === true && action.http.outcome !== undefined) {
    const before = await askOutcome(runner, action.http.outcome)
    if (before !== 'not-done') return before
  }
  const prepared = prepare(runner, action.http)
  if (prepared === undefined) return unavailable
  const sent = await sendRequest(prepared)
  if (action.http.outcome === undefined || !isPassing(sent)) return resultOf(runner, sent)
  const after = await askOutcome(runner, action.http.outcome)
  return after === 'not-done' ? resultOf(runner, sent) : after
}

/** Whether the write was done. An answer that says neither counts as a failure: better a person than doing it twice. */
async function askOutcome(runner: Runner, outcome: HttpQuestion): Promise<ActionResult | 'not-done'> {
  const prepared = prepare(runner, outcome)
  if (prepared === undefined) return unavailable
  const sent = await sendRequest(prepared)
  return sent.kind === 'answered' && sent.status === 404 ? 'not-done' : resultOf(runner, sent)
}

function resultOf({ action, complain }: Runner, sent: SentRequest): ActionResult {
  const answer =
    sent.kind === 'answered' ? readAnswer(action, sent) : ({ kind: 'unusable', why: sent.why } as const)
  if (answer.kind === 'result') return answer.result
  complain(answer.why)
  return unavailable
}

function prepare(runner: Runner, question: HttpQuestion): PreparedRequest | undefined {
  const { action, call, hosts, secret, complain } = runner
  const url = fillUrl(question.url, call)
  const host = url === undefined ? undefined : allowing(url, hosts)
  if (url === undefined || host === undefined) {
    complain(url === undefined ? 'an input would lead elsewhere' : 'its host is not among ACTION_HOSTS')
    return undefined
  }
  const headers = fillHeaders(question.headers, secret)
  if (headers.kind === 'secret-missing') {
    complain(`ACTION_SECRET_${headers.name} is not set`)
    return undefined
  }
  const isAction = question === action.http
  const body =
    isAction && action.http.body !== undefined ? fillBody(action.http.body, call.inputs) : undefined
  return {
    method: question.method,
    url,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(isAction && action.effect === 'write' ? { 'idempotency-key': idempotencyKeyOf(call) } : {}),
      ...headers.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs: action.http.timeoutMs,
    mayBeInside: host.mayBeInside,
  }
}
