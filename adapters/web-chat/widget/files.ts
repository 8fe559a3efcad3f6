// Pictures and documents: a script of its own, fetched when a question first takes them, so that nobody else pays for it.
import type { TakesFiles } from './activity'
import type { FileTools, FileWorld } from './file-offer'
import { button, element, icon } from './element'
import { sayFrom } from './own-texts'
import { sendFiles } from './send-files'
import texts from './texts/files.json'
import { createThumbnail } from './thumbnail'

const clip = 'M19 11l-7 7a4.5 4.5 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.5 4.5l-8 8a1.5 1.5 0 0 1-2-2l6.5-6.5'
const pictures = 'image/jpeg,image/png,image/webp'
const megabyte = 2 ** 20

type Key = keyof typeof texts.sv

/** The button takes room from the conversation: whoever saw its end goes on seeing it. @returns what to do afterwards. */
function followEnd(place: HTMLElement): () => void {
  const chat = place.closest('.chat')
  const atEnd = [chat, chat?.querySelector('.log')].filter(
    (each) => each && each.scrollHeight - each.scrollTop - each.clientHeight < 8,
  )
  return () => atEnd.forEach((each) => each?.scrollTo(0, each.scrollHeight))
}

/** The button, put into its place once and shown while a question takes files. */
export function createFileTools({ composer, words, config, session }: FileWorld): FileTools {
  let takes: TakesFiles | undefined
  const text = sayFrom<Key>(texts, words)
  const say = (key: Key, n = 0): string => text(key).replace('{n}', String(n))
  // A browser's own field speaks the browser's language; the button is ours, and opens it.
  const field = element('input', { type: 'file', hidden: '' })
  const label = element('span')
  const refusal = element('p', { class: 'state', role: 'status' })
  composer.files.append(
    button('suggestion', () => field.click(), icon(clip), ' ', label),
    field,
    refusal,
  )
  words.live(() => (label.textContent = say(takes?.type === 'file' ? 'addFile' : 'addPhoto')))

  function choose(): void {
    const files = [...(field.files ?? [])]
    // So that the same file can be chosen again.
    field.value = ''
    const most = config().maxFileBytes ?? Infinity
    const isTooLarge = files.some(({ size }) => size > most)
    refusal.textContent = isTooLarge ? say('tooLarge', Math.floor(most / megabyte)) : ''
    if (isTooLarge || files.length === 0) return
    composer.focus()
    session.sendFiles(files.map(({ name }) => name).join(', '), {
      lost: say('lost'),
      pictures: files.flatMap((file) => [createThumbnail(file), element('br')]),
      post: (activity, tell) =>
        session.upload((address, token) =>
          sendFiles({ address, token, activity, files, progress: (sent) => tell(say('sending', sent)) }),
        ),
    })
  }
  field.addEventListener('change', choose)
  return {
    offer(next) {
      takes = next
      const follow = followEnd(composer.files)
      composer.files.hidden = !next
      follow()
      refusal.textContent = ''
      field.accept = next?.type === 'file' ? `${pictures},application/pdf` : pictures
      field.multiple = (next?.max ?? 1) > 1
      label.textContent = say(next?.type === 'file' ? 'addFile' : 'addPhoto')
    },
  }
}
