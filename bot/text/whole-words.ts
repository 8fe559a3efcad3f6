// Words looked for in running text, of which each has to stand as a whole.

/** Matches any of the alternatives (a regular expression's own) where no letter or digit stands beside them. */
export const wholeWords = (alternatives: string, flags = 'u'): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, flags)
