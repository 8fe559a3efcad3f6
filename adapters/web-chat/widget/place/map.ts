// The map on which a resident shows a place: Leaflet, in a script of its own. The pin stands in the middle and the map moves
// under it, by pointer, finger or arrow keys, so that nobody has to hit a point.
import { map as createLeaflet, tileLayer, type Map } from 'leaflet/dist/leaflet-src.esm.js'
import leafletCss from 'leaflet/dist/leaflet.css'
import type { TakesPlace } from '../line/activity'
import { button, element, icon } from '../dom/element'
import dialogCss from '../dom/confirm.css'
import ownCss from './map.css'
import { createLateStyles } from '../dom/adopt'
import type { PlaceKey } from '../texts/place-texts'

interface Opening {
  /** The map is laid over what this node is part of. */
  readonly beside: HTMLElement
  readonly takes: TakesPlace
  readonly say: (key: PlaceKey) => string
}

/** @returns the point as the bot reads it, `56.04650, 12.69450`; undefined when none was chosen. */
export type OpenMap = (opening: Opening) => Promise<string | undefined>

const pin = 'M12 23s8-7.500 8-13a8 8 0 0 0-16 0c0 5.500 8 13 8 13zM12 7a3 3 0 1 0 0 6a3 3 0 1 0 0-6z'
/** Pixels of one key press. */
const step = 60
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const addStyles = createLateStyles(
  leafletCss + dialogCss + ownCss,
  () => new URL('map.css', import.meta.url).href,
)

export const openMap: OpenMap = ({ beside, takes, say }) =>
  new Promise((resolve) => {
    addStyles(beside)
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const ground = element('div', {
      class: 'ground',
      role: 'application',
      'aria-label': say('map'),
      'aria-describedby': 'map-help',
      tabindex: '0',
      dir: 'ltr',
    })
    const state = element('p', { class: 'state', role: 'status' })
    const dialog = element('dialog', { class: 'confirm place', 'aria-labelledby': 'map-title' })
    let chosen: string | undefined
    const choose = (): void => {
      const { lat, lng } = leaflet.getCenter().wrap()
      chosen = `${lat.toFixed(5)}, ${lng.toFixed(5)}`
      dialog.close()
    }
    const zoom = (key: 'closer' | 'further', sign: string, by: number) => {
      const node = button('zoom', () => leaflet.setZoom(leaflet.getZoom() + by, { animate: !isCalm }), sign)
      node.setAttribute('aria-label', say(key))
      return node
    }
    dialog.append(
      element('h3', { id: 'map-title' }, say('title')),
      element('p', { id: 'map-help' }, say('help')),
      element(
        'div',
        { class: 'sheet' },
        ground,
        element('span', { class: 'pin' }, icon(pin)),
        element('div', { class: 'zooms' }, zoom('closer', '+', 1), zoom('further', '−', -1)),
      ),
      element('p', { class: 'thanks' }, takes.attribution),
      state,
      element(
        'div',
        { class: 'choices' },
        button('choice', () => dialog.close(), say('cancel')),
        button('choice', choose, say('choose')),
      ),
    )
    // Esc closes the map only, not the chat behind it.
    dialog.addEventListener('keydown', (event) => event.stopPropagation())
    dialog.addEventListener('close', () => {
      leaflet.remove()
      dialog.remove()
      resolve(chosen)
    })
    beside.after(dialog)
    dialog.showModal()
    const leaflet = drawMap(ground, takes, isCalm)
    tilesOf(takes)
      .on('tileerror', () => (state.textContent = say('failed')))
      .on('tileload', () => (state.textContent = ''))
      .addTo(leaflet)
    moveByKeys(ground, leaflet, isCalm)
    ground.focus()
  })

function drawMap(ground: HTMLElement, { start }: TakesPlace, isCalm: boolean): Map {
  return createLeaflet(ground, {
    center: [start.lat, start.lon],
    zoom: start.zoom,
    minZoom: 8,
    maxZoom: 19,
    // Words and buttons of ours, in the resident's language.
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    scrollWheelZoom: 'center',
    doubleClickZoom: 'center',
    touchZoom: 'center',
    inertia: !isCalm,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
  })
}

/** Nobody but the city's own tile server is asked, and it learns the page's origin and no more. */
const tilesOf = ({ tiles }: TakesPlace) =>
  tileLayer(tiles, { minZoom: 8, maxZoom: 19, referrerPolicy: 'origin' })

function moveByKeys(ground: HTMLElement, leaflet: Map, isCalm: boolean): void {
  const animate = !isCalm
  ground.addEventListener('keydown', (event) => {
    const way = ways[event.key]
    const far = event.shiftKey ? 3 * step : step
    if (way) leaflet.panBy([way[0] * far, way[1] * far], { animate })
    else if (event.key === '+' || event.key === '-')
      leaflet.setZoom(leaflet.getZoom() + (event.key === '+' ? 1 : -1), { animate })
    else return
    event.preventDefault()
  })
}
