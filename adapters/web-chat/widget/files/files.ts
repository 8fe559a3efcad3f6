// Pictures and documents: a script of its own, fetched when a question first takes them, so that nobody else pays for it. What a
// place needs is fetched by it.
import type { TakesFiles, TakesPlace } from '../line/activity'
import type { FileTools, FileWorld, Tools } from './file-offer'
import { button, element, icon } from '../dom/element'
import { createScriptFetch } from '../dom/fetch-script'
import { sayFrom } from '../texts/own-texts'
import { followEnd } from '../dom/follow-end'
import { sendFiles } from '../line/send-files'
import texts from '../texts/files.json'
import { createThumbnail } from './thumbnail'

const clip = 'M19 11l-7 7a4.5 4.5 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.5 4.5l-8 8a1.5 1.5 0 0 1-2-2l6.5-6.5'
const pictures = 'image/jpeg,image/png,image/webp'
const megabyte = 2 ** 20
/** So many failures of the server, and the files make way; the resident can still send them again. */
const mostFailures = 4

type Key = keyof typeof texts.sv

/** The button, put into its place once and shown while a question takes files. */
function createUploadTools({ composer, words, config, session }: FileWorld): Tools<TakesFiles> {
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
    let failures = 0
    const isLast = (): boolean => ++failures >= mostFailures
    session.sendFiles(files.map(({ name }) => name).join(', '), {
      lost: say('lost'),
      pictures: files.flatMap(createThumbnail),
      post: (activity, tell) =>
        session.upload((address, token) =>
          sendFiles({
            address,
            token,
            activity,
            files,
            isLast,
            progress: (sent) => tell(say('sending', sent)),
          }),
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

export function createFileTools(world: FileWorld): FileTools {
  const uploads = createUploadTools(world)
  // Beside this script, on the server that it came from.
  const fetchScript = createScriptFetch<PlaceScript>('./place.js')
  let places: Promise<Tools<TakesPlace>> | undefined
  return {
    offer(takes) {
      const place = takes && 'tiles' in takes ? takes : undefined
      uploads.offer(takes && !('tiles' in takes) ? takes : undefined)
      if (!place && !places) return
      places ??= fetchScript().then((script) => script.createPlaceTools(world))
      // Not to be had just now: the place is written.
      places.then(
        (ready) => ready.offer(place),
        () => (places = undefined),
      )
    },
  }
}

interface PlaceScript {
  readonly createPlaceTools: (world: FileWorld) => Tools<TakesPlace>
}
