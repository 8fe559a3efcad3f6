// Addresses never reach the model: it sees `link_1` …, and what it gives back is an address of ours again, or none at all.

export interface Link {
  readonly token: string
  readonly label: string
  readonly url: string
  /** Ids of the sources that it stands in. */
  readonly sources: readonly string[]
}

const markdownLink = /\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?[^)\n]*\)/g
const anyToken = /\blink_\d+\b/gi

/** Hands out one token for each address, the same for one that comes again. */
export class LinkTokens {
  private readonly byUrl = new Map<string, Link>()

  get links(): readonly Link[] {
    return [...this.byUrl.values()]
  }

  /** The text with tokens in the place of its addresses. */
  hide(text: string, source: string): string {
    return text.replace(markdownLink, (_link, label: string, url: string) => {
      const known = this.byUrl.get(url)
      const token = known?.token ?? `link_${this.byUrl.size + 1}`
      this.byUrl.set(url, {
        token,
        label: known?.label ?? label,
        url,
        sources: [...(known?.sources ?? []), source],
      })
      return `[${label}](${token})`
    })
  }
}

/** The answer with the addresses of the sources it names; of any other link only the words stay. */
export function showLinks(answer: string, links: readonly Link[], sourcesUsed: ReadonlySet<string>): string {
  const usable = new Map(
    links.flatMap((link) =>
      link.sources.some((id) => sourcesUsed.has(id)) ? [[link.token, link] as const] : [],
    ),
  )
  return answer
    .replace(markdownLink, (whole, label: string, target: string) => {
      if (!/^link_\d+$/i.test(target)) return whole
      const link = usable.get(target.toLowerCase())
      return link === undefined ? label : `[${label}](${link.url})`
    })
    .replace(anyToken, (token) => {
      const link = usable.get(token.toLowerCase())
      return link === undefined ? '' : `[${link.label}](${link.url})`
    })
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/ +([.,!?])/g, '$1')
    .trim()
}

/** What a resident reads of a text: the words of its links, without their addresses or tokens. */
export const withoutTargets = (text: string): string => text.replace(markdownLink, '$1')
