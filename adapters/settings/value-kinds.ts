// What the value of a variable may be.
import { z } from 'zod'

export const text = z.string().trim()
export const optionalText = text.min(1).optional()
export const wholeNumber = (from: number, to: number) =>
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
export const kronor = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:[.,]\d{1,9})?$/, 'kronor in figures, such as 50 or 12,50')
  .transform((value) => Number(value.replace(',', '.')))
export const list = text.transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

export const phoneNumber = text.regex(/^\+\d{6,15}$/, 'a number such as +46766861000')
export const phoneOrService = text.regex(
  /^(\+\d{6,15}|MG[0-9a-f]{32})$/,
  'a number such as +46766861000, or a Messaging Service (MG and 32 digits)',
)
export const isCallingCode = (value: string): boolean => /^\+\d{1,3}$/.test(value)
export const feedSecret = text.min(
  32,
  'at least 32 signs that nobody can guess, such as openssl rand -hex 32 gives',
)

export const isOrigin = (value: string): boolean => {
  try {
    const url = new URL(value)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === value
  } catch {
    return false
  }
}
/** Paths are written behind it, and residents may read it: no question mark, no user and no password. */
export const isAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:\/\/[^?#@\\\s]+$/.test(value) && !value.endsWith('/')
export const isActionHost = (value: string): boolean =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(value) ||
  /^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/.test(value)
export const isSmtpUrl = (value: string): boolean => URL.canParse(value) && /^smtps?:\/\/[^\s/]+$/.test(value)
export const isMailSender = (value: string): boolean =>
  /^([^<>@"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)
export const isApiKey = (value: string): boolean => /^[\x21-\x7e]{16,200}$/.test(value)
export const isServicePair = (value: string): boolean => /^[\w-]{1,60}=[^=\s]{1,80}$/.test(value)
export const isTiles = (value: string): boolean =>
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s{}'"<>\\;,]*(\{[zxy]\}[^\s{}'"<>\\;,]*){3}$/.test(
    value,
  ) &&
  ['{z}', '{x}', '{y}'].every((part) => value.includes(part)) &&
  !/[{}]/.test(value.split('/').slice(0, 3).join('/')) &&
  URL.canParse(value)
const mapStart = /^\d{1,2}\.\d{1,8},\s*\d{1,3}\.\d{1,8},\s*(?:[89]|1\d)$/
/** The tiles of maps end at 85 degrees. */
export const isMapStart = (value: string): boolean => {
  const [lat = NaN, lon = NaN] = value.split(',').map(Number)
  return mapStart.test(value) && lat <= 85 && lon <= 180
}
export const isHeaderWord = (value: string): boolean => /^[\x21-\x7e]+$/.test(value)
export const isRedisUrl = (value: string): boolean => /^rediss?:\/\/[^\s/]+/.test(value)
