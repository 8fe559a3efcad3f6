// What a resident may do with the whole conversation: keep it as a file, or have it deleted. A script of its own, fetched then.
import { confirmWith } from '../dom/confirm'
import type { ConversationDeeds, DeedWorld } from './deed-offer'
import { button, element } from '../dom/element'
import { sayFrom } from '../texts/own-texts'
import texts from '../texts/deeds.json'

/** A refusal may say why in words, and a deletion what stays. */
interface Erased {
  readonly kind: string
  readonly value?: string
  readonly said?: string | undefined
}

const keepAddressMs = 60_000

function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  element('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), keepAddressMs)
}

export function createConversationDeeds({
  words,
  session,
  log,
  status,
  restart,
}: DeedWorld): ConversationDeeds {
  const say = sayFrom<keyof typeof texts.sv>(texts, words)

  function showErased(): void {
    log.clear()
    const line = element('p', { class: 'note' })
    const again = button('choice', () => {
      log.clear()
      restart()
    })
    words.live(() => {
      line.textContent = say('erased')
      again.textContent = say('again')
    })
    const offer = element('p', { class: 'note' }, again)
    log.node.append(line, offer)
    again.focus()
    // Whoever writes has begun already.
    new MutationObserver(() => {
      if (log.node.querySelector('.own')) offer.remove()
    }).observe(log.node, { childList: true })
  }
  return {
    async save() {
      const answer = await session.inRoom<Blob>('GET', '/transcript', undefined, 'blob')
      if (answer.kind === 'ok') {
        saveFile(answer.value, `${words.say('log')}.txt`)
        status.tell(say('saved'))
      } else log.note('failed')
    },
    async erase() {
      const asked = {
        title: say('eraseTitle'),
        body: say('eraseBody'),
        yes: words.say('erase'),
        no: say('cancel'),
      }
      if (!(await confirmWith(log.node.parentNode ?? log.node, asked))) return
      const { kind, value, said }: Erased = await session.inRoom<string>('DELETE', '', undefined, 'text')
      const isErased = kind === 'ok' || kind === 'gone'
      if (isErased) {
        session.forget()
        showErased()
      }
      // What of it stays, or that it could not be deleted just now.
      const told = value ?? said
      if (told) log.node.append(element('p', { class: 'note' }, told))
      else if (!isErased) log.note('failed')
    },
  }
}
