// The one reader of the server's own variables in the environment: typed, checked at the start, each documented in
// `.env.example`. Only `NODE_ENV`, which is Node's, is looked at elsewhere.
import { z } from 'zod'
import { DygnetError } from '../bot/contracts/basics/errors'
import type { CityMap } from '../bot/contracts/talk/reply'

const text = z.string().trim()
const optionalText = text.min(1).optional()
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/, `a whole number from ${from} to ${to}`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(from, `a whole number from ${from} to ${to}`)
        .max(to, `a whole number from ${from} to ${to}`),
    )
const kronor = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:[.,]\d{1,9})?$/, 'kronor in figures, such as 50 or 12,50')
  .transform((value) => Number(value.replace(',', '.')))
const list = text.transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

const phoneNumber = text.regex(/^\+\d{6,15}$/, 'a number such as +46766861000')
const phoneOrService = text.regex(
  /^(\+\d{6,15}|MG[0-9a-f]{32})$/,
  'a number such as +46766861000, or a Messaging Service (MG and 32 digits)',
)
const isCallingCode = (value: string): boolean => /^\+\d{1,3}$/.test(value)
const feedSecret = text.min(32, 'at least 32 signs that nobody can guess, such as openssl rand -hex 32 gives')

const isOrigin = (value: string): boolean => {
  try {
    const url = new URL(value)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === value
  } catch {
    return false
  }
}
/** Paths are written behind it, and residents may read it: no question mark, no user and no password. */
const isAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:\/\/[^?#@\\\s]+$/.test(value) && !value.endsWith('/')
const isActionHost = (value: string): boolean =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(value) ||
  /^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/.test(value)
const isSmtpUrl = (value: string): boolean => URL.canParse(value) && /^smtps?:\/\/[^\s/]+$/.test(value)
const isMailSender = (value: string): boolean =>
  /^([^<>@"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)
const isApiKey = (value: string): boolean => /^[\x21-\x7e]{16,200}$/.test(value)
const isServicePair = (value: string): boolean => /^[\w-]{1,60}=[^=\s]{1,80}$/.test(value)
const isTiles = (value: string): boolean =>
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s{}'"<>\\;,]*(\{[zxy]\}[^\s{}'"<>\\;,]*){3}$/.test(
    value,
  ) &&
  ['{z}', '{x}', '{y}'].every((part) => value.includes(part)) &&
  !/[{}]/.test(value.split('/').slice(0, 3).join('/')) &&
  URL.canParse(value)
const mapStart = /^\d{1,2}\.\d{1,8},\s*\d{1,3}\.\d{1,8},\s*(?:[89]|1\d)$/
/** The tiles of maps end at 85 degrees. */
const isMapStart = (value: string): boolean => {
  const [lat = NaN, lon = NaN] = value.split(',').map(Number)
  return mapStart.test(value) && lat <= 85 && lon <= 180
}
const isHeaderWord = (value: string): boolean => /^[\x21-\x7e]+$/.test(value)
const isRedisUrl = (value: string): boolean => /^rediss?:\/\/[^\s/]+/.test(value)

/** Every variable with its rule; the key is the variable's name. A test holds these against `.env.example`. */
export const settingRules = {
  PORT: wholeNumber(0, 65535).default(3978),
  HOST: text.min(1, 'an address to listen on, such as 0.0.0.0 or 127.0.0.1').default('0.0.0.0'),
  DATA_DIR: text.min(1, 'a folder').default('var'),
  CONTENT_DIR: text.min(1, 'a folder with dialogs/ and knowledge/').optional(),
  REDIS_URL: text
    .refine(isRedisUrl, 'an address such as redis://localhost:6379 or rediss://user:password@host:6380')
    .optional(),
  ALLOWED_ORIGINS: list
    .refine(
      (origins) => origins.every(isOrigin),
      'origins such as https://www.example.se, comma between, no path and no slash at the end',
    )
    .default([]),
  PUBLIC_URL: text
    .refine(
      isAddress,
      'an address such as https://chatt.example.se, no slash at the end, no user and no question mark',
    )
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  MESSAGES_PER_MINUTE: wholeNumber(1, 10_000).default(30),
  ADDRESS_MESSAGES_PER_MINUTE: wholeNumber(1, 100_000).optional(),
  STARTS_PER_MINUTE: wholeNumber(1, 100_000).default(60),
  FILES_DIR: text.min(1, 'a folder').optional(),
  FILE_MEGABYTES: wholeNumber(1, 50).default(10),
  FILES_PER_MESSAGE: wholeNumber(1, 10).default(3),
  ACTION_HOSTS: list
    .refine(
      (hosts) => hosts.every(isActionHost),
      'hosts such as api.example.se or api.example.se:8443, comma between, or http://localhost:3000 while developing',
    )
    .default([]),
  SMTP_URL: text
    .refine(isSmtpUrl, 'an address such as smtps://user:password@mail.example.se or smtp://localhost:25')
    .optional(),
  DESK_EMAIL_FROM: text
    .refine(isMailSender, 'a sender such as dygnet@example.se or Dygnet <dygnet@example.se>')
    .optional(),
  OPEN311_API_KEYS: list
    .refine((keys) => keys.every(isApiKey), 'keys of 16 signs or more without spaces, comma between')
    .default([]),
  OPEN311_JURISDICTION: optionalText,
  OPEN311_DIALOG: text.regex(/^[a-z0-9_-]+$/, 'the id of a dialog, such as felanmalan').default('felanmalan'),
  OPEN311_SHOWS: z.enum(['all', 'own'], 'one of all, own').default('all'),
  OPEN311_PER_MINUTE: wholeNumber(1, 100_000).default(120),
  OPEN311_DESK_JURISDICTION: optionalText,
  OPEN311_DESK_SERVICES: list
    .refine((pairs) => pairs.every(isServicePair), 'pairs such as light=1234, comma between')
    .transform(
      (pairs): ReadonlyMap<string, string> =>
        new Map(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
    )
    .default(new Map()),
  MAP_TILES: text
    .refine(isTiles, 'an address such as https://tiles.example.se/{z}/{x}/{y}.png, of one host')
    .optional(),
  MAP_ATTRIBUTION: optionalText,
  MAP_START: text
    .refine(isMapStart, 'latitude, longitude and zoom, such as 56.0465,12.6945,14')
    .transform((value) => {
      const [lat = 0, lon = 0, zoom = 0] = value.split(',').map(Number)
      return { lat, lon, zoom }
    })
    .optional(),
  OPENAI_MODEL: optionalText,
  OPENAI_API_KEY: text.refine(isHeaderWord, 'a key without blanks and line breaks').optional(),
  OPENAI_BASE_URL: text
    .refine(isAddress, 'an address such as https://api.openai.com/v1, no slash at the end')
    .default('https://api.openai.com/v1'),
  OPENAI_KRONOR_IN: kronor.optional(),
  OPENAI_KRONOR_OUT: kronor.optional(),
  OPENAI_EMBEDDING_MODEL: optionalText,
  OPENAI_EMBEDDING_KRONOR: kronor.optional(),
  OPENAI_DAILY_KRONOR: kronor.default(50),
  SMS_SIMULATOR: z.enum(['on', 'off'], 'on or off').optional(),
  SMS_COUNTRIES: list
    .refine((codes) => codes.length > 0 && codes.every(isCallingCode), 'calling codes such as +46,+45')
    .default(['+46', '+45', '+47', '+358', '+354']),
  SMS_PART_KRONOR: kronor.default(0.35),
  SMS_DAILY_KRONOR: kronor.default(5_000),
  ELKS_WEBHOOK_PATH: text
    .regex(/^[\w-]{16,100}$/, 'at least 16 letters and digits that nobody can guess')
    .optional(),
  ELKS_WEBHOOK_USER: optionalText,
  ELKS_WEBHOOK_PASSWORD: optionalText,
  ELKS_API_USERNAME: optionalText,
  ELKS_API_PASSWORD: optionalText,
  ELKS_API_URL: text
    .refine(isAddress, 'an address such as https://api.46elks.com/a1, no slash at the end')
    .default('https://api.46elks.com/a1'),
  ELKS_NUMBER: phoneNumber.optional(),
  TWILIO_ACCOUNT_SID: optionalText,
  TWILIO_AUTH_TOKEN: optionalText,
  TWILIO_AUTH_TOKEN_SECONDARY: optionalText,
  TWILIO_API_URL: text
    .refine(isAddress, 'an address such as https://api.twilio.com, no slash at the end')
    .default('https://api.twilio.com'),
  TWILIO_NUMBER: phoneOrService.optional(),
  HOMECARE_FEED_SECRET: feedSecret.optional(),
  HOMECARE_FEED_SECRET_NEXT: feedSecret.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'one of fatal, error, warn, info, debug, silent',
    )
    .default('info'),
  MICROSOFT_APP_ID: optionalText,
  MICROSOFT_APP_PASSWORD: optionalText,
  MICROSOFT_APP_TENANT_ID: optionalText,
  MICROSOFT_APP_TYPE: z
    .enum(
      ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'],
      'one of MultiTenant, SingleTenant, UserAssignedMSI',
    )
    .default('SingleTenant'),
} as const

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
