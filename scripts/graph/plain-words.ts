// A text with its plurals told by their usual form, short enough for a box.

/** `inom {n, plural, one {# dag} other {# dagar}}` → `inom {n} dagar`. Placeholders stay. */
export function plainWords(text: string): string {
  const start = /\{\s*([\p{L}\d_.]+)\s*,\s*plural\s*,/u.exec(text)
  if (start === null) return text
  const end = closingBrace(text, start.index)
  const inside = text.slice(start.index + start[0].length, end)
  const other = /\bother\s*\{/.exec(inside)
  if (other === null) return text
  const from = other.index + other[0].length
  const usual = inside.slice(from, closingBrace(inside, from - 1)).replaceAll('#', `{${start[1] ?? ''}}`)
  return text.slice(0, start.index) + usual + plainWords(text.slice(end + 1))
}

/** Where the brace that opens at `open` is closed; the text's end when it never is. */
function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === '{') depth += 1
    if (text.charAt(at) === '}') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}
