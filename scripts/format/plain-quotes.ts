// Quotes around a text of residents that does without them.
import type { TextEdit } from '../../bot/contracts/basics/finding'
import type { YamlNode, YamlScalar } from '../../bot/yaml/node'
import { isFlow } from './lines-of'

/** A text after one of these is a text, however it is written. Elsewhere quotes may tell a text from a name. */
const textWords: ReadonlySet<string> = new Set([
  'title',
  'question',
  'hint',
  'why',
  'else',
  'more',
  'say',
  'handoff',
  'closed',
  'test',
])
/** Nothing but texts stands below these. */
const wordsOfTexts: ReadonlySet<string> = new Set(['start', 'questions', 'labels', 'choices', 'texts'])

/** Other readers of YAML take these for a yes, a no or nothing. */
const takenForMore = /^(?:yes|no|true|false|on|off|null|y|n)$/i

/** Begins with a letter, holds nothing that YAML reads as more than a letter, and is no more than one line. */
const isPlain = (text: string): boolean =>
  /^\p{L}[^\n\t]*[^\s:]$/u.test(text) && !/: |\s#|\\/.test(text) && !takenForMore.test(text)

export const plainQuotes = (roots: readonly YamlNode[]): readonly TextEdit[] =>
  roots.flatMap((root) => quotesIn(root, false))

function quotesIn(node: YamlNode, isText: boolean): readonly TextEdit[] {
  if (isFlow(node)) return []
  if (node.kind === 'list') return node.items.flatMap((item) => quotesIn(item, isText))
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) =>
      quotesIn(
        value,
        wordsOfTexts.has(key.text) || (value.kind === 'scalar' ? isText || textWords.has(key.text) : isText),
      ),
    )
  return isText && isNeedless(node) ? [{ start: node.start, end: node.end, text: node.text }] : []
}

const isNeedless = ({ style, text, source, start, end }: YamlScalar): boolean =>
  (style === 'single' || style === 'double') && isPlain(text) && !source.text.slice(start, end).includes('\n')
