// Where one stands in `{ name: value, … }` and `[ … ]` written on the way.

export interface FlowLevel {
  /** The key that a map inside stands behind. */
  readonly key: string
  readonly entries: ReadonlyMap<string, string>
}

export interface FlowPosition {
  /** Keys passed on the way in, outermost first. */
  readonly levels: readonly FlowLevel[]
  readonly at: 'key' | 'value'
  /** Key or value, up to the cursor. */
  readonly typed: string
  /** Of the innermost map, those before the cursor. */
  readonly entries: ReadonlyMap<string, string>
}

interface Open {
  readonly kind: '{' | '['
  readonly entries: Map<string, string>
  key: string | undefined
  start: number
}

/** `text` begins with a bracket and ends at the cursor. Undefined when the outermost bracket is closed before it. */
export function flowPosition(text: string): FlowPosition | undefined {
  const open: Open[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const top = open.at(-1)
    if (character === '{' || character === '[') {
      open.push({ kind: character, entries: new Map(), key: undefined, start: at + 1 })
    } else if (character === '}' || character === ']') {
      open.pop()
      if (open.length === 0) return undefined
    } else if (top !== undefined) step(text, at, top)
    const isOpening = character === '"' && (top === undefined || text.slice(top.start, at).trim() === '')
    if (isOpening) at = endOfQuote(text, at)
  }
  return positionIn(open, text)
}

function step(text: string, at: number, top: Open): void {
  if (text.charAt(at) === ',') {
    if (top.key !== undefined) top.entries.set(top.key, text.slice(top.start, at).trim())
    top.key = undefined
    top.start = at + 1
  } else if (top.key === undefined && text.charAt(at) === ':' && /^\s|^$/.test(text.slice(at + 1))) {
    top.key = text.slice(top.start, at).trim().replace(/^"|"$/g, '')
    top.start = at + 1
  }
}

function endOfQuote(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at
}

function positionIn(open: readonly Open[], text: string): FlowPosition | undefined {
  const top = open.at(-1)
  if (top === undefined) return undefined
  const typed = text.slice(top.start).trimStart()
  const passed = (top.key === undefined ? open.slice(0, -1) : open).filter(({ key }) => key !== undefined)
  const levels = passed.map(({ key = '', entries }) => ({ key, entries }))
  return { levels, at: top.key === undefined ? 'key' : 'value', typed, entries: top.entries }
}
