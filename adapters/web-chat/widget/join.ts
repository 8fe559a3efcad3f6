// Joins a conversation: the one this tab remembers, with its history first, or a new one.
import type { Access, Answer, DirectLine, Joined } from './direct-line'
import type { Memory } from './memory'
import type { Reader } from './reader'

export function createJoin(directLine: DirectLine, memory: Memory, language: () => string, reader: Reader) {
  let hasHistory = false

  async function rejoin(access: Access): Promise<Answer<Joined>> {
    while (!hasHistory) {
      const from = reader.watermark()
      const page = await directLine.read(access, from)
      if (page.kind !== 'ok') return page
      reader.take(page.value, true)
      hasHistory = reader.watermark() === from
    }
    return directLine.rejoin(access, reader.watermark())
  }

  async function begin(): Promise<Answer<Joined>> {
    const made = await directLine.generate()
    hasHistory = true
    return made.kind === 'ok' ? directLine.start(made.value.token, language()) : made
  }

  return (): Promise<Answer<Joined>> => {
    const { access } = memory.get()
    return access ? rejoin(access) : begin()
  }
}
