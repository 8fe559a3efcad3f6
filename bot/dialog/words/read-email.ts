// A typed e-mail address. Stricter than RFC 5321, which allows much that is only ever a slip of the finger.

const address =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}[\p{L}]{2,24}/gu

export type EmailReading = { readonly address: string } | 'bad' | undefined

/** The one address in the text, domain in lower case; `'bad'` when there is an `@` but no address around it. */
export function readEmail(text: string): EmailReading {
  const found = new Set(findEmails(text).map((email) => email.address))
  const [only] = found
  if (only !== undefined && found.size === 1) return { address: only }
  return found.size === 0 && text.includes('@') ? 'bad' : undefined
}

export interface FoundEmail {
  readonly address: string
  readonly start: number
  readonly end: number
}

/** Every address in a longer text, with its place in UTF-16 code units. */
export function findEmails(text: string): readonly FoundEmail[] {
  return [...text.matchAll(address)].flatMap((match) => {
    const end = match.index + match[0].length
    const followed = text.slice(end, end + 1)
    if (match[0].includes('..') || /[@\p{L}\p{N}]/u.test(followed)) return []
    return [{ address: tidy(match[0]), start: match.index, end }]
  })
}

function tidy(found: string): string {
  const at = found.lastIndexOf('@')
  return found.slice(0, at) + found.slice(at).toLowerCase()
}
