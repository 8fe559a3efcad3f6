// Each variable with its rule.
import { z } from 'zod'
import {
  text,
  optionalText,
  wholeNumber,
  kronor,
  list,
  phoneNumber,
  phoneOrService,
  isCallingCode,
  feedSecret,
  isOrigin,
  isAddress,
  isActionHost,
  isSmtpUrl,
  isMailSender,
  isApiKey,
  isServicePair,
  isTiles,
  isMapStart,
  isHeaderWord,
  isRedisUrl,
} from './value-kinds'

/** The key is the variable's name. A test holds these against `.env.example`. */
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
