// Cuts texts so that they fit into a box.

/** Lines of at most `width` characters, at most `most` of them; what does not fit becomes "…". */
export function wrapText(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word.length <= width ? word : `${word.slice(0, width - 1)}…`
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cutShort(lines[most - 1] ?? '', width)]
}

/** The line without the words that leave no room for "…". */
function cutShort(line: string, width: number): string {
  let kept = line
  while (kept.length > width - 2 && kept.includes(' ')) kept = kept.slice(0, kept.lastIndexOf(' '))
  return `${kept.replace(/[\s.,:;]+$/, '')} …`
}
