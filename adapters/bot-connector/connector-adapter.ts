// The library that speaks with Azure Bot Service, loaded only where it is used: it costs 0.3 s and 40 MB.
import type { TurnContext } from 'botbuilder-core'
import type { Activity } from 'botframework-schema'

export interface ConnectorCredentials {
  readonly appId: string
  readonly appPassword?: string
  /** Needed for `SingleTenant` and `UserAssignedMSI`. */
  readonly tenantId?: string
  readonly appType?: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
  /** Addresses of another cloud than Azure's public one, all of them. */
  readonly cloud?: ConnectorCloud
}

export interface ConnectorCloud {
  readonly ToChannelFromBotLoginUrl: string
  readonly ToChannelFromBotOAuthScope: string
  readonly ToBotFromChannelTokenIssuer: string
  readonly OAuthUrl: string
  readonly ToBotFromChannelOpenIdMetadataUrl: string
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string
  readonly CallerId: string
}

export interface ConnectorAdapter {
  /** Checks the token and runs the turn. Rejects with whatever was wrong inside, in the library or in the turn. */
  receive(
    authorization: string,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<ConnectorAnswer>
}

export type ConnectorAnswer =
  /** `body` is the answer of an invoke activity, when there was one. */
  | { readonly kind: 'done'; readonly status: number; readonly body?: unknown }
  /** The token does not hold, or not for this activity; nothing was run. */
  | { readonly kind: 'refused' }

export async function openConnectorAdapter(credentials: ConnectorCredentials): Promise<ConnectorAdapter> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder')
  const { appId, appPassword, tenantId, appType = 'MultiTenant', cloud } = credentials

  /** Its own `process` prints errors to the console and sends their texts to the caller; this way in does neither. */
  class QuietAdapter extends CloudAdapter {
    receive(authorization: string, activity: Activity, run: (context: TurnContext) => Promise<void>) {
      return this.processActivity(authorization, activity, run)
    }
  }
  const adapter = new QuietAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: appId,
      MicrosoftAppType: appType,
      ...(appPassword === undefined ? {} : { MicrosoftAppPassword: appPassword }),
      ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
      ...cloud,
    }),
  )
  return {
    async receive(authorization, activity, run) {
      const door = { wasOpened: false }
      try {
        const answer = await adapter.receive(authorization, activity, (context) => {
          door.wasOpened = true
          return run(context)
        })
        return { kind: 'done', status: answer?.status ?? 200, body: answer?.body as unknown }
      } catch (error) {
        // The same status later means that the channel refused our reply, which is no fault of the caller.
        if (!door.wasOpened && isRefusal(error)) return { kind: 'refused' }
        throw error
      }
    },
  }
}

/** Names under which the library lets errors of a token through that it does not translate. */
const tokenErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'])

function isRefusal(error: unknown): boolean {
  const { name, statusCode } = (error ?? {}) as { readonly name?: unknown; readonly statusCode?: unknown }
  return statusCode === 401 || statusCode === 403 || tokenErrors.has(String(name))
}
