// "Show on map" in a real browser, with a tile server of the test's own: by pointer and by keys, and when there is none.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { findBarriers, focused, innerOverflowX, overflowX } from '../../../../support/browser'
import { button, heard, useChatWorld, write } from '../../../../support/browser-chat'

const start = { lat: 56.0465, lon: 12.6945, zoom: 15 }
/** Degrees to the east of so many pixels at the zoom it begins with. */
const eastOf = (pixels: number): number => (pixels * 360) / (256 * 2 ** start.zoom)
const asked: string[] = []
let tiles: Server
let origin = ''
let isDown = false

beforeAll(async () => {
  const square = (width: number, height: number, background: string) => ({
    create: { width, height, channels: 3 as const, background },
  })
  const tile = await sharp(square(256, 256, '#cfe3d2'))
    .composite([
      { input: square(256, 6, '#7a8a80'), left: 0, top: 120 },
      { input: square(6, 256, '#7a8a80'), left: 60, top: 0 },
    ])
    .png()
    .toBuffer()
  tiles = createServer((request, response) => {
    asked.push(`${request.url ?? ''} ${request.headers.referer ?? ''}`)
    if (isDown) response.writeHead(503).end()
    else response.writeHead(200, { 'content-type': 'image/png' }).end(tile)
  })
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`
})
const map = () => ({ tiles: `${origin}/{z}/{x}/{y}.png`, attribution: 'Stadens kartor', start })
const world = useChatWorld(map)
beforeEach(() => {
  asked.length = 0
  isDown = false
})
afterAll(async () => {
  tiles.closeAllConnections()
  await new Promise((resolve) => tiles.close(resolve))
})

const opener = (page: Page) => button(page, 'Visa på karta')
async function askForPlace(options?: BrowserContextOptions): Promise<Page> {
  const { page } = await world.openChat('/', options)
  await write(page, 'var är det')
  await heard(page, 'Skriv en plats.')
  await opener(page).waitFor()
  return page
}
async function openMap(options?: BrowserContextOptions): Promise<Page> {
  const page = await askForPlace(options)
  await opener(page).click()
  await page.locator('.leaflet-tile-loaded').first().waitFor()
  return page
}
const chosen = async (page: Page): Promise<readonly number[]> => {
  await button(page, 'Välj den här platsen').click()
  const reply = (await heard(page, 'Du skrev: 56.')).at(-1) ?? ''
  return (/(\d+\.\d{5}), (\d+\.\d{5})/.exec(reply) ?? []).slice(1).map(Number)
}

test('nothing of it is fetched before it is asked for, and then from the tile server alone', async () => {
  const fetched: string[] = []
  const { page } = await world.openChat('/')
  page.on('request', (request) => void fetched.push(request.url()))
  await write(page, 'var är det')
  await opener(page).waitFor()
  expect([asked, fetched.filter((url) => url.includes('/map.js'))]).toEqual([[], []])
  await opener(page).click()
  await page.locator('.leaflet-tile-loaded').first().waitFor()
  const origins = new Set(fetched.map((url) => new URL(url).origin))
  expect(origins.size).toBe(2)
  expect(asked[0]).toMatch(/^\/15\/\d+\/\d+\.png http:\/\/127\.0\.0\.1:\d+\/$/)
  const own = await fetch(`http://127.0.0.1:${world.server.port()}/`)
  const policy = own.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`img-src 'self' data: ${origin};`)
  expect(policy).not.toContain('unsafe')
  expect(world.complaints()).toEqual([])
})

test('the place under the pin goes to the bot, moved to by keys', async () => {
  const page = await openMap({ reducedMotion: 'reduce' })
  expect(await focused(page)).toMatch(/^div\.ground/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const [lat = 0, lon = 0] = await chosen(page)
  expect(lat).toBeCloseTo(start.lat, 4)
  expect(lon).toBeCloseTo(start.lon + eastOf(240), 4)
  expect(await focused(page)).toMatch(/^textarea#text/)
  expect(world.complaints()).toEqual([])
})

test('the map is drawn under the pin by a pointer', async () => {
  const page = await openMap({ reducedMotion: 'reduce' })
  const box = (await page.locator('.ground').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 100, y, { steps: 8 })
  await page.mouse.up()
  const [lat = 0, lon = 0] = await chosen(page)
  expect(lat).toBeCloseTo(start.lat, 4)
  expect(lon).toBeCloseTo(start.lon - eastOf(100), 4)
})

test('Esc closes the map, sends nothing and gives the focus back', async () => {
  const page = await openMap()
  await page.keyboard.press('Escape')
  await page.locator('.ground').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('button.suggestion Visa på karta')
  await opener(page).click()
  await button(page, 'Avbryt').click()
  expect(await focused(page)).toBe('button.suggestion Visa på karta')
  expect(await world.server.texts()).not.toContain('56.04650, 12.69450')
})

test.each([
  ['on a wide page', { width: 1280, height: 800 }],
  ['on 320 pixels', { width: 320, height: 640 }],
])('%s it is free of barriers, names whose map it is, and nothing is cut off', async (name, viewport) => {
  const page = await openMap({ viewport })
  expect(await findBarriers(page)).toEqual([])
  expect(await page.locator('.thanks').innerText()).toBe('Stadens kartor')
  expect([await overflowX(page), await innerOverflowX(page.locator('dialog.place'))]).toEqual([0, 0])
  if (process.env['SCREENSHOTS'])
    await page.screenshot({ path: `${process.env['SCREENSHOTS']}/map ${name}.png` })
})

test('where the tiles cannot be had the resident is told to write the place', async () => {
  const page = await askForPlace()
  isDown = true
  await opener(page).click()
  await page.getByText('Kartan går inte att visa just nu. Skriv platsen i stället.').waitFor()
})

test('the button is gone with the question', async () => {
  const page = await askForPlace()
  await write(page, 'Storgatan 12')
  await heard(page, 'Du skrev: Storgatan 12')
  expect(await opener(page).isVisible()).toBe(false)
})
