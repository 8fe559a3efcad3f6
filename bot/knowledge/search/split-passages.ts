// An article as passages: its short answer, each paragraph, and each list or point of a list that says something by itself.
import type { Token } from 'markdown-it'
import type { ArticleText } from '../../contracts/knowledge/article'
import type { Passage } from '../../contracts/knowledge/passage'
import { blocksOf, lineRange, parseMarkdown } from '../markdown'

/** A point of so many words that ends as a sentence does can be quoted alone. */
const wordsOfFact = 4

type Part = Pick<Passage, 'heading' | 'text'>

interface TopBlock {
  readonly isList: boolean
  readonly text: string
  /** The points of a list. */
  readonly points: readonly string[]
}

/** What a resident reads of a Markdown text, without its marks. */
export const plainOf = (markdown: string): string =>
  blocksOf(markdown)
    .map(({ plain }) => plain)
    .join('\n')

const cut = (text: string, { map }: Token): string => {
  if (map === null) return ''
  const { start, end } = lineRange(text, map)
  return text.slice(start, end).trim()
}

function topBlocks(text: string): readonly TopBlock[] {
  const tokens = parseMarkdown(text)
  return tokens.flatMap((token, at) => {
    if (token.level !== 0 || token.nesting !== 1) return []
    const isList = token.type.endsWith('list_open')
    const end = tokens.findIndex((other, later) => later > at && other.level === 0 && other.nesting === -1)
    const points = isList
      ? tokens.slice(at, end).filter(({ type, level }) => type === 'list_item_open' && level === 1)
      : []
    return [{ isList, text: cut(text, token), points: points.map((point) => cut(text, point)) }]
  })
}

const withoutMark = (point: string): string => point.replace(/^(?:[-*+]|\d+[.)])\s+/, '')

const saysSomething = (point: string): boolean => {
  const plain = plainOf(point).trim()
  return /[.!?]$/.test(plain) && plain.split(/\s+/).length >= wordsOfFact
}

/** Points that are sentences stand alone; the others make sense together only. */
function partsOfList({ points }: TopBlock, heading: string | undefined): readonly Part[] {
  const facts = points.filter(saysSomething).map((point) => ({ heading, text: withoutMark(point) }))
  const rest = points.filter((point) => !saysSomething(point))
  return rest.length === 0 ? facts : [{ heading, text: rest.join('\n') }, ...facts]
}

/** A paragraph that ends in a colon is the heading of the list that follows it. */
function partsOf(details: string): readonly Part[] {
  const blocks = topBlocks(details)
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1]
    const isHeading = (one: TopBlock | undefined): boolean => one?.isList === false && one.text.endsWith(':')
    if (block.isList)
      return partsOfList(
        block,
        before !== undefined && isHeading(before) ? plainOf(before.text).replace(/:$/, '') : undefined,
      )
    if (isHeading(block) && blocks[at + 1]?.isList === true) return []
    return [{ heading: undefined, text: block.text }]
  })
}

export const splitPassages = (
  articleId: string,
  { language, title, answer, details }: ArticleText,
): readonly Passage[] =>
  [{ heading: undefined, text: answer }, ...partsOf(details)].map((part) => ({
    articleId,
    language,
    title,
    ...part,
  }))
