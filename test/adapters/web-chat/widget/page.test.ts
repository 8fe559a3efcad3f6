// The full page: the same chat with the whole window to itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findBarriers, focused, overflowX, stylesOf } from '../../../support/browser'
import {
  button,
  field,
  heard,
  lines,
  ownMessages,
  replies,
  useChatWorld,
  write,
} from '../../../support/browser-chat'

const world = useChatWorld()

test('has a heading, a region and a title with the name of the city, and takes no focus by itself', async () => {
  const { page } = await world.openChat('/')
  await page.getByRole('heading', { level: 1, name: 'Chatta med Exempelstad' }).waitFor()
  expect(await page.getByRole('region', { name: 'Chatta med Exempelstad' }).isVisible()).toBe(true)
  expect(await page.title()).toBe('Chatta med Exempelstad')
  expect(await focused(page)).toMatch(/^body/)
  expect(await button(page, 'Stäng').count()).toBe(0)
})

test('carries a conversation through a reload', async () => {
  const { page } = await world.openChat('/')
  await write(page, 'När töms mina sopor?')
  const before = await heard(page, 'Vill du veta mer?')
  await page.reload()
  await heard(page, 'Vill du veta mer?')
  expect(await lines(page)).toEqual(before)
})

test('stays as high as the window, whatever was said', async () => {
  const { page } = await world.openChat('/')
  for (const n of [1, 2, 3, 4]) {
    await write(page, `När töms mina sopor? ${n}`)
    await replies(page)
      .filter({ hasText: 'Vill du veta mer?' })
      .nth(n - 1)
      .waitFor()
  }
  const beyond = () =>
    page.evaluate<number>('document.documentElement.scrollHeight - document.documentElement.clientHeight')
  expect(await beyond()).toBe(0)
})

test('prints the whole talk with the addresses of its sources, and nothing that can only be pressed', async () => {
  const { page } = await world.openChat('/', { colorScheme: 'dark' })
  for (let n = 1; n <= 6; n++) {
    await write(page, `När töms mina sopor? ${n}`)
    await replies(page)
      .filter({ hasText: 'Vill du veta mer?' })
      .nth(n - 1)
      .waitFor()
  }
  const sheets = /\/Count (\d+)/.exec((await page.pdf({ format: 'A4' })).toString('latin1'))?.[1]
  expect(Number(sheets)).toBeGreaterThan(1)
  await page.emulateMedia({ media: 'print' })
  const log = page.locator('.log')
  expect(
    await log.evaluate((node: { scrollHeight: number; clientHeight: number }) => [
      node.scrollHeight - node.clientHeight,
    ]),
  ).toEqual([0])
  for (const part of ['.composer', '.tools', '.feedback', '.suggestions'])
    expect(await page.locator(part).first().isVisible()).toBe(false)
  expect(await stylesOf(ownMessages(page).first().locator('.bubble'), ['color'])).toEqual(['rgb(0, 0, 0)'])
  expect(
    await page.evaluate(
      `getComputedStyle(document.querySelector('#chat').shadowRoot.querySelector('.sources a'), '::after').content`,
    ),
  ).toContain('https://example.se/sopor')
})

test('shows the number of the city as a link that calls', async () => {
  const visited = await world.openChat('/')
  const link = visited.page.getByRole('link', { name: '0123-45 67 89' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('tel:0123456789')
})

test('still shows the number when the server does not answer any more', async () => {
  const { page } = await world.openChat()
  const link = page.getByRole('link', { name: '0123-45 67 89' })
  await link.waitFor()
  await world.server.kill()
  await page.locator('.notice', { hasText: 'Vi når inte chatten' }).waitFor()
  expect(await link.isVisible()).toBe(true)
  await world.server.restart()
})

test('turns the document itself with the language', async () => {
  const { page } = await world.openChat('/')
  await page.getByLabel('Språk').selectOption('ar')
  await page.locator('html[lang=ar][dir=rtl]').waitFor()
  expect(await page.title()).toBe('محادثة مع Exempelstad')
})

test('shows the answer to a language that was chosen in the header, also below a long talk', async () => {
  const { page } = await world.openChat('/', { viewport: { width: 390, height: 700 } })
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  await page.locator('.log').evaluate((log: { scrollTop: number }) => (log.scrollTop = 0))
  await page.getByLabel('Språk').selectOption('en')
  const answer = replies(page).filter({ hasText: 'Now I answer in English.' })
  await answer.waitFor()
  const [log, bubble] = await Promise.all([page.locator('.log').boundingBox(), answer.boundingBox()])
  expect(bubble!.y).toBeGreaterThanOrEqual(log!.y)
  expect(bubble!.y + bubble!.height).toBeLessThanOrEqual(log!.y + log!.height)
})

test('takes the buttons of before away when other ones come, but not those of the same answer', async () => {
  const { page } = await world.openChat('/')
  const live = page.locator('button.suggestion')
  await write(page, 'två knappar')
  await heard(page, 'Två.')
  expect(await live.allTextContents()).toEqual(['1', '2'])
  await page.getByLabel('Språk').selectOption('ar')
  await heard(page, 'الآن أجيب بالعربية.')
  expect(await live.allTextContents()).toEqual(['نعم'])
})

test('runs under the policy of its server without a complaint', async () => {
  const { page, complaints } = await world.openChat('/')
  await field(page).fill('a\nb\nc\nd')
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect(complaints).toEqual([])
})

const waysWithoutChat = async (page: Page): Promise<readonly string[]> => {
  const calls = page.locator('a[href="tel:0123456789"]:visible')
  expect(await calls.allInnerTexts()).toEqual(['0123-45 67 89', '0123-45 67 89'])
  return page
    .locator('main')
    .innerText()
    .then((text) => text.split(/\n+/))
}

test('shows the number and the opening hours where scripts are switched off', async () => {
  const { page } = await world.visit('/', { javaScriptEnabled: false })
  expect(await page.title()).toBe('Chatta med Exempelstad')
  expect(await page.getByRole('heading', { level: 1, name: 'Exempelstad' }).isVisible()).toBe(true)
  expect(await page.getByRole('heading', { name: 'Chatten behöver JavaScript' }).isVisible()).toBe(true)
  expect(await waysWithoutChat(page)).toEqual(
    expect.arrayContaining([
      'Öppettider: måndag–fredag 8.00–16.30, inte röda dagar. Öppet just nu.',
      'Opening hours: Monday–Friday 8:00–16:30, except public holidays. Open right now.',
    ]),
  )
})

test.each(['light', 'dark'] as const)(
  'has no barrier where scripts are switched off, %s',
  async (colorScheme) => {
    // axe is itself a script: a page on which only ours is missing shows the same styles.
    const { page } = await world.visit('/city', { colorScheme, viewport: { width: 320, height: 640 } })
    await page.route('**/page.js', (route) => route.abort())
    await page.goto(`${world.host.url}/`)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowX(page)).toBe(0)
  },
)

test('shows the number and the opening hours when its script does not come', async () => {
  const { page } = await world.visit('/city')
  await page.route('**/page.js', (route) => route.abort())
  await page.goto(`${world.host.url}/`)
  const said = await waysWithoutChat(page)
  expect(said.join()).toContain('Öppettider: måndag–fredag')
  expect(said.join()).not.toContain('JavaScript')
})

test('has no inline script, style or handler in its HTML', () => {
  const html = readFileSync(join(__dirname, '../../../../adapters/web-chat/widget/page.html'), 'utf8')
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/)
})
