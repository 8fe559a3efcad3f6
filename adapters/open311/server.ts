// The GeoReport v2 server at /open311/v2 (http://wiki.open311.org/GeoReport_v2).
import { createHash, randomUUID } from 'node:crypto'
import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { PublicCaseQuery, PublicCases, ReportFault } from '../../bot/contracts/cases/public-cases'
import type { RateLimiter } from '../../bot/contracts/basics/rate-limiter'
import { answer, refuse, type Format } from './answer'
import { createKeyRing } from './api-keys'
import { Fault, type FaultCode } from './fault'
import { listField, textField } from './read-fields'
import { readQuery } from './read-query'
import { readReport } from './read-report'
import { readReportForm } from './read-report-form'
import { renderDefinition, renderDiscovery, renderRequest, renderService } from './render'
import { createSearchTurns, type SearchTurns } from './search-turns'

export interface Open311ServerParts {
  readonly cases: PublicCases
  /** Without any nobody can report; reading needs none. */
  readonly apiKeys: readonly string[]
  /** The city's; another one in a request is not ours. */
  readonly jurisdiction?: string
  /** `https://chatt.example.se`; the host that was asked when it is not given. */
  readonly publicUrl?: string
  /** Whom developers ask for a key. */
  readonly contact: () => string
  readonly limit: RateLimiter
  /** A key for an address, not readable as one. */
  readonly addressKey: (address: string | undefined) => Promise<string>
  readonly clock: Clock
  readonly logger: Logger
}

const root = '/open311/v2'

type Work = (asked: Asked, response: Response) => Promise<void>

interface Asked {
  readonly request: Request
  readonly query: URLSearchParams
  readonly format: Format
  /** What stands in the address: a code, a number, a token. */
  readonly name: string
}

export function createOpen311Server(parts: Open311ServerParts): Router {
  const router = Router({ caseSensitive: true })
  const keyOf = createKeyRing(parts.apiKeys)
  const startedAt = parts.clock.now().toISOString()
  const inTurn = createSearchTurns()
  const get = (path: string, work: Work): void => {
    router
      .route(new RegExp(`^${root}/${path}(?:\\.(?<ending>json|xml))?/?$`))
      .get(handle(parts, work))
      .options(allowReading)
      .all(handle(parts, path === 'requests' ? report : refuseMethod))
  }
  const report: Work = async (asked, response) => {
    if (asked.request.method !== 'POST') throw new Fault('method-unknown')
    await postRequest(asked, response, parts, keyOf)
  }
  get('discovery', (asked, response) => sendDiscovery(asked, response, parts, startedAt))
  get('services', async ({ format }, response) => {
    answer(response, format, 'services', parts.cases.services().map(renderService))
    await Promise.resolve()
  })
  get('services/(?<name>[^/]+?)', (asked, response) => sendDefinition(asked, response, parts))
  get('requests', (asked, response) => sendRequests(asked, response, parts, inTurn))
  get('requests/(?<name>[^/]+?)', (asked, response) => sendRequest(asked, response, parts))
  get('tokens/(?<name>[^/]+?)', (asked, response) => sendToken(asked, response, parts))
  router.use(root, (request, response) => {
    refuse(response, formatOf(request, undefined), new Fault('page-unknown'))
  })
  router.use(root, badAddress)
  return router
}

/** An address that cannot be decoded. */
const badAddress: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) next(error)
  else refuse(response, formatOf(request, undefined), new Fault('value-bad', 'address'))
}

const refuseMethod: Work = () => Promise.reject(new Fault('method-unknown'))

const allowReading: RequestHandler = (_request, response) => {
  response
    .status(204)
    .set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, HEAD' })
    .end()
}

/** By the address, else by what the caller accepts; JSON when it says nothing. */
function formatOf(request: Request, ending: string | undefined): Format {
  if (ending === 'json' || ending === 'xml') return ending
  return /\b(?:text|application)\/xml\b/i.test(request.get('accept') ?? '') ? 'xml' : 'json'
}

function handle(parts: Open311ServerParts, work: Work): RequestHandler {
  return async (request, response) => {
    const { name = '', ending } = request.params as Readonly<Record<string, string | undefined>>
    const format = formatOf(request, ending)
    try {
      await takeOne(request, parts)
      const query = new URLSearchParams(request.url.split('?')[1] ?? '')
      demandJurisdiction(query, parts)
      await work({ request, query, format, name }, response)
    } catch (error) {
      if (!(error instanceof Fault)) parts.logger.error({ err: error }, 'an Open311 request failed')
      refuse(response, format, error instanceof Fault ? error : new Fault('unavailable'))
    }
  }
}

async function takeOne(request: Request, { limit, addressKey }: Open311ServerParts): Promise<void> {
  const allowance = await limit.take(await addressKey(request.ip))
  if (!allowance.allowed) throw new Fault('too-many', undefined, allowance.retryAfterMs)
}

function demandJurisdiction(fields: URLSearchParams, { jurisdiction }: Open311ServerParts): void {
  const asked = textField(fields, 'jurisdiction_id', 200)
  if (asked !== undefined && jurisdiction !== undefined && asked !== jurisdiction)
    throw new Fault('jurisdiction-unknown')
}

async function sendDiscovery(
  { request, format }: Asked,
  response: Response,
  parts: Open311ServerParts,
  startedAt: string,
) {
  // A host that the caller made up is shown to the caller alone; where it matters the city has set its address.
  const host = /^[\w.-]+(?::\d{1,5})?$/.exec(request.get('host') ?? '')?.[0] ?? 'localhost'
  const address = `${parts.publicUrl ?? `${request.protocol}://${host}`}${root}`
  answer(response, format, 'discovery', renderDiscovery(address, startedAt, parts.contact()))
  await Promise.resolve()
}

async function sendDefinition({ format, name }: Asked, response: Response, { cases }: Open311ServerParts) {
  const service = cases.services().find(({ code }) => code === name)
  if (service === undefined) throw new Fault('service-unknown')
  answer(response, format, 'service_definition', renderDefinition(service))
  await Promise.resolve()
}

async function sendRequests(
  { format, query }: Asked,
  response: Response,
  { cases, clock }: Open311ServerParts,
  inTurn: SearchTurns,
) {
  const findInTurn = (wanted: PublicCaseQuery) =>
    inTurn(async () => {
      // Whoever hung up while they waited is not searched for.
      if (response.closed) return []
      return cases.find(wanted)
    })
  // Named requests override every other filter.
  const numbers = listField(query, 'service_request_id')
  const found =
    numbers === undefined
      ? await findInTurn(readQuery(query, clock.now()))
      : (await Promise.all(numbers.map((number) => cases.byNumber(number)))).filter(
          (one) => one !== undefined,
        )
  answer(response, format, 'service_requests', found.map(renderRequest))
}

async function sendRequest({ format, name }: Asked, response: Response, { cases }: Open311ServerParts) {
  const found = await cases.byNumber(name)
  if (found === undefined) throw new Fault('request-unknown')
  answer(response, format, 'service_requests', [renderRequest(found)])
}

/** Cases get their number at once: a token is the number itself. */
async function sendToken({ format, name }: Asked, response: Response, { cases }: Open311ServerParts) {
  const found = await cases.byNumber(name)
  if (found === undefined) throw new Fault('token-unknown')
  answer(response, format, 'service_requests', [{ service_request_id: found.number, token: found.number }])
}

const faultOf: Readonly<Record<ReportFault, FaultCode>> = {
  'unknown-service': 'service-unknown',
  'place-missing': 'location-missing',
  'place-outside': 'location-outside',
  'description-missing': 'description-missing',
  'bad-value': 'value-bad',
  'key-used': 'key-used',
}

async function postRequest(
  { request, query, format }: Asked,
  response: Response,
  parts: Open311ServerParts,
  keyOf: ReturnType<typeof createKeyRing>,
): Promise<void> {
  const fields = await readReportForm(request)
  const holder = keyOf(fields.get('api_key') ?? query.get('api_key'))
  if (holder === undefined) throw new Fault('key-missing')
  demandJurisdiction(fields, parts)
  const made = await parts.cases.report(readReport(fields, reportKey(request, holder)))
  if (made.kind === 'refused') throw new Fault(faultOf[made.why], made.field)
  answer(
    response,
    format,
    'service_requests',
    [{ service_request_id: made.number, service_notice: '', account_id: null }],
    201,
  )
}

/** GeoReport knows no repeats; a caller that sends `Idempotency-Key` gets the same case for the same key. */
function reportKey(request: Request, holder: string): string {
  const given = request.get('idempotency-key') ?? ''
  return given === ''
    ? randomUUID()
    : createHash('sha256').update(`${holder} ${given}`).digest('hex').slice(0, 32)
}
