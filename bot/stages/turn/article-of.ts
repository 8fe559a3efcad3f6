// Which article a topic is.
const prefix = 'article:'

/** The article's id; undefined for a dialog, and for no topic. */
export const articleOf = (topic: string | null | undefined): string | undefined =>
  topic?.startsWith(prefix) === true ? topic.slice(prefix.length) : undefined
