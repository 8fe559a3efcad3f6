// The log: one JSON line an event, with what operators need and nothing a resident wrote.
import pino from 'pino'
import type { Logger } from '../../bot/contracts/basics/logger'

/** Fields that could carry a resident's words or a secret; cut out wherever a mistake would put them. */
const redacted = [
  'text',
  'body',
  'content',
  'raw',
  'answers',
  'inputs',
  'token',
  'authorization',
  'password',
  'phone',
  'from',
]

/** The message and the stack of our own code; not `cause` or fields of foreign errors, which may quote what they got. */
const describeError = (error: unknown) =>
  error instanceof Error
    ? {
        type: error.name,
        code: (error as { code?: unknown }).code,
        stack: stackWithoutMessage(error),
        message: ownMessage(error),
      }
    : { type: typeof error }

const ownMessage = (error: Error): string => (error.name === 'DygnetError' ? error.message : error.name)

const place = /^ {4}at .*:\d+:\d+\)?$/

/**
 * The places in the code. A stack begins with the message, which may have lines that look like places; so it is cut off by
 * its length, and a stack that does not begin with it is left out whole.
 */
function stackWithoutMessage({ stack = '', message }: Error): string {
  const begins = message === '' ? stack.search(/(?<=^[\w$.]+)\n/) : stack.indexOf(message)
  if (begins < 0) return ''
  return stack
    .slice(begins + message.length)
    .split('\n')
    .filter((line) => place.test(line))
    .join('\n')
}

export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: { paths: [...redacted, ...redacted.map((field) => `*.${field}`)], remove: true },
  })
