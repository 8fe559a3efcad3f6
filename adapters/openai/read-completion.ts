// What a chat completion means: a draft in the shape that was asked for, or why it is none.
import { z } from 'zod'
import {
  completenesses,
  type ModelDraft,
  type ModelFailure,
} from '../../bot/contracts/knowledge/language-model'
import type { Usage } from './model-budget'

/** Models write the keys in this order. */
const draft = z.strictObject({
  completeness: z.enum(completenesses),
  sourcesUsed: z.array(z.string()),
  answer: z.string(),
})

/** The same for the model, as JSON Schema; servers that hold their models to it refuse what they do not know. */
export const draftSchema: Record<string, unknown> = { ...z.toJSONSchema(draft), $schema: undefined }

/** The part of the answer that is read; servers add to it as they like. */
const firstChoice = z.object({
  finish_reason: z.string().nullish(),
  message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
})
/** A prompt has far fewer. */
const mostSources = 100
const usage = z.object({
  usage: z.object({
    prompt_tokens: z.number().nonnegative(),
    completion_tokens: z.number().nonnegative(),
  }),
})

export type ReadCompletion =
  | { readonly kind: 'draft'; readonly draft: ModelDraft }
  | { readonly kind: 'failed'; readonly failure: ModelFailure }

export function readCompletion(body: unknown): ReadCompletion {
  const { choices } = (body ?? {}) as { readonly choices?: unknown }
  const choice = Array.isArray(choices) ? firstChoice.safeParse(choices[0]).data : undefined
  if (choice === undefined) return failed('unusable')
  const { finish_reason: reason, message } = choice
  if (message.refusal || reason === 'content_filter') return failed('refused')
  const told = readDraft(message.content ?? '')
  return told === undefined ? failed('unusable') : { kind: 'draft', draft: told }
}

function readDraft(content: string): ModelDraft | undefined {
  const told = parseJson(content)
  return hasTooManySources(told) ? undefined : draft.safeParse(told).data
}

/** A mark that is written with a backslash, and is not there yet. */
const openEscape = /\\(?:u[\da-f]{0,3})?$/i

/** A draft that is being written, as far as it has come; undefined before its answer has begun. */
export const readOpenDraft = (content: string): ModelDraft | undefined =>
  readDraft(`${content.replace(openEscape, '')}"}`)

/** Counted first: everything wrong in a megabyte of them would be listed one by one, and hold up everybody. */
function hasTooManySources(told: unknown): boolean {
  const { sourcesUsed } = (told ?? {}) as { readonly sourcesUsed?: unknown }
  return Array.isArray(sourcesUsed) && sourcesUsed.length > mostSources
}

/** Undefined when the server does not tell. */
export function readUsage(body: unknown): Usage | undefined {
  const told = usage.safeParse(body).data?.usage
  return told && { tokensIn: told.prompt_tokens, tokensOut: told.completion_tokens }
}

const failed = (failure: ModelFailure): ReadCompletion => ({ kind: 'failed', failure })

/** Undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
