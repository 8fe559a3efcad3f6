// The same YAML written by somebody in a hurry: any indent, any order of a step's words, blanks, quotes and comments anywhere.
import fc from 'fast-check'
import type { YamlNode, YamlScalar } from '../../../bot/yaml/node'

/** Takes the next of the whims, a number from 0 to 99, round and round. */
type Whim = () => number

export const whims: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(99), { minLength: 7, maxLength: 40 })

/** Writes a map of the top level so that it means the same; only comments of its own stand in it. */
export function writtenAnyhow(root: YamlNode, chosen: readonly number[]): string {
  let at = 0
  const whim: Whim = () => chosen[at++ % chosen.length] ?? 0
  return `${whim() < 30 ? '\n\n' : ''}# Så här börjar det.\n${write(root, 0, whim)}${whim() < 50 ? '\n\n\n' : ''}`
}

const lineEnd = (whim: Whim): string =>
  `${whim() < 20 ? '  ' : ''}${whim() < 15 ? '\r' : ''}\n${whim() < 8 ? '\n\n' : ''}`

function write(node: YamlNode, indent: number, whim: Whim): string {
  const { text } = node.source
  if (node.kind === 'scalar' && node.style === 'block')
    return ` ${text
      .slice(node.start, node.end)
      .replace(/\n+$/, '')
      .replace(/\n */g, `\n${' '.repeat(indent)}`)}\n`
  if (node.kind === 'scalar') return ` ${scalar(node, whim)}${lineEnd(whim)}`
  if (text.charAt(node.start) === '{' || text.charAt(node.start) === '[')
    return ` ${text.slice(node.start, node.end).replace(/\n */g, ' ')}${lineEnd(whim)}`
  const blanks = ' '.repeat(indent)
  if (node.kind === 'list')
    return `${lineEnd(whim)}${node.items.map((item) => writeItem(item, indent, whim)).join('')}`
  const lines = node.entries.map(({ key, value }) => {
    const deeper = indent + 1 + (whim() % 4)
    const comment = whim() < 6 ? `${blanks}# anmärkning ${whim()}\n` : ''
    const below = value.kind === 'map' && !isFlow(value) ? lineEnd(whim) : ''
    return `${comment}${blanks}${key.text}:${below}${write(value, deeper, whim)}`
  })
  return lines.join('')
}

/** The words of a step or a test may come in any order: it begins with another as often as not. */
function writeItem(item: YamlNode, indent: number, whim: Whim): string {
  const dash = `${' '.repeat(indent)}-`
  if (item.kind !== 'map' || isFlow(item)) return `${dash}${write(item, indent + 2, whim)}`
  const gap = 1 + (whim() % 3)
  const turn = whim() % item.entries.length
  const entries = [...item.entries.slice(turn), ...item.entries.slice(0, turn)]
  const inside = indent + 1 + gap
  const written = entries.map((entry) =>
    write({ ...item, entries: [entry] }, inside, whim).replace(/^ *#.*\n/, ''),
  )
  return `${dash}${written.join('').replace(/^ */, ' '.repeat(gap))}`
}

const isFlow = ({ source, start }: YamlNode): boolean => /[[{]/.test(source.text.charAt(start))

function scalar({ source, start, end, text, style }: YamlScalar, whim: Whim): string {
  const written = source.text.slice(start, end)
  return style === 'plain' && whim() < 10 && isWords(text) ? `"${text}"` : written
}

/** Quotes tell a text from a name in some places, but never around more than one word. */
const isWords = (text: string): boolean => /^\p{L}+ \p{L}+[^"\\:#(<>=]*[.?!]$/u.test(text)
