// What an article's Markdown may hold: paragraphs, flat lists, **bold** and https links. All else is refused with its place.
import type { Token } from 'markdown-it'
import type { Finding } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { blocksOf, lineRange, parseMarkdown, placeInBody, type Block, type Body } from './markdown'
import { hiddenFaults, leftoverFaults } from './markdown-leftovers'
import { linkForm, onlySimple, type Fault } from './markdown-fault'

const allowed = new Set([
  ...['paragraph', 'bullet_list', 'ordered_list', 'list_item', 'strong', 'link'].flatMap((name) => [
    `${name}_open`,
    `${name}_close`,
  ]),
  'inline',
  'text',
  'softbreak',
  'html_block',
  'html_inline',
])

const refusedNames: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  heading_open: { sv: 'en rubrik', en: 'a heading' },
  image: { sv: 'en bild', en: 'an image' },
  fence: { sv: 'ett kodblock', en: 'a code block' },
  code_block: {
    sv: 'ett kodblock (raden börjar med fyra mellanslag)',
    en: 'a code block (four leading spaces)',
  },
  code_inline: { sv: 'kod', en: 'code' },
  blockquote_open: { sv: 'ett citat', en: 'a quotation' },
  table_open: { sv: 'en tabell', en: 'a table' },
  hr: { sv: 'en linje', en: 'a line' },
  em_open: { sv: 'kursiv text', en: 'italic text' },
  s_open: { sv: 'överstruken text', en: 'struck text' },
  hardbreak: { sv: 'en tvingad radbrytning', en: 'a forced line break' },
}

const htmlFault = (start: number, end: number): Fault => ({
  code: 'T040',
  start,
  end,
  sv: 'texten innehåller HTML',
  en: 'the text contains HTML',
  hint: onlySimple,
})

const refusedFault = (type: string, start: number, end: number): Fault[] => {
  const name = refusedNames[type]
  if (name === undefined) return []
  const sv = `texten innehåller ${name.sv}, som inte kan visas`
  return [
    {
      code: 'T042',
      start,
      end,
      sv,
      en: `the text contains ${name.en}, which cannot be shown`,
      hint: onlySimple,
    },
  ]
}

const linkFault = (start: number, end: number, sv: string, en: string): Fault => ({
  code: 'T041',
  start,
  end,
  sv,
  en,
  hint: linkForm,
})

/** Whether a link leads to a web page by https, with a real host and nobody's password. */
export function isWebAddress(address: string): boolean {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return hostname.includes('.') && username === '' && password === ''
}

const blockFaults = (text: string): Fault[] =>
  parseMarkdown(text).flatMap((token) => {
    if (token.map === null) return []
    const { start, end } = lineRange(text, token.map)
    if (token.type === 'html_block') return [htmlFault(start, end)]
    if (token.type.endsWith('list_open') && token.level > 0) {
      const sv = 'en lista ligger inuti en annan lista'
      return [
        { code: 'T042', start, end, sv, en: 'a list stands inside another list', hint: onlySimple } as const,
      ]
    }
    return allowed.has(token.type) ? [] : refusedFault(token.type, start, end)
  })

/** Where a token stands: its text is looked for after the token before it, in the block's own part of the body. */
const searchFor: Readonly<Record<string, (token: Token) => string>> = {
  html_inline: (token) => token.content,
  link_open: (token) => (token.markup === 'autolink' ? '<' : '['),
  em_open: (token) => token.markup,
  code_inline: (token) => token.markup,
  s_open: (token) => token.markup,
  image: () => '![',
  text: (token) => token.content,
}

function inlineFault(token: Token, start: number, end: number): Fault[] {
  if (token.type === 'html_inline') return [htmlFault(start, end)]
  if (token.type === 'text') return leftoverFaults(token.content, start)
  if (token.type !== 'link_open') return allowed.has(token.type) ? [] : refusedFault(token.type, start, end)
  const address = String(token.attrGet('href') ?? '')
  if (!isWebAddress(address)) {
    return [
      linkFault(
        start,
        end,
        `länken leder till "${address}", som inte är en säker webbadress`,
        `the link leads to "${address}", which is no safe web address`,
      ),
    ]
  }
  if (token.markup === 'autolink' || token.attrGet('title') !== null) {
    return [
      linkFault(
        start,
        end,
        'länken är skriven på ett sätt som inte kan visas',
        'the link is written in a way that cannot be shown',
      ),
    ]
  }
  return []
}

/** Reads one block's tokens in order; `[start, end)` of a link is its text and address. */
function inlineFaults(text: string, block: Block): Fault[] {
  const faults: Fault[] = []
  let cursor = block.start
  for (const token of block.tokens) {
    const wanted = searchFor[token.type]?.(token) ?? ''
    const found = wanted === '' ? -1 : text.indexOf(wanted, cursor)
    const isFound = found !== -1 && found < block.end
    const start = isFound ? found : cursor
    const linkEnd = text.indexOf(')', start) + 1
    const end =
      token.type === 'link_open' && linkEnd > 0 ? Math.min(linkEnd, block.end) : start + wanted.length
    faults.push(...inlineFault(token, start, end))
    if (isFound && token.type !== 'link_open') cursor = start + wanted.length
  }
  return faults
}

/** T040 HTML, T041 links, T042 other Markdown that a resident could not see as meant; in the order of the text. */
export function checkMarkdown(body: Body): readonly Finding[] {
  const faults = [
    ...blockFaults(body.text),
    ...blocksOf(body.text).flatMap((block) => inlineFaults(body.text, block)),
    ...hiddenFaults(body.text),
  ].sort((a, b) => a.start - b.start)
  return faults.map(({ code, start, end, sv, en, hint }) =>
    findingOf(code, placeInBody(body, start, end), { sv, en }, hint),
  )
}
