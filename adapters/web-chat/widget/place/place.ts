// "Show on map": a button of its own, fetched when a question first takes a place where the city has a map. The map itself is
// fetched when the button is pressed.
import type { TakesPlace } from '../line/activity'
import { button, element, icon } from '../dom/element'
import { createScriptFetch } from '../dom/fetch-script'
import type { FileWorld, Tools } from '../files/file-offer'
import { followEnd } from '../dom/follow-end'
import type { OpenMap } from './map'
import { sayFrom } from '../texts/own-texts'
import { texts, type PlaceKey } from '../texts/place-texts'

const pin = 'M12 21s7-6.5 7-11a7 7 0 0 0-14 0c0 4.5 7 11 7 11zM12 7v6M9 10h6'

export function createPlaceTools({ composer, words, session }: FileWorld): Tools<TakesPlace> {
  let takes: TakesPlace | undefined
  // Beside this script, on the server that it came from.
  const fetchMap = createScriptFetch<{ readonly openMap: OpenMap }>('./map.js')
  const say = sayFrom<PlaceKey>(texts, words)
  const label = element('span')
  const state = element('p', { class: 'state', role: 'status' })
  const opener = button('suggestion', () => void show(), icon(pin), ' ', label)
  const place = element('div', { class: 'tools', hidden: '' }, opener, state)
  composer.files.after(place)
  words.live(() => (label.textContent = say('show')))

  async function show(): Promise<void> {
    if (!takes) return
    state.textContent = ''
    try {
      const { openMap } = await fetchMap()
      const chosen = await openMap({ beside: place, takes, say })
      if (chosen) session.send(chosen)
      if (chosen) composer.focus()
      else opener.focus()
    } catch {
      state.textContent = say('failed')
    }
  }
  return {
    offer(next) {
      takes = next
      const follow = followEnd(place)
      place.hidden = !next
      state.textContent = ''
      follow()
    },
  }
}
