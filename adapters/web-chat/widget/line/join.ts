// Joins a conversation: the one this tab remembers, with its history first, or a new one.
import type { Answer, DirectLine, Joined } from './direct-line'
import type { Memory } from './memory'
import type { Reader } from './reader'

export function createJoin(directLine: DirectLine, memory: Memory, language: () => string, reader: Reader) {
  let hasHistory = false

  async function rejoin(): Promise<Answer<Joined>> {
    while (!hasHistory) {
      const from = reader.watermark()
      const page = await directLine.read(from)
      if (page.kind !== 'ok') return page
      reader.take(page.value, true)
      hasHistory = reader.watermark() === from
    }
    return directLine.rejoin(reader.watermark())
  }

  return async (): Promise<Answer<Joined>> => {
    if (memory.get().access) return rejoin()
    hasHistory = true
    return directLine.begin(language())
  }
}
