// Between Markdown and plain text: what a channel without markup shows, and what a resident wrote shown as it was.

/** An escaped mark, bold, or a link; in one pass, so that an escaped mark is never taken for a real one. */
const marks = /\\([\\*_[\]`~<&#>+•.)-])|\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(([^)\s]+)\)/g

/** Without marks of Markdown: bold as it is, a link as its text and address. */
export const toPlainText = (markdown: string): string =>
  markdown.replace(marks, (_mark, escaped?: string, bold?: string, label?: string, address?: string) =>
    label === undefined ? (escaped ?? bold ?? '') : plainLink(label, address ?? ''),
  )

function plainLink(label: string, address: string): string {
  const shown = address.replace(/^(?:tel|mailto):/, '')
  // "helsingborg.se https://helsingborg.se/" would say one address twice.
  const isSame = shown === label || shown.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') === label
  return isSame ? label : `${label} ${shown}`
}

/**
 * So that what a resident wrote shows as written: no link, no code, no HTML entity. It comes on one line, and a mark that
 * begins it makes no heading or list, so that no one can write lines that look like ours.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\*_[\]`~<&]/g, '\\$&')
    .replace(/^(\s*)([#>+•-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
