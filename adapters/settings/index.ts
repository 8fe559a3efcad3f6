// The one reader of the server's own variables in the environment: typed, checked at the start, each documented in
// `.env.example`. Only `NODE_ENV`, which is Node's, is looked at elsewhere.
import { z } from 'zod'
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { CityMap } from '../../bot/contracts/talk/reply'
import { settingRules } from './rules'

type Variable = keyof typeof settingRules

/** What is set without what it needs does nothing, or less than operators think. */
const together: readonly (readonly [set: Variable, needed: readonly Variable[]])[] = [
  ['OPENAI_MODEL', ['OPENAI_API_KEY', 'OPENAI_KRONOR_IN', 'OPENAI_KRONOR_OUT']],
  ['OPENAI_EMBEDDING_MODEL', ['OPENAI_API_KEY', 'OPENAI_EMBEDDING_KRONOR']],
  ['SMTP_URL', ['DESK_EMAIL_FROM']],
  ['DESK_EMAIL_FROM', ['SMTP_URL']],
  ['MAP_TILES', ['MAP_ATTRIBUTION', 'MAP_START']],
  ['MAP_ATTRIBUTION', ['MAP_TILES']],
  ['MAP_START', ['MAP_TILES']],
  ['ELKS_WEBHOOK_PATH', ['ELKS_WEBHOOK_USER', 'ELKS_WEBHOOK_PASSWORD']],
  ['ELKS_WEBHOOK_USER', ['ELKS_WEBHOOK_PATH']],
  ['ELKS_WEBHOOK_PASSWORD', ['ELKS_WEBHOOK_PATH']],
  ['ELKS_API_USERNAME', ['ELKS_API_PASSWORD', 'ELKS_WEBHOOK_PATH']],
  ['ELKS_API_PASSWORD', ['ELKS_API_USERNAME']],
  ['TWILIO_ACCOUNT_SID', ['TWILIO_AUTH_TOKEN', 'PUBLIC_URL']],
  ['TWILIO_AUTH_TOKEN', ['TWILIO_ACCOUNT_SID']],
  ['TWILIO_AUTH_TOKEN_SECONDARY', ['TWILIO_ACCOUNT_SID']],
  ['HOMECARE_FEED_SECRET_NEXT', ['HOMECARE_FEED_SECRET']],
]

/** Whether texts come and go by a real gateway. */
export const hasGateway = ({
  ELKS_WEBHOOK_PATH,
  TWILIO_ACCOUNT_SID,
}: {
  readonly ELKS_WEBHOOK_PATH?: string | undefined
  readonly TWILIO_ACCOUNT_SID?: string | undefined
}): boolean => ELKS_WEBHOOK_PATH !== undefined || TWILIO_ACCOUNT_SID !== undefined

/** The city's map; undefined where it has none, and then nobody is offered one. */
export const mapOf = ({
  MAP_TILES: tiles,
  MAP_ATTRIBUTION: attribution,
  MAP_START: start,
}: Pick<Settings, 'MAP_TILES' | 'MAP_ATTRIBUTION' | 'MAP_START'>): CityMap | undefined =>
  tiles === undefined || attribution === undefined || start === undefined
    ? undefined
    : { tiles, attribution, start }

/** Whether residents who left an e-mail address are written to: a letter needs a mail server, and an address at which it is stopped. */
export const writesLetters = ({
  SMTP_URL,
  PUBLIC_URL,
}: {
  readonly SMTP_URL?: string | undefined
  readonly PUBLIC_URL?: string | undefined
}): boolean => SMTP_URL !== undefined && PUBLIC_URL !== undefined

const schema = z.object(settingRules).superRefine((settings, context) => {
  const needs = (variable: Variable, because: string) =>
    context.addIssue({ code: 'custom', path: [variable], message: `a value, because ${because}` })
  for (const [set, needed] of together)
    if (settings[set] !== undefined)
      for (const variable of needed) if (settings[variable] === undefined) needs(variable, `${set} is set`)
  if (settings.SMS_SIMULATOR === 'on' && hasGateway(settings))
    context.addIssue({
      code: 'custom',
      path: ['SMS_SIMULATOR'],
      message: 'off beside a real gateway, for whoever opens the simulator can write as any number',
    })
  if (settings.MICROSOFT_APP_ID === undefined) return
  if (settings.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' && settings.MICROSOFT_APP_PASSWORD === undefined)
    needs('MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_ID is set')
  if (settings.MICROSOFT_APP_TYPE !== 'MultiTenant' && settings.MICROSOFT_APP_TENANT_ID === undefined)
    needs('MICROSOFT_APP_TENANT_ID', `MICROSOFT_APP_TYPE is ${settings.MICROSOFT_APP_TYPE}`)
})

export type Settings = Readonly<z.infer<typeof schema>>

/** The secret that `secret:NAME` of an action stands for; undefined when it is not set. */
export const readActionSecret = (
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined => environment[`ACTION_SECRET_${name}`] || undefined

/** Which a department's own system and the house sign their requests with: `DESK_SECRET_GATA_PARK` for `gata-park`. */
export const readDeskSecret = (
  department: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined =>
  environment[`DESK_SECRET_${department.toUpperCase().replaceAll('-', '_')}`] || undefined

/** Values that must not be shown when they are wrong. */
const secrets: ReadonlySet<string> = new Set([
  'REDIS_URL',
  'SMTP_URL',
  'OPEN311_API_KEYS',
  'MICROSOFT_APP_PASSWORD',
  'OPENAI_API_KEY',
  'ELKS_WEBHOOK_PATH',
  'ELKS_WEBHOOK_USER',
  'ELKS_WEBHOOK_PASSWORD',
  'ELKS_API_USERNAME',
  'ELKS_API_PASSWORD',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_SECONDARY',
  'HOMECARE_FEED_SECRET',
  'HOMECARE_FEED_SECRET_NEXT',
])

/** An address with a user and a password in it. */
const hasPassword = /\/\/[^/]*@/

function describeIssue(issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string {
  const name = String(issue.path[0] ?? 'settings')
  const value = environment[name]
  const found =
    value === undefined
      ? 'it is not set'
      : secrets.has(name) || hasPassword.test(value)
        ? 'its value is not one (hidden here)'
        : `it is "${value}"`
  return `${name}: expected ${issue.message}, but ${found}. Set it in the environment or in .env (see .env.example), or remove it to use the default.`
}

/**
 * Reads the settings. An empty variable counts as not set.
 * @throws DygnetError `setting-invalid`, one line for each wrong variable: its name, what was expected, what to do.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(settingRules)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new DygnetError(
    'setting-invalid',
    `\n  ${parsed.error.issues.map((issue) => describeIssue(issue, environment)).join('\n  ')}`,
  )
}
