// Puts the inputs of a call into the request that the action declares.
import { createHash } from 'node:crypto'
import type { ActionCall } from '../../bot/contracts/cases/action'
import type { BodyPart, HttpQuestion } from '../../bot/contracts/cases/http-action'
import type { Value } from '../../bot/contracts/talk/value'

/** The same for a repeat of the call; says nothing of the conversation it came from. */
export const idempotencyKeyOf = ({ idempotencyKey }: ActionCall): string =>
  createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32)

/** Undefined when an input would lead to another place than the one declared. */
export function fillUrl(url: string, call: ActionCall): URL | undefined {
  const values: Readonly<Record<string, Value>> = { ...call.inputs, idempotency_key: idempotencyKeyOf(call) }
  const textOf = (name: string) => asText(Object.hasOwn(values, name) ? values[name] : undefined)
  const placeholder = /\{([^{}]*)\}/g
  // No encoding keeps "." and ".." from being steps of a path.
  if ([...url.matchAll(placeholder)].some(([, name = '']) => /^\.{1,2}$/.test(textOf(name)))) return undefined
  const filled = url.replace(placeholder, (_, name: string) => encoded(textOf(name)))
  return URL.canParse(filled) ? new URL(filled) : undefined
}

/** Half an emoji, as a phone or a limit may cut it, has no encoding: it goes as the sign for what cannot be shown. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))

const asText = (value: Value | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** Undefined for a part whose input is missing. */
export function fillBody(part: BodyPart, inputs: ActionCall['inputs']): unknown {
  switch (part.kind) {
    case 'fixed':
      return part.text
    case 'input':
      return Object.hasOwn(inputs, part.name) ? inputs[part.name] : undefined
    case 'fields':
      return Object.fromEntries([...part.fields].map(([name, inner]) => [name, fillBody(inner, inputs)]))
  }
}

export type FilledHeaders =
  | { readonly kind: 'filled'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'secret-missing'; readonly name: string }

export function fillHeaders(
  headers: HttpQuestion['headers'],
  secret: (name: string) => string | undefined,
): FilledHeaders {
  const filled: Record<string, string> = {}
  for (const [field, text] of headers) {
    const value = text.kind === 'fixed' ? text.text : secret(text.name)
    if (value === undefined)
      return { kind: 'secret-missing', name: text.kind === 'secret' ? text.name : field }
    filled[field.toLowerCase()] = value
  }
  return { kind: 'filled', headers: filled }
}
