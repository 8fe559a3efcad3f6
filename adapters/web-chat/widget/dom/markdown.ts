// The few marks of Markdown that replies use, turned into nodes: paragraphs, lists, bold and links. HTML stays text.
import { element, link } from './element'

/** As in CommonMark, a backslash takes the meaning from any ASCII mark; and from the bullet, which begins a list here. */
const inlineMark = /\\([!-/:-@[-`{-~•])|\*\*((?:\\.|[^\\\n])+?)\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|\n/g
const listItem = /^\s*(?:[-*•]|(\d+)[.)])\s+(.*)$/

function renderInline(text: string): Node[] {
  const nodes: Node[] = []
  let end = 0
  for (const match of text.matchAll(inlineMark)) {
    const [whole, escaped, bold, label, address] = match
    nodes.push(new Text(text.slice(end, match.index)))
    end = match.index + whole.length
    if (escaped) nodes.push(new Text(escaped))
    else if (bold) nodes.push(element('strong', {}, ...renderInline(bold)))
    else if (label && address) nodes.push(link(address, ...renderInline(label)))
    else nodes.push(element('br'))
  }
  return [...nodes, new Text(text.slice(end))]
}

function renderBlock(lines: readonly string[]): Node {
  const first = listItem.exec(lines[0] ?? '')
  if (!first) return element('p', {}, ...renderInline(lines.join('\n')))
  const items = lines.map((line) => element('li', {}, ...renderInline(listItem.exec(line)?.[2] ?? line)))
  return first[1] ? element('ol', { start: first[1] }, ...items) : element('ul', {}, ...items)
}

/** Groups lines: an empty line ends a block, and so does a change between list and running text. */
export function renderMarkdown(text: string): Node[] {
  const blocks: string[][] = []
  let kind = ''
  for (const line of text.split(/\r?\n/)) {
    const item = listItem.exec(line)
    const next = !line.trim() ? '' : item ? (item[1] ? 'ol' : 'ul') : 'p'
    if (next && next !== kind) blocks.push([])
    if (next) blocks[blocks.length - 1]?.push(line)
    kind = next
  }
  return blocks.map(renderBlock)
}
