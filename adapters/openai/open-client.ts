// The package's client, told to take nothing from the environment, to retry nothing and to log nothing.
import OpenAI from 'openai'
import { limitedFetch } from '../bounded-bodies'

export interface ClientOptions {
  readonly apiKey: string
  readonly baseUrl: string
  readonly deadlineMs: number
  /** Of an answer; a megabyte when not given. */
  readonly mostBytes?: number
}

export const openClient = ({ apiKey, baseUrl, deadlineMs, mostBytes }: ClientOptions): OpenAI =>
  new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: deadlineMs,
    logLevel: 'off',
    fetch: limitedFetch(mostBytes),
  })
