// One phone: its number, its talk, and what a thumb can do on it.
import { createComposer } from './composer'
import { watchNumber } from './number-field'
import { fromTemplate, partOf } from './parts'
import { renderTally, type Tally } from './tally'
import { createTalk, type Talk } from './talk'

export interface Phone {
  readonly node: HTMLElement
  readonly number: () => string
  readonly tally: () => Tally
  readonly focus: () => void
  /** Shows what came unasked; false when the server is away. */
  readonly look: () => Promise<boolean>
}

export interface PhoneDeeds {
  /** Whether another phone has this number. */
  readonly isTaken: (number: string) => boolean
  readonly remove: () => void
  readonly tallied: () => void
}

/** @param place counts phones from 1, for ids and headings */
export function createPhone(place: number, first: string, { isTaken, remove, tallied }: PhoneDeeds): Phone {
  const node = fromTemplate('phone')
  const notice = partOf(node, '.notice')
  const numberNotice = partOf(node, '.number-notice')
  const total = partOf(node, '.total')
  const tell = (words: string): void => void (notice.textContent = words)
  let number = first
  let talk: Talk

  const drawTally = (): void => {
    total.textContent = `Hela samtalet: ${renderTally(talk.tally())}`
    tallied()
  }
  const beginTalk = (): void => {
    talk = createTalk(number, { tallied: drawTally, triedAgain: () => composer.focus() })
    partOf(node, '.thread').replaceWith(talk.node)
    drawTally()
  }
  const write = (text: string): void => {
    tell('')
    talk.write(text)
  }
  const composer = createComposer(node, `size-${place}`, write, () =>
    tell('Bilder kan inte skickas härifrån.'),
  )
  watchNumber(partOf(node, '.number', HTMLInputElement), first, {
    isTaken,
    tell: (words) => void (numberNotice.textContent = words),
    changed(wanted) {
      number = wanted
      beginTalk()
    },
  })
  for (const button of node.querySelectorAll<HTMLButtonElement>('[data-text]'))
    button.addEventListener('click', () => write(button.dataset['text'] ?? ''))
  partOf(node, '.lose').addEventListener('click', () => {
    const began = talk.loseReply(composer.take())
    tell(began ? '' : 'Skriv något först. Sedan kan samma sms skickas en gång till.')
  })
  partOf(node, '.remove').addEventListener('click', remove)
  partOf(node, 'h2').textContent = `Telefon ${place}`
  node.setAttribute('aria-label', `Telefon ${place}`)
  beginTalk()

  return {
    node,
    number: () => number,
    tally: () => talk.tally(),
    focus: composer.focus,
    look: () => talk.look(),
  }
}
