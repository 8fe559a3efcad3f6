// Files of texts with an emergency in them, or with none: a text for each line, below the heading of its kind.

export interface ListedText {
  readonly text: string
  /** From the heading above it: `# fire`. */
  readonly kind: string
}

export function parseTextList(contents: string, kindWithoutHeading: string): readonly ListedText[] {
  let kind = kindWithoutHeading
  return contents.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) kind = line.slice(2)
    return line === '' || line.startsWith('# ') ? [] : [{ text: line, kind }]
  })
}
