// Pictures and documents in the chat, in a real browser: the button, the way to the server, and what goes wrong on it.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { findBarriers, focused, stylesOf } from '../../../../support/browser'
import {
  button,
  field,
  heard,
  launcher,
  lines,
  ownMessages,
  useChatWorld,
  write,
} from '../../../../support/browser-chat'
import { pdf, phonePicture } from '../../../../support/pictures'

const world = useChatWorld()
let photo: Buffer
beforeAll(async () => {
  photo = await phonePicture(1_200, 900)
})

async function open(path?: string): Promise<Page> {
  const { page } = await world.openChat(path)
  return page
}
const add = (page: Page) => button(page, 'Lägg till bild')
const asked = async (page: Page) => {
  await write(page, 'får jag skicka en bild')
  await heard(page, 'Skicka en bild.')
  await add(page).waitFor()
}
const heightOf = (canvas: object): unknown => (canvas as { readonly height?: number }).height
const jpeg = (name = 'IMG_2041.jpg', buffer = photo) => ({ name, mimeType: 'image/jpeg', buffer })
const choose = async (page: Page, ...files: readonly ReturnType<typeof jpeg>[]) => {
  const chooser = page.waitForEvent('filechooser')
  await add(page).click()
  await (await chooser).setFiles([...files])
}
/** Paths; this program's own decoder reads no bytes from elsewhere. */
const stored = (): readonly string[] => {
  const folder = join(world.server.files, 'quarantine')
  return (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('nothing of it is fetched, and no button is there, until a question takes a picture', async () => {
  const page = await open()
  const fetched: string[] = []
  page.on('request', (request) => void fetched.push(request.url()))
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect(await add(page).count()).toBe(0)
  await asked(page)
  expect(fetched.filter((url) => url.includes('/files.js'))).toHaveLength(1)
  await write(page, 'hellre ord')
  await heard(page, 'Du skrev: hellre ord')
  expect(await add(page).isVisible()).toBe(false)
})

test('the button stays beside the advice for a cry for help', async () => {
  const page = await open()
  await asked(page)
  world.server.refuseNext(7_000)
  await write(page, 'det brinner i köket')
  await heard(page, '112')
  expect(await add(page).isVisible()).toBe(true)
})

test('the button comes with the next question when its script could not be had for the first', async () => {
  const page = await open()
  await page.route('**/files.js*', (route) => route.abort())
  const missed = page.waitForEvent('requestfailed')
  await write(page, 'en bild')
  await heard(page, 'Skicka en bild.')
  await missed
  await page.unroute('**/files.js*')
  await asked(page)
})

test.each(['/city', '/'])(
  'a picture is sent from %s, shown small, and kept without place or name',
  async (path) => {
    const before = stored()
    const page = await open(path)
    await asked(page)
    await choose(page, jpeg())
    expect((await heard(page, 'Tack, 1 fil.')).slice(-2)).toEqual(['Du: ', 'Roboten: Tack, 1 fil.'])
    expect(await ownMessages(page).last().locator('.bubble').innerText()).toContain('IMG_2041.jpg')
    const [kept = '', ...more] = stored().filter((each) => !before.includes(each))
    expect(more).toEqual([])
    const { exif, format, width, height } = await sharp(kept).metadata()
    expect({ exif, format, width, height }).toEqual({
      exif: undefined,
      format: 'jpeg',
      width: 900,
      height: 1_200,
    })
    expect(await ownMessages(page).last().locator('canvas').evaluate(heightOf)).toBe(160)
    expect(world.complaints()).toEqual([])
  },
)

test('several are sent in one message', async () => {
  const page = await open()
  await asked(page)
  await choose(page, jpeg('ett.jpg'), jpeg('två.jpg'))
  await heard(page, 'Tack, 2 fil.')
  expect(await ownMessages(page).last().locator('canvas').count()).toBe(2)
})

test('the button is reached and used with the keyboard, and the field has the focus afterwards', async () => {
  const page = await open()
  // Before the rest, for the browser hands choosers over only once it has been told to.
  page.on('filechooser', (chooser) => void chooser.setFiles([jpeg()]))
  await asked(page)
  await field(page).focus()
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).toContain('Lägg till bild')
  await page.keyboard.press('Enter')
  await heard(page, 'Tack, 1 fil.')
  expect(await focused(page)).toContain('textarea#text')
})

test('a refusal is said in the words of the city, seen and heard, without a button to try in vain', async () => {
  const page = await open()
  await asked(page)
  await choose(page, jpeg('sida.jpg', Buffer.from('<html>')))
  const reason = page.locator('.own .state', { hasText: 'sv: wrong-type' })
  await reason.waitFor()
  expect(await ownMessages(page).last().locator('canvas, br').count()).toBe(0)
  expect(await stylesOf(reason, ['textAlign'])).toEqual(['end'])
  const [log, said] = await Promise.all([page.locator('.log').boundingBox(), reason.boundingBox()])
  expect(said!.y + said!.height).toBeLessThanOrEqual(log!.y + log!.height)
  expect(await button(page, 'Försök igen').count()).toBe(0)
  expect(await page.locator('.unseen[role=status]', { hasText: 'sv: wrong-type' }).count()).toBe(1)
  expect(await add(page).isVisible()).toBe(true)
})

test('one that is too large is not sent at all', async () => {
  const page = await open()
  await asked(page)
  await choose(page, jpeg('stor.jpg', Buffer.alloc(2_000_001)))
  await page.locator('.composer .state', { hasText: 'Välj en på högst 1 MB' }).waitFor()
  expect((await lines(page)).at(-1)).toBe('Roboten: Skicka en bild.')
})

test('a picture that cannot be sent is kept on the page and sent when the server is back', async () => {
  const page = await open()
  await asked(page)
  await world.server.kill()
  await choose(page, jpeg())
  await page.locator('.own .state', { hasText: 'Inte skickat än' }).waitFor()
  await world.server.restart()
  await heard(page, 'Tack, 1 fil.')
})

test('a picture that the server fails at again and again makes way for words, and can be sent once more', async () => {
  const { page } = await world.visit('/city')
  await page.clock.install()
  await page.reload()
  await launcher(page).click()
  await asked(page)
  let uploads = 0
  await page.route('**/upload', (route) => {
    uploads += 1
    return route.fulfill({ status: 500, body: '{}' })
  })
  await choose(page, jpeg())
  await write(page, 'det är något viktigt')
  const refused = page.locator('.own .state', { hasText: 'Gick inte att skicka' })
  while (!(await refused.isVisible())) await page.clock.runFor(1_000)
  expect(uploads).toBe(4)
  await heard(page, 'Du skrev: det är något viktigt')
  await page.unroute('**/upload')
  await button(page, 'Försök igen').click()
  await heard(page, 'Tack, 1 fil.')
})

test('a page whose own code breaks the sending of a picture does not hold up the words behind it', async () => {
  const { page } = await world.visit('/city')
  await page.clock.install()
  await page.reload()
  await launcher(page).click()
  await asked(page)
  await page.evaluate(`XMLHttpRequest.prototype.send = () => { throw new Error('counted wrongly') }`)
  await choose(page, jpeg())
  await write(page, 'det är något viktigt')
  const refused = page.locator('.own .state', { hasText: 'Gick inte att skicka' })
  for (let seconds = 0; seconds < 60 && !(await refused.isVisible()); seconds += 1)
    await page.clock.runFor(1_000)
  await heard(page, 'Du skrev: det är något viktigt')
})

test('after a reload before it was sent, the resident is told to choose it again', async () => {
  const page = await open()
  await asked(page)
  await world.server.kill()
  await choose(page, jpeg())
  await page.locator('.own .state', { hasText: 'Inte skickat än' }).waitFor()
  await world.server.restart()
  await page.reload()
  await page.locator('.own .state', { hasText: 'Välj den igen' }).waitFor()
})

test('where documents are taken too, the button says so and a PDF goes', async () => {
  const page = await open()
  await write(page, 'ett papper')
  const chooser = page.waitForEvent('filechooser')
  await button(page, 'Lägg till fil').click()
  expect((await chooser).isMultiple()).toBe(false)
  await (await chooser).setFiles([{ name: 'intyg.pdf', mimeType: 'application/pdf', buffer: pdf }])
  await heard(page, 'Tack, 1 fil.')
})

test.each(['/city', '/'])(
  'nothing bars the way on %s, with the button and a sent picture on it',
  async (path) => {
    const page = await open(path)
    await asked(page)
    await choose(page, jpeg())
    await heard(page, 'Tack, 1 fil.')
    await asked(page)
    expect(await findBarriers(page)).toEqual([])
  },
)
