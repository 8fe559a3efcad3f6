// What a resident may do with the whole conversation: keep it as a file, or have it deleted.
import type { ChatSession } from './chat-session'
import { confirmWith } from './confirm'
import { button, element } from './element'
import type { StatusLines } from './status-lines'
import type { TranscriptLog } from './transcript-log'
import type { Words } from './words'

const keepAddressMs = 60_000

function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  element('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), keepAddressMs)
}

interface Parts {
  readonly words: Words
  readonly session: ChatSession
  readonly log: TranscriptLog
  readonly status: StatusLines
  /** Begins again after a deletion. */
  readonly restart: () => void
}

export function createConversationDeeds({ words, session, log, status, restart }: Parts) {
  function showErased(): void {
    log.clear()
    const again = words.put(
      button('choice', () => {
        log.clear()
        restart()
      }),
      'again',
    )
    const line = words.put(element('p', { class: 'note' }), 'erased')
    log.node.append(line, element('p', { class: 'note' }, again))
    again.focus()
  }
  return {
    async save(): Promise<void> {
      const content = await session.download()
      if (content) saveFile(content, `${words.say('log')}.txt`)
      status.tell(content ? 'saved' : 'failed')
    },
    async erase(): Promise<void> {
      const keys = { title: 'eraseTitle', body: 'eraseBody', yes: 'erase' } as const
      if (!(await confirmWith(words, log.node.parentNode ?? log.node, keys))) return
      const said = await session.erase(showErased)
      // What of it must be kept, or that it could not be done just now.
      if (said) log.node.append(element('p', { class: 'note' }, said))
      else if (said !== '') status.tell('failed')
    },
  }
}
