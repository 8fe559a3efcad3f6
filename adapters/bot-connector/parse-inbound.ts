// What Azure Bot Service posted, looked through before anything of it is believed or acted upon.
import { z } from 'zod'
import type { Activity } from 'botframework-schema'

export interface InboundRules {
  /** Hosts replies may be sent to: `smba.trafficmanager.net`, or `*.botframework.com` with all below it. */
  readonly allowedServiceHosts: readonly string[]
  /** Channels that may come this way. */
  readonly allowedChannels: readonly string[]
}

/** Channels that have doors of their own here; coming in by this one, they would be somebody else's conversations. */
const channelsWithOwnDoor: readonly string[] = ['directline', 'webchat', 'web', 'sms', 'twilio-sms']

const account = z.object({ id: z.string().min(1).max(500) })
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().max(1_000),
  conversation: z.looseObject(account.shape),
  from: z.looseObject(account.shape),
  recipient: z.looseObject(account.shape),
  timestamp: z.coerce.date().optional().catch(undefined),
  localTimestamp: z.coerce.date().optional().catch(undefined),
  expiration: z.coerce.date().optional().catch(undefined),
})

export type ParsedInbound =
  | { readonly kind: 'activity'; readonly activity: Activity }
  /** `why` names the field, never what was in it. */
  | { readonly kind: 'refused'; readonly why: string }

const refused = (why: string): ParsedInbound => ({ kind: 'refused', why })

/**
 * The library checks the service address against the signed token only when there is one, and takes every channel's name
 * on trust; so both are held against lists here.
 */
export function parseInbound(
  body: unknown,
  { allowedServiceHosts, allowedChannels }: InboundRules,
): ParsedInbound {
  const parsed = activitySchema.safeParse(body)
  if (!parsed.success) return refused(`field ${parsed.error.issues[0]?.path.join('.') ?? 'body'}`)
  const { channelId, serviceUrl } = parsed.data
  if (!allowedChannels.includes(channelId) || channelsWithOwnDoor.includes(channelId))
    return refused('field channelId')
  if (!isAllowedService(serviceUrl, allowedServiceHosts)) return refused('field serviceUrl')
  // Replies must not be collected into the answer: they go to the channel, one by one. Who calls is for the token to say.
  const activity = { ...parsed.data, deliveryMode: undefined, callerId: undefined }
  return { kind: 'activity', activity: activity as unknown as Activity }
}

/** Plain http is for the Emulator on this machine alone. */
function isAllowedService(serviceUrl: string, allowedHosts: readonly string[]): boolean {
  let url: URL
  try {
    url = new URL(serviceUrl)
  } catch {
    return false
  }
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return false
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.') ? url.hostname.endsWith(allowed.slice(1)) : url.hostname === allowed,
  )
}

const isLoopback = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
