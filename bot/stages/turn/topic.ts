// What a topic names, an article or a dialog, and whether that is a sensitive matter.
import type { Turn } from './turn'

const idAfter = (prefix: string, topic: string | null | undefined): string | undefined =>
  topic?.startsWith(prefix) === true ? topic.slice(prefix.length) : undefined

/** The article's id; undefined for a dialog, and for no topic. */
export const articleOf = (topic: string | null | undefined): string | undefined => idAfter('article:', topic)

/** The dialog's id; undefined for an article, and for no topic. */
export const dialogIdOf = (topic: string | null | undefined): string | undefined => idAfter('dialog:', topic)

/** About such a dialog a resident may write what nobody else is to read. One that is gone is taken for sensitive. */
export function isSensitiveTopic({ content }: Turn, topic: string | null | undefined): boolean {
  const id = dialogIdOf(topic)
  return id !== undefined && content.dialogs.get(id)?.sensitive !== false
}
