// The texts of one phone, newest at the end.
import { fromTemplate, partOf } from './parts'

export interface Bubble {
  /** What stands below it: how far it has come, or what it costs. */
  readonly say: (about: string) => void
  /** Says why and offers to try again. */
  readonly fail: (why: string, again: () => void) => void
}

export interface Thread {
  readonly node: HTMLElement
  readonly own: (text: string) => Bubble
  readonly reply: (text: string) => Bubble
  /** A line that nobody wrote. */
  readonly note: (text: string) => void
}

export function createThread(name: string): Thread {
  const log = fromTemplate('thread')
  log.setAttribute('aria-label', name)
  const add = (node: HTMLElement): void => {
    log.append(node)
    log.scrollTop = log.scrollHeight
  }
  const bubble = (kind: 'own' | 'reply', author: string, text: string): Bubble => {
    const node = fromTemplate('message')
    const about = partOf(node, '.about')
    node.classList.add(kind)
    partOf(node, '.author').textContent = author
    partOf(node, '.bubble').textContent = text
    add(node)
    const say = (words: string, isFailed: boolean): void => {
      about.textContent = words
      node.classList.toggle('failed', isFailed)
      // What grew is not to hide below the edge.
      if (node === log.lastElementChild) log.scrollTop = log.scrollHeight
    }
    return {
      say: (words) => say(words, false),
      fail(why, again) {
        say(`${why}. `, true)
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = 'Skicka igen'
        button.addEventListener('click', again)
        about.append(button)
        log.scrollTop = log.scrollHeight
      },
    }
  }
  return {
    node: log,
    own: (text) => bubble('own', 'Du skrev:', text),
    reply: (text) => bubble('reply', 'Boten:', text),
    note(text) {
      const node = document.createElement('p')
      node.className = 'note'
      node.textContent = text
      add(node)
    },
  }
}
