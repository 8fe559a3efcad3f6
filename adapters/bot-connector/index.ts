// The door for Azure Bot Service (Teams and other channels) and, on this machine, the Emulator: POST /api/messages.
import { randomUUID } from 'node:crypto'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import type { TurnContext } from 'botbuilder-core'
import type { Logger } from '../../bot/contracts/basics/logger'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { openConnectorAdapter, type ConnectorAdapter, type ConnectorCredentials } from './connector-adapter'
import { parseInbound, type InboundRules } from './parse-inbound'

const maxBodyBytes = 256 * 1_024

/** Where Azure's public cloud has replies sent to. */
const azureServiceHosts: readonly string[] = ['*.botframework.com', 'smba.trafficmanager.net']
const azureChannels: readonly string[] = ['msteams', 'emulator']

export interface BotConnectorOptions extends ConnectorCredentials, Partial<InboundRules> {
  readonly run: (context: TurnContext) => Promise<void>
  readonly logger: Logger
}

/**
 * There is no anonymous mode: without an app id the library would let everybody in and send replies wherever a stranger
 * says, so the door is not built at all then.
 *
 * Answers 200 after the turn, 401 for a token that does not hold, 400 for what is no activity of an allowed channel and
 * service, 413 for more than 256 kB, 500 for everything else; none with a word of what went wrong.
 *
 * @throws DygnetError `setting-invalid` without an app id or, for a type that has one, a password.
 */
export async function createBotConnector(options: BotConnectorOptions): Promise<Router> {
  demandCredentials(options)
  const adapter = await openConnectorAdapter(options)
  const rules: InboundRules = {
    allowedServiceHosts: options.allowedServiceHosts ?? azureServiceHosts,
    allowedChannels: options.allowedChannels ?? azureChannels,
  }
  const router = Router()
  router
    .route('/api/messages')
    .post(express.json({ limit: maxBodyBytes }), createReceiver(adapter, rules, options))
    .all((_request, response) => {
      response.setHeader('Allow', 'POST')
      response.status(405).end()
    })
  router.use('/api/messages', createErrorAnswer(options.logger))
  return router
}

function demandCredentials({
  appId,
  appPassword,
  tenantId,
  appType = 'MultiTenant',
}: BotConnectorOptions): void {
  const missing =
    appId.trim() === ''
      ? 'MICROSOFT_APP_ID'
      : appType !== 'UserAssignedMSI' && !appPassword
        ? 'MICROSOFT_APP_PASSWORD'
        : appType !== 'MultiTenant' && !tenantId
          ? 'MICROSOFT_APP_TENANT_ID'
          : undefined
  if (missing !== undefined)
    throw new DygnetError(
      'setting-invalid',
      `${missing} is needed for Azure Bot Service (${appType}). Set it.`,
    )
}

function createReceiver(
  adapter: ConnectorAdapter,
  rules: InboundRules,
  { run, logger }: Pick<BotConnectorOptions, 'run' | 'logger'>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const inbound = parseInbound(request.body, rules)
    if (inbound.kind === 'refused') {
      logger.warn({ why: inbound.why }, 'Azure Bot Service: a post was refused')
      response.status(400).end()
      return
    }
    const answer = await adapter.receive(request.headers.authorization ?? '', inbound.activity, run)
    if (answer.kind === 'refused') {
      logger.warn({ channelId: inbound.activity.channelId }, 'Azure Bot Service: a token did not hold')
      response.status(401).end()
      return
    }
    response.status(answer.status)
    if (answer.body === undefined) response.end()
    else response.json(answer.body)
  }
}

function createErrorAnswer(logger: Logger) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    // Errors of the HTTP client below carry requests with secrets in them: name and reference are all that is logged.
    const name = error instanceof Error ? error.name : typeof error
    if (status === 500)
      logger.error({ reference: randomUUID(), name }, 'Azure Bot Service: a turn could not be run')
    response.status(status).end()
  }
}

/** What Express says of a body it cannot read may be told; a status of anything else is between us and the channel. */
function statusOf(error: unknown): number {
  const { status, expose } = (error ?? {}) as { readonly status?: unknown; readonly expose?: unknown }
  return expose === true && typeof status === 'number' ? status : 500
}
